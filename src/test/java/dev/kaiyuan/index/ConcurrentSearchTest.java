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

  @TempDir Path temp;

  @Test
  void eight_threads_search_while_one_indexes()
      throws IOException, InterruptedException, ExecutionException {
    Corpus corpus = new Corpus(temp);
    Generations articles = new Generations(corpus, ARTICLES);
    articles.write(1);
    corpus.refresh();
    AtomicInteger committed = new AtomicInteger(1);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    List<Future<Integer>> running = new ArrayList<>();
    int searches = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(READERS);
        ArticleSearcher shared = ArticleSearcher.open(corpus.index)) {
      for (int reader = 0; reader < READERS; reader++) {
        boolean reopens = reader % 4 == 3;
        Callable<Integer> task = () -> search(corpus, shared, reopens, committed, end);
        running.add(threads.submit(task));
      }
      for (int generation = 2; System.nanoTime() < end; generation++) {
        articles.write(generation);
        corpus.index(IndexingOptions.REFRESH.withRebuild(generation % 5 == 0), corpus.docs);
        committed.set(generation);
      }
      for (Future<Integer> reader : running) {
        searches += reader.get();
      }
    }
    System.out.printf("%d searches beside %d runs%n", searches, committed.get());
    assertTrue(searches > 0);
  }

  private static int search(
      Corpus corpus, ArticleSearcher shared, boolean reopens, AtomicInteger committed, long end)
      throws IOException {
    int searches = 0;
    while (System.nanoTime() < end) {
      if (reopens) {
        try (ArticleSearcher own = ArticleSearcher.open(corpus.index)) {
          assertEquals(ARTICLES, Corpus.found(own, "恒久").size());
        }
      } else {
        int before = committed.get();
        shared.refresh();
        assertEquals(ARTICLES, Corpus.found(shared, "恒久").size());
        int found = Corpus.found(shared, Generations.word(before)).size();
        assertTrue(found == ARTICLES || found == 0 && committed.get() > before - 1, "" + found);
      }
      searches++;
    }
    return searches;
  }
}
