package dev.kaiyuan.search;

import dev.kaiyuan.index.IndexWords;
import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/** Searches one commit of an index, and knows the words that it was made with. */
final class CommitSearcher extends IndexSearcher {
  private final Weights weights;
  private volatile @Nullable IndexWords words;

  CommitSearcher(DirectoryReader reader, Weights weights) {
    super(reader);
    this.weights = weights;
    setSimilarity(new FieldSimilarity());
    setQueryCache(null);
  }

  Weights weights() {
    return weights;
  }

  DirectoryReader reader() {
    return (DirectoryReader) getIndexReader();
  }

  /** Returns the index's words, which are read when they are first asked for. */
  IndexWords words() throws IOException {
    IndexWords read = words;
    if (read == null) {
      read = IndexWords.of(reader().getIndexCommit().getUserData());
      words = read;
    }
    return read;
  }
}
