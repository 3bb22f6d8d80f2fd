package dev.kaiyuan.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kaiyuan.index.folder.IndexingProblem;
import dev.kaiyuan.output.Messages;
import dev.kaiyuan.search.ArticleSearcher;
import dev.kaiyuan.search.IndexStatistics;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that are too large, go away, are no files at all. */
@Timeout(300)
class OddFilesTest {
  @TempDir Path temp;
  private Corpus corpus;

  @BeforeEach
  void makeCorpus() throws IOException {
    corpus = new Corpus(temp);
    corpus.write("a.md", "# 开源\n\n许可证");
  }

  private static Set<String> skipped(Report report) {
    return report.skipped().stream()
        .map(skipped -> skipped.path() + ": " + Messages.in("en").text(skipped.problem()))
        .collect(Collectors.toSet());
  }

  @Test
  void a_file_of_200_megabytes_is_told_and_not_read() throws IOException {
    try (RandomAccessFile file =
        new RandomAccessFile(corpus.docs.resolve("big.md").toFile(), "rw")) {
      file.setLength(200L << 20);
    }
    for (int run = 0; run < 2; run++) {
      assertEquals(Set.of("docs/big.md: larger than 32 MiB"), skipped(corpus.refresh()));
    }
    assertEquals(Set.of("docs/a.md"), corpus.articles());
  }

  @Test
  void large_files_take_turns_where_memory_is_short() throws IOException, InterruptedException {
    for (int i = 0; i < 3; i++) {
      corpus.write("large" + i + ".txt", "开源许可证说明怎样使用软件。".repeat(150_000));
    }
    for (int i = 0; i < 40; i++) {
      corpus.write("small" + i + ".md", "# 开放\n\n标准");
    }
    indexWith("-Xmx128m");
    assertEquals(44, corpus.articles().size());
  }

  @Test
  void a_file_that_memory_has_no_room_for_is_told_once_and_the_others_are_indexed()
      throws IOException, InterruptedException {
    Path large = corpus.write("large.txt", differentWords(1, 2_500_000));
    Files.setLastModifiedTime(large, FileTime.from(Instant.EPOCH));
    indexWith("-Xmx128m");
    assertEquals(Set.of("docs/a.md"), corpus.articles());
    assertEquals(Set.of("docs/large.txt"), withoutRoom());
    IndexState.Entry entry = entry("docs/large.txt");
    assertTrue(entry.hash() != 0, "it is remembered, not tried again");
    String here = Long.toString(MemoryBudget.heapMebibytes());
    assertFalse(MemoryBudget.isMoreThan(here), "as much is not more");
    assertTrue(MemoryBudget.isMoreThan(entry.skipped().detail()), "this test has more memory");
    assertEquals(2, corpus.refresh().articles());
    assertEquals(Set.of(), withoutRoom());
  }

  @Test
  void a_tree_of_html_is_reckoned_by_its_tags() throws IOException, InterruptedException {
    corpus.write("table.html", "<table><tr>" + "<td>1</td>".repeat(300_000));
    corpus.write("prose.html", "<p>" + "开源许可证说明怎样使用软件。".repeat(10_000));
    corpus.write("small.html", "<table><tr>" + "<td>1</td>".repeat(1_000));
    indexWith("-Xmx100m");
    assertEquals(Set.of("docs/table.html"), withoutRoom());
    assertEquals(Set.of("docs/a.md", "docs/prose.html", "docs/small.html"), corpus.articles());
  }

  @Test
  void running_out_of_memory_does_not_end_a_run() throws IOException, InterruptedException {
    for (int i = 0; i < 12; i++) {
      corpus.write(
          "large" + i + (i % 2 == 0 ? ".md" : ".txt"), differentWords(i, 200_000 + i * 40_000));
    }
    for (int i = 0; i < 40; i++) {
      corpus.write("small" + i + ".md", "# 开放\n\n标准");
    }
    indexWith("-Xmx64m");
    Set<String> expected = new TreeSet<>(withoutRoom());
    assertTrue(expected.stream().noneMatch(path -> path.contains("small")), expected.toString());
    expected.addAll(corpus.articles());
    assertEquals(53, expected.size());
    IndexFiles.check(corpus.index);
  }

  private static String differentWords(int seed, int characters) {
    StringBuilder text = new StringBuilder();
    new Random(seed)
        .ints(characters, 0x4E00, 0x9FA0)
        .forEach(character -> text.append((char) character));
    return text.toString();
  }

  private Set<String> withoutRoom() throws IOException {
    try (ArticleSearcher searcher = ArticleSearcher.open(corpus.index)) {
      return searcher.statistics().skipped().stream()
          .filter(skipped -> skipped.problem().kind() == IndexingProblem.MEMORY)
          .map(IndexStatistics.SkippedFile::path)
          .collect(Collectors.toSet());
    }
  }

  private IndexState.Entry entry(String name) throws IOException {
    try (Directory directory = FSDirectory.open(corpus.index)) {
      return IndexState.read(corpus.index, directory, false).entries().get(name);
    }
  }

  private void indexWith(String flag) throws IOException, InterruptedException {
    Process process = IndexingProcess.start(corpus, false, Map.of("JDK_JAVA_OPTIONS", flag));
    assertEquals("done", process.inputReader().readLine());
    process.waitFor();
  }

  @Test
  void a_larger_limit_takes_what_was_too_large_before() throws IOException {
    corpus.write("big.md", "# 大\n\n" + "很长的文章。".repeat(400_000));
    IndexingOptions limited = IndexingOptions.REFRESH.withLargestFile(1 << 20);
    assertEquals(
        Set.of("docs/big.md: larger than 1 MiB"), skipped(corpus.index(limited, corpus.docs)));
    assertEquals(Set.of(), skipped(corpus.refresh()));
    assertEquals(Set.of("docs/big.md"), corpus.found("title:大"));
  }

  @Test
  void files_that_change_between_being_found_and_being_read() throws IOException {
    corpus.write("grows.md", "短");
    corpus.write("goes.md", "会消失");
    corpus.write("turns.md", "变成文件夹");
    corpus.refresh();
    corpus.write("grows.md", "短文");
    corpus.write("goes.md", "会消失的");
    corpus.write("turns.md", "变成文件夹的");
    corpus.write("comes.md", "来去匆匆");
    IndexingProgress meanwhile =
        new IndexingProgress() {
          @Override
          public void started(int files, long bytes) {
            try {
              corpus.write("grows.md", "很长的文章。".repeat(200_000));
              Files.delete(corpus.docs.resolve("goes.md"));
              Files.delete(corpus.docs.resolve("comes.md"));
              Files.delete(corpus.docs.resolve("turns.md"));
              corpus.write("turns.md/inside.md", "里面");
            } catch (IOException e) {
              throw new AssertionError(e);
            }
          }
        };
    IndexingOptions options = IndexingOptions.REFRESH.withLargestFile(1 << 20);
    Report report =
        new DirectoryIndexer(corpus.index, options).index(List.of(corpus.docs), meanwhile);
    assertEquals(
        Set.of("docs/grows.md: larger than 1 MiB", "docs/turns.md: cannot be read: Is a directory"),
        skipped(report));
    assertEquals(Set.of("docs/a.md"), corpus.articles());
    corpus.index(IndexingOptions.REFRESH, corpus.docs);
    assertEquals(
        Set.of("docs/a.md", "docs/grows.md", "docs/turns.md/inside.md"), corpus.articles());
  }

  @Test
  void pipes_and_devices_are_never_opened() throws IOException, InterruptedException {
    Path pipe = corpus.docs.resolve("pipe.md");
    assumeTrue(make("mkfifo", pipe.toString()), "there is no mkfifo");
    boolean device = make("mknod", corpus.docs.resolve("zero.md").toString(), "c", "1", "5");
    Files.createSymbolicLink(corpus.docs.resolve("link.md"), pipe);
    Files.createSymbolicLink(corpus.docs.resolve("endless.md"), Path.of("/dev/zero"));
    Report report = corpus.index(IndexingOptions.REFRESH.withFollowLinks(true), corpus.docs);
    assertEquals(device ? 4 : 3, report.skipped().size(), report.skipped().toString());
    assertTrue(skipped(report).contains("docs/pipe.md: neither a file nor a folder"));
    assertEquals(1, report.articles());
  }

  private static boolean make(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void what_may_not_be_read_is_told_and_a_closed_folder_keeps_its_articles() throws IOException {
    Path file = corpus.write("closed.md", "关");
    Path inside = corpus.write("folder/b.md", "里面");
    corpus.refresh();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    Path folder = inside.getParent();
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("---------"));
    try {
      assumeTrue(!Files.isReadable(file), "root may read everything");
      assertEquals(
          Set.of(
              "docs/closed.md: no permission to read it",
              "docs/folder: folder cannot be read; its articles stay in the index"),
          skipped(corpus.refresh()));
      assertEquals(Set.of("docs/a.md", "docs/folder/b.md"), corpus.articles());
    } finally {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void a_folder_that_tells_only_names_keeps_its_articles() throws IOException {
    Path folder = corpus.write("folder/b.md", "里面").getParent();
    corpus.refresh();
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r--------"));
    try {
      assumeTrue(!Files.isReadable(folder.resolve("b.md")), "root may read everything");
      assertEquals(
          Set.of("docs/folder: folder cannot be read; its articles stay in the index"),
          skipped(corpus.refresh()));
      assertThrows(
          AccessDeniedException.class,
          () -> corpus.index(IndexingOptions.REFRESH.withRebuild(true), corpus.docs));
      assertEquals(Set.of("docs/a.md", "docs/folder/b.md"), corpus.articles());
    } finally {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void text_that_is_hard_to_index_is_indexed() throws IOException {
    corpus.write("line.md", "一行很长的文字 and a long line ".repeat(160_000));
    corpus.write("tag.md", "---\ntitle: 标签\ntags: [" + "长".repeat(40_000) + "]\n---\n正文");
    corpus.write("word.md", "# 词\n\n" + "a".repeat(100_000) + " 结尾");
    corpus.write("title.md", "# " + "标题".repeat(50_000) + "\n\n正文");
    corpus.write("quotes.md", "> ".repeat(10_000) + "引用");
    corpus.write("brackets.md", "[".repeat(10_000) + "括号" + "]".repeat(10_000));
    corpus.write("lists.md", "- ".repeat(10_000) + "列表");
    corpus.write("tags.html", "<div>".repeat(10_000) + "标记" + "</div>".repeat(10_000));
    corpus.write("empty.md", "");
    corpus.write("front.md", "---\ntitle: 只有\n---");
    corpus.write("broken.md", "---\ntitle: [坏的\n---\n坏的正文");
    Report report = corpus.refresh();
    assertEquals(List.of(), report.skipped());
    assertEquals(12, report.articles());
    assertEquals(Set.of("docs/quotes.md"), corpus.found("引用"));
    assertEquals(Set.of("docs/word.md"), corpus.found("结尾"));
  }

  @Test
  void a_chain_of_folders_as_deep_as_the_system_lets_it_be() throws IOException {
    // Paths may have 4,096 bytes; what a person keeps deeper is named and left out.
    int depth = (4_000 - corpus.docs.toString().length()) / 2;
    String chain = "d/".repeat(depth);
    corpus.write(chain + "deep.md", "# 深处\n\n最深的文件");
    corpus.write("d/d/.kaiyuanignore", "left-out.md");
    corpus.write(chain + "left-out.md", "不要");
    assertEquals(Set.of(), skipped(corpus.refresh()));
    assertEquals(Set.of("docs/" + chain + "deep.md"), corpus.found("深处"));
    assertEquals(2, corpus.refresh().unchanged());
    delete(chain);
  }

  /** Deletes a chain of folders from its end: JUnit resolves each path anew and takes minutes. */
  private void delete(String chain) throws IOException {
    Files.delete(corpus.docs.resolve("d/d/.kaiyuanignore"));
    Files.delete(corpus.docs.resolve(chain + "deep.md"));
    Files.delete(corpus.docs.resolve(chain + "left-out.md"));
    for (int length = chain.length(); length > 0; length -= 2) {
      Files.delete(corpus.docs.resolve(chain.substring(0, length)));
    }
  }

  /** As many as {@code -Dkaiyuan.smallFiles} says. */
  @Test
  void many_small_files() throws IOException {
    int count = Integer.getInteger("kaiyuan.smallFiles", 2000);
    for (int i = 0; i < count; i++) {
      corpus.write(i % 1000 + "/" + i + ".txt", "小文件 " + i);
    }
    assertEquals(count + 1, corpus.refresh().articles());
    assertEquals(count + 1, corpus.refresh().unchanged());
  }
}
