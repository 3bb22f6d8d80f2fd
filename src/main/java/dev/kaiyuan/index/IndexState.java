package dev.kaiyuan.index;

import dev.kaiyuan.analysis.segmenter.UserDictionary;
import dev.kaiyuan.document.FileProblem;
import dev.kaiyuan.document.Format;
import dev.kaiyuan.index.folder.ArticlePaths;
import dev.kaiyuan.index.folder.FileStamp;
import dev.kaiyuan.index.folder.IndexingProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * What an index holds, as of its last commit.
 *
 * @param entries what it knows of each file, by the file's name
 * @param commit what the commit says of itself; empty if there is none
 * @param readable whether the index can be read at all
 */
public record IndexState(Map<String, Entry> entries, CommitData commit, boolean readable) {
  /**
   * What the index knows of one file.
   *
   * @param stamp the value of its {@link FileStamp}
   * @param hash the hash of its content
   * @param skipped why it holds no article, or null for an article
   */
  public record Entry(long stamp, long hash, @Nullable FileProblem skipped) {}

  public IndexState {
    entries = Collections.unmodifiableMap(entries);
  }

  /**
   * Reads the state of an index.
   *
   * @param rebuild whether an index that can't be read is as good as none
   */
  static IndexState read(Path folder, Directory directory, boolean rebuild) throws IOException {
    try (DirectoryReader reader = IndexFiles.open(folder, directory)) {
      CommitData commit = CommitData.of(reader);
      if (!commit.isOurs()) {
        throw new IndexException(IndexException.Problem.FOREIGN, folder, null);
      }
      Map<String, Entry> entries = new ConcurrentHashMap<>(reader.numDocs());
      if (commit.isCurrent()) {
        readLeaves(folder, reader, entries);
      }
      return new IndexState(entries, commit, true);
    } catch (IndexException e) {
      switch (e.problem()) {
        case MISSING -> {
          return new IndexState(Map.of(), CommitData.NONE, true);
        }
        case DAMAGED, INCOMPATIBLE -> {
          if (rebuild && IndexFiles.isMarked(folder)) {
            return new IndexState(Map.of(), CommitData.lastIfReadable(directory), false);
          }
          throw e;
        }
        default -> throw e;
      }
    }
  }

  private static void readLeaves(Path folder, DirectoryReader reader, Map<String, Entry> entries)
      throws IOException {
    try {
      reader.leaves().parallelStream().forEach(leaf -> readLeaf(leaf.reader(), entries));
    } catch (UncheckedIOException e) {
      throw IndexFiles.explained(folder, reader, e.getCause());
    } catch (RuntimeException | OutOfMemoryError e) {
      throw IndexFiles.explained(folder, reader, e);
    }
  }

  private static void readLeaf(LeafReader leaf, Map<String, Entry> entries) {
    try {
      read(leaf, entries);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void read(LeafReader leaf, Map<String, Entry> entries) throws IOException {
    SortedDocValues paths = leaf.getSortedDocValues(IndexSchema.PATH);
    NumericDocValues stamps = leaf.getNumericDocValues(IndexSchema.STAMP);
    NumericDocValues hashes = leaf.getNumericDocValues(IndexSchema.HASH);
    Bits live = leaf.getLiveDocs();
    Map<Integer, FileProblem> skipped = skipped(leaf);
    String[] names = new String[paths.getValueCount()];
    TermsEnum terms = paths.termsEnum();
    for (int ord = 0; ord < names.length; ord++) {
      names[ord] = terms.next().utf8ToString();
    }
    for (int doc = 0; doc < leaf.maxDoc(); doc++) {
      if (live != null && !live.get(doc)) {
        continue;
      }
      paths.advanceExact(doc);
      stamps.advanceExact(doc);
      hashes.advanceExact(doc);
      FileProblem problem = skipped.isEmpty() ? null : skipped.get(doc);
      entries.put(
          names[paths.ordValue()], new Entry(stamps.longValue(), hashes.longValue(), problem));
    }
  }

  private static Map<Integer, FileProblem> skipped(LeafReader leaf) throws IOException {
    PostingsEnum found = leaf.postings(new Term(IndexSchema.KIND, IndexSchema.SKIPPED));
    if (found == null) {
      return Map.of();
    }
    Map<Integer, FileProblem> skipped = new HashMap<>();
    Set<String> field = Set.of(IndexSchema.SKIPPED);
    for (int doc; (doc = found.nextDoc()) != DocIdSetIterator.NO_MORE_DOCS; ) {
      String name = leaf.storedFields().document(doc, field).get(IndexSchema.SKIPPED);
      skipped.put(doc, IndexingProblem.read(name));
    }
    return skipped;
  }

  /** Whether the index was written by this version, with these words. */
  boolean isCurrent(UserDictionary words) {
    return isComplete()
        && (commit.isEmpty()
            || words.fingerprint().equals(commit.values().get(IndexWords.FINGERPRINT)));
  }

  /** Whether the entries are all that the index holds; an older version's can't be read. */
  boolean isComplete() {
    return readable && (commit.isEmpty() || commit.isCurrent());
  }

  /** Returns how many articles the index holds, by the format of their files. */
  Map<Format, Integer> articles() {
    Map<Format, Integer> counts = new EnumMap<>(Format.class);
    for (Map.Entry<String, Entry> each : entries.entrySet()) {
      if (each.getValue().skipped() == null) {
        counts.merge(Format.orPlainText(each.getKey()), 1, Integer::sum);
      }
    }
    return counts;
  }

  /** Returns how many files the index holds that are, or lie under, a folder. */
  int countUnder(String root) {
    int count = 0;
    for (String name : entries.keySet()) {
      count += ArticlePaths.contains(root, name) ? 1 : 0;
    }
    return count;
  }
}
