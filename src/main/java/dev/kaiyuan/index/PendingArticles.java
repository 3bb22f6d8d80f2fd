package dev.kaiyuan.index;

import dev.kaiyuan.document.Language;
import dev.kaiyuan.meaning.ArticleVectors;
import dev.kaiyuan.meaning.Depth;
import dev.kaiyuan.meaning.Embedder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/**
 * The articles of an index that lack the vectors they should have.
 *
 * @param articles those to embed, or to take the vectors from
 * @param bytes how many bytes their files have together
 * @param unknown how many articles there are in languages without a model
 */
record PendingArticles(List<Article> articles, long bytes, int unknown) {
  private static final Set<String> FIELDS =
      Set.of(IndexSchema.LANGUAGE, IndexSchema.STORED_TITLE, IndexSchema.TEXT, IndexSchema.LAYOUT);

  /**
   * An article.
   *
   * @param document its number in the reader
   * @param path its path as the index holds it
   * @param hash the hash of its content
   * @param bytes the size of its file
   */
  record Article(int document, String path, long hash, long bytes) {}

  static PendingArticles of(DirectoryReader reader, Depth depth, Embedder embedder)
      throws IOException {
    List<Article> articles = new ArrayList<>();
    int unknown = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      unknown += collect(leaf.reader(), leaf.docBase, depth, embedder, articles);
    }
    long bytes = 0;
    for (Article article : articles) {
      bytes += article.bytes;
    }
    return new PendingArticles(articles, bytes, unknown);
  }

  private static int collect(
      LeafReader leaf, int base, Depth depth, Embedder embedder, List<Article> articles)
      throws IOException {
    SortedDocValues languages = DocValues.getSorted(leaf, IndexSchema.LANGUAGE);
    SortedDocValues paths = DocValues.getSorted(leaf, IndexSchema.PATH);
    NumericDocValues hashes = DocValues.getNumeric(leaf, IndexSchema.HASH);
    NumericDocValues sizes = DocValues.getNumeric(leaf, IndexSchema.SIZE);
    BinaryDocValues vectors = DocValues.getBinary(leaf, IndexSchema.VECTORS);
    Bits live = leaf.getLiveDocs();
    int unknown = 0;
    for (int doc = 0; doc < leaf.maxDoc(); doc++) {
      if (live != null && !live.get(doc) || !languages.advanceExact(doc)) {
        continue;
      }
      Language language = Language.of(languages.lookupOrd(languages.ordValue()).utf8ToString());
      if (!Embedder.knows(language)) {
        unknown++;
        continue;
      }
      BytesRef stored = vectors.advanceExact(doc) ? vectors.binaryValue() : null;
      ArticleVectors.Recipe made = stored == null ? null : ArticleVectors.recipe(stored);
      if (!embedder.isDone(language, made, depth)) {
        paths.advanceExact(doc);
        hashes.advanceExact(doc);
        sizes.advanceExact(doc);
        String path = paths.lookupOrd(paths.ordValue()).utf8ToString();
        articles.add(new Article(base + doc, path, hashes.longValue(), sizes.longValue()));
      }
    }
    return unknown;
  }

  static Document stored(DirectoryReader reader, Article article) throws IOException {
    return reader.storedFields().document(article.document, FIELDS);
  }

  static int count(BytesRef stored) {
    ArticleVectors vectors = new ArticleVectors();
    vectors.read(stored);
    return vectors.count();
  }
}
