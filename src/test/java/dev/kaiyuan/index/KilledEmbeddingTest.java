package dev.kaiyuan.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.meaning.Depth;
import dev.kaiyuan.search.ArticleSearcher;
import dev.kaiyuan.search.IndexStatistics.MeaningCoverage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is killed while it makes vectors keeps what it committed, and the next goes on. */
class KilledEmbeddingTest {
  private static final int KILLS = Integer.getInteger("kaiyuan.kills", 18) / 9;
  private static final int ARTICLES = 100;

  @TempDir Path temp;

  private static int covered(Corpus corpus) throws IOException {
    try (ArticleSearcher searcher = ArticleSearcher.open(corpus.index)) {
      MeaningCoverage coverage = searcher.statistics().meaning();
      return coverage == null ? 0 : coverage.articles();
    }
  }

  @Test
  void a_killed_run_keeps_its_vectors_and_the_next_goes_on()
      throws IOException, InterruptedException {
    Corpus corpus = new Corpus(temp);
    for (int i = 0; i < ARTICLES; i++) {
      corpus.write(i + ".md", "# 第 " + i + " 篇\n\n恒久的开源软件，编号 " + i + "。\n");
    }
    corpus.refresh();
    long seed = Long.getLong("kaiyuan.seed", 20261128);
    Random random = new Random(seed);
    int covered = 0;
    for (int round = 1; round <= KILLS && covered < ARTICLES - 30; round++) {
      Process process = IndexingProcess.startEmbedding(corpus);
      int embedded = 2 + random.nextInt(20);
      for (int i = 0; i < embedded; i++) {
        assertNotNull(process.inputReader().readLine());
      }
      process.destroyForcibly().waitFor();
      String what = "round " + round + " with -Dkaiyuan.seed=" + seed;
      IndexFiles.check(corpus.index);
      int after = covered(corpus);
      // The first article of a run is committed before the second is embedded.
      assertTrue(after > covered, what);
      assertEquals(ARTICLES, corpus.found("恒久").size(), what);
      covered = after;
    }
    MeaningReport rest =
        new MeaningIndexer(corpus.index, 2).index(Depth.LEADS, MeaningProgress.NONE);
    assertEquals(ARTICLES - covered, rest.articles(), "with -Dkaiyuan.seed=" + seed);
    assertEquals(ARTICLES, covered(corpus));
    IndexFiles.check(corpus.index);
  }
}
