package dev.kaiyuan.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run that is killed at any moment leaves the old index or the new one. How often is set by
 * {@code -Dkaiyuan.kills=100}; every second one is killed between two articles for certain.
 */
class KilledIndexingTest {
  private static final int KILLS = Integer.getInteger("kaiyuan.kills", 18);
  private static final int SIGTERM = 15;

  private enum Run {
    FIRST,
    REFRESH,
    REBUILD
  }

  @TempDir Path temp;

  @Test
  void a_killed_run_leaves_the_old_index_or_the_new_one_and_the_next_run_works()
      throws IOException, InterruptedException {
    Corpus corpus = new Corpus(temp);
    Generations articles = new Generations(corpus, 120);
    long seed = Long.getLong("kaiyuan.seed", 20261125);
    Random random = new Random(seed);
    long longest = 1500;
    int killed = 0;
    int fresh = 0;
    for (int round = 1; round <= KILLS; round++) {
      Run run = Run.values()[(round - 1) % 3];
      if (run == Run.FIRST) {
        delete(corpus.index);
      }
      articles.write(round);
      boolean ended = false;
      if (round % 2 == 0) {
        int read = 1 + random.nextInt(articles.size());
        Process process = IndexingProcess.startAndWait(corpus, run == Run.REBUILD, read);
        process.destroyForcibly().waitFor();
      } else {
        Process process = IndexingProcess.start(corpus, run == Run.REBUILD);
        ended = process.waitFor(random.nextLong(longest), TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
        longest = Math.max(100, ended ? longest * 3 / 4 : longest * 5 / 4);
      }
      killed += ended ? 0 : 1;

      String what = run + " in round " + round + " with -Dkaiyuan.seed=" + seed;
      if (run == Run.FIRST && !hasIndex(corpus)) {
        assertFalse(ended, what);
      } else {
        int generation = articles.check(run == Run.FIRST ? round : round - 1, round);
        fresh += generation == round && !ended ? 1 : 0;
        if (ended) {
          assertEquals(round, generation, what);
        } else if (round % 2 == 0) {
          assertEquals(round - 1, generation, what);
        }
      }
      Report report = corpus.refresh();
      assertEquals(articles.size(), report.articles(), what);
      assertEquals(round, articles.check(round - 1, round), what);
      IndexFiles.check(corpus.index);
    }
    System.out.printf(
        "%d runs, %d killed before their end, of which %d had committed%n", KILLS, killed, fresh);
    assertTrue(killed >= KILLS / 2, killed + " of " + KILLS);
  }

  private static boolean hasIndex(Corpus corpus) throws IOException {
    try {
      corpus.found("恒久");
      return true;
    } catch (IndexException e) {
      assertEquals(IndexException.Problem.MISSING, e.problem());
      return false;
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  @Test
  void a_run_that_is_told_to_end_ends_and_leaves_what_was_committed()
      throws IOException, InterruptedException {
    Corpus corpus = new Corpus(temp);
    Generations articles = new Generations(corpus, 120);
    articles.write(1);
    corpus.refresh();
    articles.write(2);
    Process process = IndexingProcess.startAndWait(corpus, false, 60);
    process.destroy();
    assertEquals(128 + SIGTERM, process.waitFor());
    assertEquals(1, articles.check(1, 2));
    corpus.refresh();
    assertEquals(2, articles.check(1, 2));
  }

  @Test
  void an_interrupted_run_leaves_the_index_as_it_was() throws IOException {
    Corpus corpus = new Corpus(temp);
    Generations articles = new Generations(corpus, 60);
    articles.write(1);
    corpus.refresh();
    articles.write(2);
    Thread indexing = Thread.currentThread();
    IndexingProgress interrupting =
        new IndexingProgress() {
          private int done;

          @Override
          public void done(Change change, long bytes) {
            if (++done == 20) {
              indexing.interrupt();
            }
          }
        };
    assertThrows(
        InterruptedIOException.class,
        () ->
            new DirectoryIndexer(corpus.index, IndexingOptions.REFRESH)
                .index(java.util.List.of(corpus.docs), interrupting));
    assertTrue(Thread.interrupted());
    assertEquals(1, articles.check(1, 2));
    corpus.refresh();
    assertEquals(2, articles.check(1, 2));
  }
}
