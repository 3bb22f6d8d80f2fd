package dev.kaiyuan.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;

/** What an index holds of each file, as of its last commit. */
record IndexState(Map<String, Entry> entries, Map<String, String> commitData, List<String> roots) {
  /** What the index knows of one file. */
  record Entry(long stamp, long hash) {}

  private static final IndexState NOTHING = new IndexState(Map.of(), Map.of(), List.of());

  static IndexState read(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return NOTHING;
    }
    try (FSDirectory files = FSDirectory.open(directory)) {
      if (!DirectoryReader.indexExists(files)) {
        IndexFiles.refuseForeign(directory);
        return NOTHING;
      }
      try (DirectoryReader reader = IndexFiles.open(directory, files)) {
        Map<String, String> data = reader.getIndexCommit().getUserData();
        if (!IndexSchema.VERSION.equals(data.get("schema"))) {
          return new IndexState(Map.of(), data, roots(data));
        }
        Map<String, Entry> entries = new HashMap<>(reader.numDocs() * 2);
        for (LeafReaderContext leaf : reader.leaves()) {
          readLeaf(leaf.reader(), entries);
        }
        return new IndexState(entries, data, roots(data));
      }
    }
  }

  private static List<String> roots(Map<String, String> data) {
    return data.getOrDefault("roots", "").lines().toList();
  }

  private static void readLeaf(LeafReader leaf, Map<String, Entry> entries) throws IOException {
    SortedDocValues paths = leaf.getSortedDocValues(IndexSchema.PATH);
    NumericDocValues stamps = leaf.getNumericDocValues(IndexSchema.STAMP);
    NumericDocValues hashes = leaf.getNumericDocValues(IndexSchema.HASH);
    Bits live = leaf.getLiveDocs();
    for (int doc = 0; doc < leaf.maxDoc(); doc++) {
      if (live != null && !live.get(doc)) {
        continue;
      }
      paths.advanceExact(doc);
      stamps.advanceExact(doc);
      hashes.advanceExact(doc);
      entries.put(
          paths.lookupOrd(paths.ordValue()).utf8ToString(),
          new Entry(stamps.longValue(), hashes.longValue()));
    }
  }

  /** Whether the index was written by this version, with these words. */
  boolean isCurrent(String words) {
    return commitData.isEmpty()
        || IndexSchema.VERSION.equals(commitData.get("schema"))
            && words.equals(commitData.get("words"));
  }

  /** Returns what the index knows of the files that are, or lie under, one of the roots. */
  Map<String, Entry> under(Set<String> rootNames) {
    Map<String, Entry> under = new HashMap<>();
    entries.forEach(
        (path, entry) -> {
          if (rootNames.stream().anyMatch(root -> contains(root, path))) {
            under.put(path, entry);
          }
        });
    return under;
  }

  private static boolean contains(String root, String path) {
    return root.isEmpty()
        || path.equals(root)
        || path.startsWith(root) && (root.endsWith("/") || path.charAt(root.length()) == '/');
  }
}
