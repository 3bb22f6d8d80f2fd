package dev.kaiyuan.index;

import dev.kaiyuan.analysis.segmenter.MalformedDictionaryException;
import dev.kaiyuan.analysis.segmenter.UserDictionary;
import dev.kaiyuan.index.folder.IncludedFiles;
import dev.kaiyuan.index.folder.OtherFiles;
import dev.kaiyuan.meaning.Depth;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/**
 * What a commit of an index says of itself: the version it was written by, the folders it was made
 * of, the words and patterns it was made with. Immutable.
 *
 * @param values as Lucene stores them; empty where there is no commit
 */
public record CommitData(Map<String, String> values) {
  public static final CommitData NONE = new CommitData(Map.of());

  private static final String WRITTEN_AS = "schema";
  private static final String ROOTS = "roots";
  private static final String FOLLOWED = "followed";
  private static final String MEANING = "meaning";

  public CommitData {
    values = Map.copyOf(values);
  }

  /** Returns what the commit says that a reader shows. */
  public static CommitData of(DirectoryReader reader) throws IOException {
    return new CommitData(reader.getIndexCommit().getUserData());
  }

  /**
   * Returns what the last commit says, without a look at the rest of the index.
   *
   * @throws IOException if it can't be read
   */
  static CommitData last(Directory directory) throws IOException {
    return new CommitData(SegmentInfos.readLatestCommit(new LuceneFiles(directory)).getUserData());
  }

  /** As {@link #last}, but empty where it can't be read: it often can where the index can't. */
  static CommitData lastIfReadable(Directory directory) {
    try {
      return last(directory);
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      return NONE;
    }
  }

  /** Returns the same of other folders. */
  public CommitData withRoots(Set<String> roots) {
    Map<String, String> changed = new HashMap<>(values);
    changed.put(WRITTEN_AS, IndexSchema.VERSION);
    changed.remove(ROOTS);
    if (!roots.isEmpty()) {
      changed.put(ROOTS, lines(roots));
    }
    return new CommitData(changed);
  }

  /**
   * Returns the same of an index that was made with words.
   *
   * @param own words beside those that come with the program
   */
  public CommitData withWords(UserDictionary own) {
    Map<String, String> changed = new HashMap<>(withoutWords().values);
    changed.put(WRITTEN_AS, IndexSchema.VERSION);
    IndexWords.of(own).write(changed);
    return new CommitData(changed);
  }

  /** Returns the same without a word of the words that the index was made with. */
  public CommitData withoutWords() {
    Map<String, String> changed = new HashMap<>(values);
    changed.keySet().removeAll(IndexWords.KEYS);
    return new CommitData(changed);
  }

  /** Returns what the commit of a run says. */
  static CommitData of(
      IndexWords words,
      IncludedFiles included,
      OtherFiles others,
      Set<String> roots,
      Set<String> followed,
      Depth meaning) {
    Map<String, String> values = new HashMap<>();
    values.put(WRITTEN_AS, IndexSchema.VERSION);
    values.put(ROOTS, lines(roots));
    if (!followed.isEmpty()) {
      values.put(FOLLOWED, lines(followed));
    }
    words.write(values);
    included.write(values);
    others.write(values);
    return new CommitData(values).with(meaning);
  }

  /** Returns the same for an index whose articles are to be embedded to another depth. */
  public CommitData with(Depth meaning) {
    Map<String, String> changed = new HashMap<>(values);
    if (meaning == Depth.OFF) {
      changed.remove(MEANING);
    } else {
      changed.put(MEANING, meaning.name());
    }
    return new CommitData(changed);
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  /** Whether Kaiyuan wrote the commit, in this version or another. */
  public boolean isOurs() {
    return values.containsKey(WRITTEN_AS);
  }

  /** Whether the commit was written as this version writes. */
  public boolean isCurrent() {
    return IndexSchema.VERSION.equals(values.get(WRITTEN_AS));
  }

  /** Returns the version of the schema that the index was written by; empty if it says none. */
  public String schema() {
    return values.getOrDefault(WRITTEN_AS, "");
  }

  /** Returns the names of the folders that the index was made of. */
  public Set<String> roots() {
    return names(values.get(ROOTS));
  }

  /** Returns the names of those folders out of which links were followed. */
  Set<String> followed() {
    return names(values.get(FOLLOWED));
  }

  /** Returns the patterns of further files that the index holds. */
  public Set<String> included() {
    return IncludedFiles.patterns(values);
  }

  /**
   * Returns the number of files in the folders that are not read for their kind, by the ending of
   * their names with its dot; the most frequent first.
   */
  public Map<String, Integer> otherKinds() {
    return OtherFiles.of(values).byEnding();
  }

  /**
   * Returns the words that the index was made with.
   *
   * @throws MalformedDictionaryException if they are not as they were written
   */
  public IndexWords words() throws MalformedDictionaryException {
    return IndexWords.of(values);
  }

  /** Returns how deep the articles of the index are to be embedded. */
  public Depth meaning() {
    return Depth.valueOf(values.getOrDefault(MEANING, Depth.OFF.name()));
  }

  /** Writes names of folders, one a line; a line break within a name is written as a zero. */
  private static String lines(Set<String> names) {
    Set<String> lines = new TreeSet<>();
    names.forEach(name -> lines.add(name.replace('\n', '\0')));
    return String.join("\n", lines);
  }

  private static Set<String> names(@Nullable String lines) {
    Set<String> names = new TreeSet<>();
    if (lines != null) {
      for (String line : lines.split("\n", -1)) {
        names.add(line.replace('\0', '\n'));
      }
    }
    return names;
  }
}
