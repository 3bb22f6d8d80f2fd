package dev.kaiyuan.index;

import dev.kaiyuan.document.FileProblem;
import dev.kaiyuan.document.Language;
import dev.kaiyuan.index.folder.ArticlePaths;
import dev.kaiyuan.index.folder.IndexingProblem;
import dev.kaiyuan.meaning.ArticleVectors;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Lists what an index knows of files, a piece at a time, in the order of their paths as bytes. */
public final class IndexedFiles {
  private IndexedFiles() {}

  /**
   * What an index knows of one file.
   *
   * @param path the file as the index holds it
   * @param stamp the value of its {@link dev.kaiyuan.index.folder.FileStamp}
   * @param hash the hash of its content
   * @param skipped why it holds no article, or null for an article
   * @param language the language of the article, or null if it holds none
   * @param vectors how its vectors were made, or null if it has none
   */
  public record File(
      String path,
      long stamp,
      long hash,
      @Nullable FileProblem skipped,
      @Nullable Language language,
      ArticleVectors.@Nullable Recipe vectors) {}

  /**
   * Returns the first files after a path.
   *
   * @param root the folder, or the file, that they are or lie under; empty for all relative paths
   * @param after the path after which to begin, or null to begin with the first
   * @param limit the number of files at the most
   */
  public static List<File> behind(
      IndexReader reader, String root, @Nullable String after, int limit) throws IOException {
    List<File> files = new ArrayList<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      files.addAll(behind(leaf.reader(), root, after, limit));
    }
    Collections.sort(files, (a, b) -> new BytesRef(a.path).compareTo(new BytesRef(b.path)));
    return List.copyOf(files.subList(0, Math.min(limit, files.size())));
  }

  private static List<File> behind(LeafReader leaf, String root, @Nullable String after, int limit)
      throws IOException {
    Terms terms = leaf.terms(IndexSchema.PATH);
    TermsEnum paths = terms == null ? TermsEnum.EMPTY : terms.iterator();
    BytesRef first = new BytesRef(after == null ? root : after);
    boolean more = paths.seekCeil(first) != TermsEnum.SeekStatus.END;
    Bits live = leaf.getLiveDocs();
    Map<Integer, String> byDocument = new TreeMap<>();
    while (more && byDocument.size() < limit) {
      String path = paths.term().utf8ToString();
      if (!path.startsWith(root)) {
        break;
      }
      if (ArticlePaths.contains(root, path) && !path.equals(after)) {
        PostingsEnum postings = paths.postings(null, PostingsEnum.NONE);
        for (int doc; (doc = postings.nextDoc()) != DocIdSetIterator.NO_MORE_DOCS; ) {
          if (live == null || live.get(doc)) {
            byDocument.put(doc, path);
          }
        }
      }
      more = paths.next() != null;
    }
    return read(leaf, byDocument);
  }

  private static List<File> read(LeafReader leaf, Map<Integer, String> byDocument)
      throws IOException {
    NumericDocValues stamps = DocValues.getNumeric(leaf, IndexSchema.STAMP);
    NumericDocValues hashes = DocValues.getNumeric(leaf, IndexSchema.HASH);
    SortedDocValues languages = DocValues.getSorted(leaf, IndexSchema.LANGUAGE);
    BinaryDocValues vectors = DocValues.getBinary(leaf, IndexSchema.VECTORS);
    StoredFields stored = leaf.storedFields();
    List<File> files = new ArrayList<>(byDocument.size());
    for (Map.Entry<Integer, String> each : byDocument.entrySet()) {
      int doc = each.getKey();
      long stamp = stamps.advanceExact(doc) ? stamps.longValue() : 0;
      long hash = hashes.advanceExact(doc) ? hashes.longValue() : 0;
      Language language =
          languages.advanceExact(doc)
              ? Language.of(languages.lookupOrd(languages.ordValue()).utf8ToString())
              : null;
      FileProblem skipped =
          language != null
              ? null
              : IndexingProblem.read(
                  stored.document(doc, Set.of(IndexSchema.SKIPPED)).get(IndexSchema.SKIPPED));
      ArticleVectors.Recipe made =
          vectors.advanceExact(doc) ? ArticleVectors.recipe(vectors.binaryValue()) : null;
      files.add(new File(each.getValue(), stamp, hash, skipped, language, made));
    }
    return files;
  }
}
