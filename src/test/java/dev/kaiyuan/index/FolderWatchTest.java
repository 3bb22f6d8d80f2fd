package dev.kaiyuan.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An index follows its folder while it is watched. */
@Timeout(120)
class FolderWatchTest implements FolderWatch.Listener {
  @TempDir Path temp;
  private final BlockingQueue<Report> reports = new LinkedBlockingQueue<>();
  private final BlockingQueue<IOException> failures = new LinkedBlockingQueue<>();
  private Corpus corpus;
  private FolderWatch watch;
  private Thread thread;

  @BeforeEach
  void watch() throws IOException, InterruptedException {
    corpus = new Corpus(temp);
    corpus.write("a.md", "# 开源\n\n第一");
    watch = new FolderWatch(corpus.index, IndexingOptions.REFRESH, List.of(corpus.docs));
    thread = new Thread(() -> watch.run(this));
    thread.start();
    assertEquals(1, reports.take().added());
  }

  @AfterEach
  void end() throws IOException, InterruptedException {
    watch.close();
    thread.join();
  }

  @Override
  public void indexed(Report report) {
    reports.add(report);
  }

  @Override
  public void failed(IOException failure) {
    failures.add(failure);
  }

  /** Waits until the index holds these articles. */
  private void await(String query, Set<String> expected) throws IOException, InterruptedException {
    while (!corpus.found(query).equals(expected)) {
      Report report = reports.poll(60, TimeUnit.SECONDS);
      assertTrue(report != null, () -> "no run came, failures: " + failures);
    }
  }

  @Test
  void edits_new_folders_and_deletions_are_followed() throws IOException, InterruptedException {
    corpus.write("a.md", "# 开源\n\n第二 改动");
    await("改动", Set.of("docs/a.md"));
    corpus.write("new/deep/b.md", "新的 文件夹");
    await("文件夹", Set.of("docs/new/deep/b.md"));
    corpus.write("new/deep/c.md", "后来 的文件夹");
    await("后来", Set.of("docs/new/deep/c.md"));
    Files.move(corpus.docs.resolve("new"), corpus.docs.resolve("renamed"));
    await("后来", Set.of("docs/renamed/deep/c.md"));
    corpus.write("renamed/deep/c.md", "移动 之后");
    await("移动", Set.of("docs/renamed/deep/c.md"));
    Files.delete(corpus.docs.resolve("renamed/deep/c.md"));
    await("移动", Set.of());
  }

  @Test
  void what_changes_between_a_first_run_and_the_waiting_is_followed()
      throws IOException, InterruptedException {
    Corpus other = new Corpus(Files.createDirectory(temp.resolve("other")));
    other.write("a.md", "# 开源\n\n第一");
    FolderWatch begun = new FolderWatch(other.index, IndexingOptions.REFRESH, List.of(other.docs));
    assertEquals(1, begun.index(IndexingProgress.NONE).added());
    other.write("b.md", "两次之间");
    Thread waiting = new Thread(() -> begun.run(this));
    waiting.start();
    assertEquals(1, reports.take().added());
    assertEquals(Set.of("docs/b.md"), other.found("之间"));
    begun.close();
    waiting.join();
  }

  @Test
  void an_editor_that_writes_another_file_and_renames_it_is_followed()
      throws IOException, InterruptedException {
    for (String word : List.of("甲骨", "编辑器", "保存")) {
      Path backup = corpus.docs.resolve("a.md~");
      Path next = corpus.docs.resolve(".a.md.swp");
      Files.writeString(next, "# 开源\n\n" + word);
      Files.move(corpus.docs.resolve("a.md"), backup, StandardCopyOption.REPLACE_EXISTING);
      Files.move(next, corpus.docs.resolve("a.md"));
      await(word, Set.of("docs/a.md"));
    }
    assertEquals(Set.of("docs/a.md"), corpus.articles());
  }

  @Test
  void a_burst_of_a_thousand_files_is_followed() throws IOException, InterruptedException {
    Set<String> expected = new java.util.TreeSet<>();
    for (int i = 0; i < 1000; i++) {
      String name = "burst/" + i % 20 + "/" + i + ".md";
      corpus.write(name, "爆发 " + i);
      expected.add("docs/" + name);
    }
    await("爆发", expected);
  }

  @Test
  void a_folder_that_goes_away_is_waited_for() throws IOException, InterruptedException {
    Path away = corpus.docs.resolveSibling("away");
    Files.move(corpus.docs, away);
    assertTrue(failures.take() instanceof EmptyFolderException);
    assertEquals(Set.of("docs/a.md"), corpus.found("第一"));
    Files.writeString(away.resolve("a.md"), "# 开源\n\n归来");
    Files.move(away, corpus.docs);
    await("归来", Set.of("docs/a.md"));
  }

  @Test
  void ignore_files_count_from_when_they_are_written() throws IOException, InterruptedException {
    corpus.write("b.md", "草稿");
    await("草稿", Set.of("docs/b.md"));
    corpus.write(".gitignore", "b.md\n");
    await("草稿", Set.of());
  }

  @Test
  void an_interrupt_ends_it() throws InterruptedException {
    thread.interrupt();
    thread.join();
  }
}
