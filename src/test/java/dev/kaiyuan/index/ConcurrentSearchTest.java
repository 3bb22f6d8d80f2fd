package dev.kaiyuan.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.search.ArticleSearcher;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many search while one indexes, for as long as {@code -Dkaiyuan.concurrentSeconds} says: each
 * search sees all articles as of one run, and none goes back in time.
 */
class ConcurrentSearchTest {
  private static final long SECONDS = Long.getLong("kaiyuan.concurrentSeconds", 6);
  private static final int READERS = 8;
  private static final int ARTICLES = 40;

  /** With one rebuild at least, however slow the machine. */
  private static final int LEAST_GENERATIONS = 6;

  @TempDir Path temp;

  @Test
  void eight_threads_search_while_one_indexes()
      throws IOException, InterruptedException, ExecutionException {
    Corpus corpus = new Corpus(temp);
    Generations articles = new Generations(corpus, ARTICLES);
    articles.write(1);
    corpus.refresh();
    AtomicInteger begun = new AtomicInteger(1);
    AtomicInteger committed = new AtomicInteger(1);
    AtomicBoolean over = new AtomicBoolean();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    List<Future<Integer>> running = new ArrayList<>();
    int searches = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(READERS);
        ArticleSearcher shared = ArticleSearcher.open(corpus.index)) {
      for (int reader = 0; reader < READERS; reader++) {
        boolean reopens = reader % 4 == 3;
        Callable<Integer> task = () -> search(corpus, shared, reopens, begun, committed, over);
        running.add(threads.submit(task));
      }
      try {
        for (int generation = 2;
            generation <= LEAST_GENERATIONS || System.nanoTime() < end;
            generation++) {
          articles.write(generation);
          begun.set(generation);
          corpus.index(IndexingOptions.REFRESH.withRebuild(generation % 5 == 0), corpus.docs);
          committed.set(generation);
        }
      } finally {
        over.set(true);
      }
      for (Future<Integer> reader : running) {
        searches += reader.get();
      }
    }
    System.out.printf("%d searches beside %d runs%n", searches, committed.get());
    assertTrue(searches >= READERS);
  }

  /**
   * Searches until it is over, at least once.
   *
   * @param begun the newest generation that an index may hold
   * @param committed the oldest one that an index opened now may hold
   */
  private static int search(
      Corpus corpus,
      ArticleSearcher shared,
      boolean reopens,
      AtomicInteger begun,
      AtomicInteger committed,
      AtomicBoolean over)
      throws IOException {
    int searches = 0;
    do {
      int oldest = committed.get();
      if (reopens) {
        try (ArticleSearcher own = ArticleSearcher.open(corpus.index)) {
          assertOneGeneration(own, oldest, begun.get());
        }
      } else {
        shared.refresh();
        assertEquals(ARTICLES, Corpus.found(shared, "恒久").size());
        int found = Corpus.found(shared, Generations.word(oldest)).size();
        // Another thread may have refreshed the searcher to a newer generation meanwhile.
        assertEquals(found == 0 && begun.get() > oldest ? 0 : ARTICLES, found);
      }
      searches++;
    } while (!over.get());
    return searches;
  }

  /** An index that stays as it was opened holds all articles, each as of the same generation. */
  private static void assertOneGeneration(ArticleSearcher searcher, int oldest, int newest)
      throws IOException {
    assertEquals(ARTICLES, Corpus.found(searcher, "恒久").size());
    List<Integer> counts = new ArrayList<>();
    for (int generation = oldest; generation <= newest; generation++) {
      int found = Corpus.found(searcher, Generations.word(generation)).size();
      if (found > 0) {
        counts.add(found);
      }
    }
    assertEquals(List.of(ARTICLES), counts);
  }
}
