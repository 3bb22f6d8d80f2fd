package dev.kaiyuan.index;

import dev.kaiyuan.search.ArticleSearcher;
import dev.kaiyuan.search.Hit;
import dev.kaiyuan.search.SearchRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** A folder {@code docs} of articles and beside it their index. */
public final class Corpus {
  public final Path docs;
  final Path index;

  public Corpus(Path parent) throws IOException {
    Path real = parent.toRealPath();
    docs = Files.createDirectories(real.resolve("docs"));
    index = real.resolve("index");
  }

  /** Writes a file, given by its name within {@code docs}. */
  public Path write(String name, String text) throws IOException {
    Path file = docs.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  public Report refresh() throws IOException {
    return index(IndexingOptions.REFRESH, docs);
  }

  public Report index(IndexingOptions options, Path... folders) throws IOException {
    return new DirectoryIndexer(index, options).index(List.of(folders), IndexingProgress.NONE);
  }

  /** Returns the names of the articles in the index. */
  public Set<String> articles() throws IOException {
    Set<String> articles = new TreeSet<>();
    try (Directory directory = FSDirectory.open(index)) {
      IndexState.read(index, directory, false)
          .entries()
          .forEach(
              (name, entry) -> {
                if (entry.skipped() == null) {
                  articles.add(name);
                }
              });
    }
    return articles;
  }

  /** Returns the names of the articles that answer a query. */
  Set<String> found(String query) throws IOException {
    try (ArticleSearcher searcher = ArticleSearcher.open(index)) {
      return found(searcher, query);
    }
  }

  static Set<String> found(ArticleSearcher searcher, String query) throws IOException {
    Set<String> found = new TreeSet<>();
    for (Hit hit : searcher.search(SearchRequest.builder(query).limit(10_000).build()).hits()) {
      found.add(hit.path());
    }
    return found;
  }
}
