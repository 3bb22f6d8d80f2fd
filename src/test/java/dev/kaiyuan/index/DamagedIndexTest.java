package dev.kaiyuan.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.search.ArticleSearcher;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A damaged index is told from a sound one, and made anew, and no file of a person is lost. */
class DamagedIndexTest {
  private static final List<String> QUERIES = List.of("恒久", "许可证", "licence", "\"操作系统\"");

  @TempDir Path temp;
  private Corpus corpus;
  private Map<String, byte[]> sound;

  @BeforeEach
  void makeIndexOfSeveralSegments() throws IOException {
    corpus = new Corpus(temp);
    new Generations(corpus, 12).write(1);
    corpus.refresh();
    corpus.write("章节/0/第0篇.md", "# 开源\n\n恒久 又一篇 许可证 licence 操作系统");
    corpus.write("binary.md", "\0\1\2\3\4\5\6");
    corpus.refresh();
    sound = contents(corpus.index);
  }

  /** Something that happens to a file of so many bytes. */
  private interface Fault {
    void strike(Path file, long size) throws IOException;
  }

  private static Map<String, Fault> faults() {
    Map<String, Fault> faults = new TreeMap<>();
    faults.put("deleted", (file, size) -> Files.delete(file));
    faults.put("emptied", (file, size) -> truncate(file, 0));
    faults.put("cut to one byte", (file, size) -> truncate(file, 1));
    faults.put("cut in half", (file, size) -> truncate(file, size / 2));
    faults.put("cut by one byte", (file, size) -> truncate(file, size - 1));
    faults.put("overwritten at the start", (file, size) -> overwrite(file, 0, 8));
    faults.put("overwritten in the middle", (file, size) -> overwrite(file, size / 2, 8));
    faults.put("overwritten at a third", (file, size) -> overwrite(file, size / 3, 1));
    faults.put("overwritten at the end", (file, size) -> overwrite(file, size - 5, 5));
    faults.put("all zeros", (file, size) -> Files.write(file, new byte[(int) size]));
    return faults;
  }

  private static void truncate(Path file, long size) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(size);
    }
  }

  private static void overwrite(Path file, long position, int length) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    for (int i = (int) position; i < Math.min(position + length, bytes.length); i++) {
      bytes[i] ^= (byte) 0xA5;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(bytes));
    }
  }

  @Test
  void each_file_damaged_in_each_way_is_noticed_and_a_rebuild_mends_it() throws IOException {
    List<Object> answers = answers();
    Path mine = Files.writeString(corpus.index.resolve("_notes.md"), "a person's");
    Files.writeString(corpus.index.resolve("segments of an orange.txt"), "a person's");
    int struck = 0;
    int noticedBySearch = 0;
    Set<String> parts = new TreeSet<>();
    for (String name : sound.keySet()) {
      for (Map.Entry<String, Fault> fault : faults().entrySet()) {
        if (!LuceneFiles.contains(name)) {
          continue;
        }
        restore();
        String what = name + " " + fault.getKey();
        strike(fault.getValue(), name, what);
        struck++;
        parts.add(name.replaceFirst(".*[.]|_.*", ""));
        assertProblem(() -> IndexFiles.check(corpus.index), true, what + ", check");
        noticedBySearch += assertProblem(this::answers, false, what + ", search") ? 1 : 0;
        assertProblem(corpus::refresh, false, what + ", refresh");
        restore();
        strike(fault.getValue(), name, what);
        corpus.index(IndexingOptions.REFRESH.withRebuild(true), corpus.docs);
        IndexFiles.check(corpus.index);
        assertEquals(answers, answers(), what);
        assertEquals("a person's", Files.readString(mine));
      }
    }
    System.out.printf("%d damages, %d noticed by searching%n", struck, noticedBySearch);
    assertEquals(Set.of("cfe", "cfs", "si", "segments"), parts);
    assertTrue(noticedBySearch * 2 > struck, noticedBySearch + " of " + struck);
  }

  /** Does a fault to a sound file, which is another one then. */
  private void strike(Fault fault, String name, String what) throws IOException {
    Path file = corpus.index.resolve(name);
    fault.strike(file, sound.get(name).length);
    assertFalse(
        Files.exists(file) && Arrays.equals(sound.get(name), Files.readAllBytes(file)), what);
  }

  /**
   * As many as {@code -Dkaiyuan.damages} says; a length that is overwritten asks for all memory.
   */
  @Test
  void bytes_overwritten_anywhere_are_told_as_damage() throws IOException {
    int damages = Integer.getInteger("kaiyuan.damages", 60);
    long seed = Long.getLong("kaiyuan.seed", 20261128);
    List<String> names = sound.keySet().stream().filter(LuceneFiles::contains).toList();
    int struck = 0;
    for (int i = 0; i < damages; i++) {
      Random random = new Random(seed + i);
      String name = names.get(random.nextInt(names.size()));
      byte[] bytes = sound.get(name).clone();
      int at = random.nextInt(bytes.length);
      for (int p = at; p < Math.min(bytes.length, at + 1 + random.nextInt(8)); p++) {
        bytes[p] = (byte) (random.nextInt(3) == 0 ? 0x7F : random.nextInt(256));
      }
      restore();
      Files.write(corpus.index.resolve(name), bytes);
      String what = name + " at " + at + ", -Dkaiyuan.seed=" + (seed + i);
      boolean changed = !Arrays.equals(bytes, sound.get(name));
      struck += changed ? 1 : 0;
      assertProblem(() -> IndexFiles.check(corpus.index), changed, what + ", check");
      assertProblem(this::answers, false, what + ", search");
      assertProblem(corpus::refresh, false, what + ", refresh");
    }
    assertTrue(struck * 10 > damages * 9, struck + " of " + damages);
  }

  private interface Step {
    void run() throws IOException;
  }

  /** Whether a step fails, which it may do only by telling what is the matter with the index. */
  private static boolean assertProblem(Step step, boolean demanded, String what) {
    try {
      step.run();
    } catch (IndexException e) {
      assertTrue(
          List.of(
                  IndexException.Problem.DAMAGED,
                  IndexException.Problem.MISSING,
                  IndexException.Problem.INCOMPATIBLE)
              .contains(e.problem()),
          what + ": " + e);
      return true;
    } catch (IOException | RuntimeException | Error e) {
      if (isLucenesOwnCheck(e)) {
        return true;
      }
      throw new AssertionError(what, e);
    }
    assertTrue(!demanded, what + " went unnoticed");
    return false;
  }

  /** Lucene's assertions, on in tests alone, see some damages before its checks do. */
  private static boolean isLucenesOwnCheck(Throwable e) {
    return e instanceof AssertionError
        && e.getStackTrace()[0].getClassName().startsWith("org.apache.lucene.");
  }

  private List<Object> answers() throws IOException {
    List<Object> answers = new ArrayList<>();
    try (ArticleSearcher searcher = ArticleSearcher.open(corpus.index)) {
      for (String query : QUERIES) {
        answers.add(Corpus.found(searcher, query));
      }
    }
    return answers;
  }

  private static Map<String, byte[]> contents(Path folder) throws IOException {
    Map<String, byte[]> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        contents.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return contents;
  }

  private void restore() throws IOException {
    try (Stream<Path> files = Files.list(corpus.index)) {
      for (Path file : files.toList()) {
        if (LuceneFiles.contains(file.getFileName().toString())) {
          Files.delete(file);
        }
      }
    }
    for (Map.Entry<String, byte[]> file : sound.entrySet()) {
      Files.write(corpus.index.resolve(file.getKey()), file.getValue());
    }
  }

  private static IndexException.Problem problem(Step step) {
    return assertThrows(IndexException.class, step::run).problem();
  }

  @Test
  void an_index_that_forgot_its_folders_asks_for_them() throws IOException {
    for (String name : sound.keySet()) {
      if (name.startsWith("segments")) {
        truncate(corpus.index.resolve(name), 20);
      }
    }
    IndexingOptions rebuild = IndexingOptions.REFRESH.withRebuild(true);
    assertEquals(IndexException.Problem.FOLDERS_UNKNOWN, problem(() -> corpus.index(rebuild)));
    assertEquals(12, corpus.index(rebuild, corpus.docs).articles());
  }

  @Test
  void a_damaged_index_whose_folder_is_gone_is_left_as_it_is() throws IOException {
    for (String name : sound.keySet()) {
      if (name.endsWith(".fnm") || name.endsWith(".cfs")) {
        truncate(corpus.index.resolve(name), 20);
      }
    }
    Map<String, byte[]> before = contents(corpus.index);
    Files.move(corpus.docs, corpus.docs.resolveSibling("away"));
    Files.createDirectory(corpus.docs);
    assertThrows(
        EmptyFolderException.class, () -> corpus.index(IndexingOptions.REFRESH.withRebuild(true)));
    assertEquals(before.keySet(), contents(corpus.index).keySet());
  }

  @Test
  void an_index_of_a_newer_lucene_is_refused_and_can_be_made_anew() throws IOException {
    for (String name : sound.keySet()) {
      if (name.startsWith("segments_")) {
        byte[] bytes = sound.get(name).clone();
        // The magic number, the length of the word "segments" and the word are before the version.
        ByteBuffer.wrap(bytes).putInt(4 + 1 + "segments".length(), 9999);
        Files.write(corpus.index.resolve(name), bytes);
      }
    }
    assertEquals(IndexException.Problem.INCOMPATIBLE, problem(() -> corpus.found("恒久")));
    assertEquals(IndexException.Problem.INCOMPATIBLE, problem(corpus::refresh));
    corpus.index(IndexingOptions.REFRESH.withRebuild(true), corpus.docs);
    assertEquals(12, corpus.found("恒久").size());
  }

  @Test
  void an_index_of_another_version_or_dictionary_is_made_anew_by_a_refresh() throws IOException {
    for (Map<String, String> told :
        List.of(
            Map.of("schema", "0", "words", "x", "roots", "docs"),
            Map.of("schema", IndexSchema.VERSION, "words", "other words", "roots", "docs"))) {
      writeElsewhere(told);
      if (!IndexSchema.VERSION.equals(told.get("schema"))) {
        assertEquals(IndexException.Problem.INCOMPATIBLE, problem(() -> corpus.found("恒久")));
      }
      assertEquals(12, corpus.index(IndexingOptions.REFRESH).articles());
      assertEquals(12, corpus.found("恒久").size());
    }
  }

  /** Commits as another version would. */
  private void writeElsewhere(Map<String, String> told) throws IOException {
    try (FSDirectory directory = FSDirectory.open(corpus.index);
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      writer.setLiveCommitData(told.entrySet());
      writer.commit();
    }
  }

  @Test
  void an_index_of_another_program_is_left_alone() throws IOException {
    Path other = temp.toRealPath().resolve("other");
    try (FSDirectory directory = FSDirectory.open(other);
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      Document document = new Document();
      document.add(new TextField("f", "their words", Field.Store.YES));
      writer.addDocument(document);
    }
    assertLeftAlone(other);
    truncate(Files.list(other).filter(f -> f.toString().contains("segments_")).findAny().get(), 9);
    for (boolean rebuild : List.of(false, true)) {
      Map<String, byte[]> before = contents(other);
      assertThrows(IndexException.class, () -> index(other, rebuild));
      assertSame(before, other);
    }
  }

  @Test
  void a_persons_folder_is_left_alone() throws IOException {
    Path folder = Files.createDirectory(temp.toRealPath().resolve("papers"));
    Files.writeString(folder.resolve("_a.doc"), "a letter");
    Files.writeString(folder.resolve("segments.md"), "of an orange");
    assertLeftAlone(folder);
    Files.delete(folder.resolve("segments.md"));
    assertLeftAlone(folder);
    assertEquals(
        IndexException.Problem.FOREIGN, problem(() -> index(folder.resolve("_a.doc"), false)));
  }

  private void assertLeftAlone(Path folder) throws IOException {
    for (boolean rebuild : List.of(false, true)) {
      Map<String, byte[]> before = contents(folder);
      assertEquals(IndexException.Problem.FOREIGN, problem(() -> index(folder, rebuild)));
      before.remove("write.lock");
      assertSame(before, folder);
    }
  }

  private static void assertSame(Map<String, byte[]> before, Path folder) throws IOException {
    Map<String, byte[]> after = contents(folder);
    after.keySet().removeAll(List.of("write.lock", "CACHEDIR.TAG"));
    before.remove("write.lock");
    assertEquals(before.keySet(), after.keySet());
    before.forEach((name, bytes) -> assertTrue(Arrays.equals(bytes, after.get(name)), name));
  }

  private void index(Path directory, boolean rebuild) throws IOException {
    new DirectoryIndexer(directory, IndexingOptions.REFRESH.withRebuild(rebuild))
        .index(List.of(corpus.docs), IndexingProgress.NONE);
  }
}
