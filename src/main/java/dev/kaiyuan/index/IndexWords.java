package dev.kaiyuan.index;

import dev.kaiyuan.analysis.segmenter.MalformedDictionaryException;
import dev.kaiyuan.analysis.segmenter.UserDictionary;
import dev.kaiyuan.index.folder.ArticlePaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words that the segmenter knew when an index was made, as its commits keep them: whoever
 * searches cuts a query with the same words.
 */
public final class IndexWords {
  static final String FINGERPRINT = "words";
  private static final String OWN = "words.own";
  private static final String FILE = "words.file";

  /** What a commit says of words is said under these. */
  static final Set<String> KEYS = Set.of(FINGERPRINT, OWN, FILE);

  private final UserDictionary own;
  private final UserDictionary all;
  private final String file;
  private final String madeWith;

  private IndexWords(UserDictionary own, String file, @Nullable String madeWith) {
    this.own = own;
    this.all = UserDictionary.shipped().and(own);
    this.file = file;
    this.madeWith = madeWith == null ? all.fingerprint() : madeWith;
  }

  /** Returns words that come from no file. */
  static IndexWords of(UserDictionary own) {
    return new IndexWords(own, "", null);
  }

  /**
   * Returns the words of an index.
   *
   * @param values what its commit says of itself
   * @throws MalformedDictionaryException if the words are not as they were written
   */
  static IndexWords of(Map<String, String> values) throws MalformedDictionaryException {
    String lines = values.getOrDefault(OWN, "");
    return new IndexWords(
        lines.isEmpty() ? UserDictionary.none() : UserDictionary.of("the index", lines),
        values.getOrDefault(FILE, ""),
        values.get(FINGERPRINT));
  }

  /**
   * Returns the words as a run shall have them: those it is given, else the file's as it is now.
   */
  IndexWords renewed(@Nullable UserDictionary given, ArticlePaths paths) throws IOException {
    if (given != null) {
      Path from = given.file();
      return new IndexWords(given, from == null ? "" : paths.name(ArticlePaths.real(from)), null);
    }
    return file.isEmpty() || isFileMissing(paths)
        ? new IndexWords(own, file, null)
        : new IndexWords(UserDictionary.read(paths.file(file)), file, null);
  }

  /** Whether the file that the words came from is gone. */
  boolean isFileMissing(ArticlePaths paths) {
    return !file.isEmpty() && !Files.exists(paths.file(file));
  }

  /** Returns the name of the file that the words came from, or an empty string. */
  String file() {
    return file;
  }

  /** Returns the user's own words. */
  public UserDictionary own() {
    return own;
  }

  /** Returns the words that come with the program and the user's own. */
  public UserDictionary all() {
    return all;
  }

  /** Whether the index was made with the words that come with this version of the program. */
  public boolean isCurrent() {
    return madeWith.equals(all.fingerprint());
  }

  /** Writes the words for {@link #of} to read. */
  void write(Map<String, String> commitData) {
    commitData.put(FINGERPRINT, all.fingerprint());
    String lines = own.lines();
    if (!lines.isEmpty()) {
      commitData.put(OWN, lines);
    }
    if (!file.isEmpty()) {
      commitData.put(FILE, file);
    }
  }
}
