package dev.kaiyuan.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kaiyuan.meaning.Depth;
import dev.kaiyuan.search.ArticleSearcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index that can't be written to stays as it is and is searched all the same. */
class UnwritableIndexTest {
  @TempDir Path temp;

  /** A file system of its own in memory, which only root can make. */
  private record SmallDisk(Path folder) implements AutoCloseable {
    static SmallDisk make(Path folder, String size) throws IOException, InterruptedException {
      Files.createDirectories(folder);
      boolean made = run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString());
      assumeTrue(made, "only root can make a small disk");
      return new SmallDisk(folder);
    }

    void remount(String how) throws IOException, InterruptedException {
      assertTrue(run("mount", "-o", "remount," + how, folder.toString()));
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
      try {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor()
            == 0;
      } catch (IOException e) {
        return false;
      }
    }

    @Override
    public void close() throws IOException, InterruptedException {
      assertTrue(run("umount", folder.toString()));
    }
  }

  private static Report index(Path index, Path docs, boolean rebuild) throws IOException {
    return new DirectoryIndexer(index, IndexingOptions.REFRESH.withRebuild(rebuild))
        .index(List.of(docs), IndexingProgress.NONE);
  }

  /** Text that takes as much room in an index as elsewhere. */
  private static String noise(Random random, int characters) {
    StringBuilder noise = new StringBuilder(characters);
    while (noise.length() < characters) {
      noise.append((char) ('\u4E00' + random.nextInt(20_000)));
    }
    return noise.toString();
  }

  @Test
  void a_full_disk_leaves_the_old_index_and_is_told() throws IOException, InterruptedException {
    Corpus corpus = new Corpus(temp);
    corpus.write("a.md", "开源");
    try (SmallDisk disk = SmallDisk.make(temp.resolve("disk"), "1m")) {
      Path index = disk.folder().resolve("index");
      index(index, corpus.docs, false);
      Random random = new Random(1);
      for (int i = 0; i < 16; i++) {
        corpus.write("noise/" + i + ".md", noise(random, 20_000));
      }
      for (boolean rebuild : List.of(false, true, false)) {
        IndexException full =
            assertThrows(IndexException.class, () -> index(index, corpus.docs, rebuild));
        assertEquals(IndexException.Problem.UNWRITABLE, full.problem());
        assertEquals(
            "the index in " + index + " cannot be written to: No space left on device",
            full.getMessage());
        try (ArticleSearcher searcher = ArticleSearcher.open(index)) {
          assertEquals(1, Corpus.found(searcher, "开源").size());
        }
      }
      disk.remount("size=64m");
      assertEquals(17, index(index, corpus.docs, false).articles());
      IndexFiles.check(index);
    }
  }

  @Test
  void a_disk_that_vectors_fill_leaves_the_words_and_is_told()
      throws IOException, InterruptedException {
    Corpus corpus = new Corpus(temp);
    for (int i = 0; i < 40; i++) {
      corpus.write(i + ".md", "开源");
    }
    try (SmallDisk disk = SmallDisk.make(temp.resolve("disk"), "1m")) {
      Path index = disk.folder().resolve("index");
      index(index, corpus.docs, false);
      Path filler = disk.folder().resolve("filler");
      // Most of the room that is left, so that the words' own files stay.
      Files.write(filler, new byte[(int) (Files.getFileStore(index).getUsableSpace() - 12_000)]);
      MeaningIndexer vectors = new MeaningIndexer(index, 1);
      IndexException full =
          assertThrows(
              IndexException.class, () -> vectors.index(Depth.LEADS, MeaningProgress.NONE));
      assertEquals(IndexException.Problem.UNWRITABLE, full.problem());
      IndexFiles.check(index);
      try (ArticleSearcher searcher = ArticleSearcher.open(index)) {
        assertEquals(40, Corpus.found(searcher, "开源").size());
      }
      Files.delete(filler);
      assertEquals(40, vectors.index(Depth.LEADS, MeaningProgress.NONE).articles());
      IndexFiles.check(index);
    }
  }

  @Test
  void a_disk_that_is_full_from_the_start_is_told() throws IOException, InterruptedException {
    Corpus corpus = new Corpus(temp);
    corpus.write("a.md", "开源");
    try (SmallDisk disk = SmallDisk.make(temp.resolve("disk"), "64k")) {
      assertThrows(
          IOException.class, () -> Files.write(disk.folder().resolve("filler"), new byte[1 << 20]));
      IndexException full =
          assertThrows(
              IndexException.class,
              () -> index(disk.folder().resolve("index"), corpus.docs, false));
      assertEquals(IndexException.Problem.UNWRITABLE, full.problem());
    }
  }

  @Test
  void a_read_only_index_is_searched_and_not_written() throws IOException, InterruptedException {
    Corpus corpus = new Corpus(temp);
    corpus.write("a.md", "开源");
    try (SmallDisk disk = SmallDisk.make(temp.resolve("disk"), "8m")) {
      Path index = disk.folder().resolve("index");
      index(index, corpus.docs, false);
      disk.remount("ro");
      IndexException unwritable =
          assertThrows(IndexException.class, () -> index(index, corpus.docs, false));
      assertEquals(
          "the index in " + index + " cannot be written to: Read-only file system",
          unwritable.getMessage());
      try (ArticleSearcher searcher = ArticleSearcher.open(index)) {
        assertEquals(1, Corpus.found(searcher, "开源").size());
      }
    }
  }

  @Test
  void a_second_writer_is_told_of_the_first() throws IOException {
    Corpus corpus = new Corpus(temp);
    corpus.write("a.md", "开源");
    AtomicReference<IndexException> second = new AtomicReference<>();
    IndexingProgress meanwhile =
        new IndexingProgress() {
          @Override
          public void started(int files, long bytes) {
            second.set(assertThrows(IndexException.class, corpus::refresh));
          }
        };
    new DirectoryIndexer(corpus.index, IndexingOptions.REFRESH)
        .index(List.of(corpus.docs), meanwhile);
    assertEquals(IndexException.Problem.LOCKED, second.get().problem());
    assertEquals(1, corpus.refresh().unchanged());
  }

  @Test
  void a_lock_file_that_nobody_holds_is_no_lock() throws IOException {
    Corpus corpus = new Corpus(temp);
    corpus.write("a.md", "开源");
    Files.createDirectories(corpus.index);
    Files.createFile(corpus.index.resolve(IndexWriter.WRITE_LOCK_NAME));
    assertEquals(1, corpus.refresh().added());
  }

  @Test
  void the_lock_of_another_program_is_respected() throws IOException {
    Corpus corpus = new Corpus(temp);
    corpus.write("a.md", "开源");
    corpus.refresh();
    try (FSDirectory directory = FSDirectory.open(corpus.index);
        var lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
      lock.ensureValid();
      IndexException locked = assertThrows(IndexException.class, corpus::refresh);
      assertEquals(IndexException.Problem.LOCKED, locked.problem());
      assertEquals(1, corpus.found("开源").size());
    }
  }
}
