package dev.kaiyuan.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.analysis.translation.Translations;
import dev.kaiyuan.search.ArticleSearcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A searcher that stays open sees whichever index lies in its folder, also another one. */
class ReplacedIndexTest {
  @TempDir Path temp;
  private Corpus corpus;

  @BeforeEach
  void anIndexOfTwoRuns() throws IOException {
    corpus = new Corpus(temp);
    for (String each : List.of("茶", "酒")) {
      corpus.write(each + ".md", "# " + each + "\n\n图书馆");
      corpus.refresh();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Makes an index of other articles, by so many runs, in a folder. */
  private void make(Path index, int runs) throws IOException {
    delete(corpus.docs);
    for (int run = 0; run < runs; run++) {
      corpus.write(run + ".md", "# 咖啡\n\n咖啡");
      new DirectoryIndexer(index, IndexingOptions.REFRESH)
          .index(List.of(corpus.docs), IndexingProgress.NONE);
    }
  }

  private static void assertSees(ArticleSearcher searcher, int articles) throws IOException {
    assertEquals(Set.of(), Corpus.found(searcher, "图书馆"));
    assertEquals(articles, Corpus.found(searcher, "咖啡").size());
    assertEquals(articles, searcher.statistics().articles());
    assertFalse(searcher.refresh());
  }

  @Test
  void made_anew_by_fewer_as_many_or_more_runs() throws IOException {
    for (int runs = 1; runs <= 3; runs++) {
      delete(corpus.docs);
      delete(corpus.index);
      anIndexOfTwoRuns();
      try (ArticleSearcher searcher = ArticleSearcher.open(corpus.index)) {
        delete(corpus.index);
        make(corpus.index, runs);
        assertTrue(searcher.refresh());
        assertSees(searcher, runs);
      }
    }
  }

  @Test
  void moved_into_its_place_or_restored() throws IOException {
    try (ArticleSearcher searcher = ArticleSearcher.open(corpus.index)) {
      Path other = corpus.index.resolveSibling("other");
      Path old = corpus.index.resolveSibling("old");
      make(other, 2);
      Files.move(corpus.index, old);
      Files.move(other, corpus.index);
      assertTrue(searcher.refresh());
      assertSees(searcher, 2);
      Files.move(corpus.index, other);
      Files.move(old, corpus.index);
      assertTrue(searcher.refresh());
      assertEquals(2, Corpus.found(searcher, "图书馆").size());
    }
  }

  @Test
  void a_link_that_leads_to_another_folder() throws IOException {
    Path link = corpus.index.resolveSibling("link");
    Files.createSymbolicLink(link, corpus.index);
    try (ArticleSearcher searcher = ArticleSearcher.open(link)) {
      Path other = corpus.index.resolveSibling("other");
      make(other, 2);
      Files.delete(link);
      Files.createSymbolicLink(link, other);
      assertTrue(searcher.refresh());
      assertSees(searcher, 2);
    }
  }

  @Test
  void gone_for_a_while_meanwhile_the_old_one_answers() throws IOException {
    try (ArticleSearcher searcher = ArticleSearcher.open(corpus.index);
        ArticleSearcher brief = ArticleSearcher.openBriefly(corpus.index, Translations.builtIn())) {
      delete(corpus.index);
      for (ArticleSearcher each : List.of(searcher, brief)) {
        assertProblem(IndexException.Problem.MISSING, each);
        assertEquals(2, Corpus.found(each, "图书馆").size());
      }
      assertFalse(Files.exists(corpus.index), "to look does not make a folder");
      make(corpus.index, 2);
      for (ArticleSearcher each : List.of(searcher, brief)) {
        assertTrue(each.refresh());
        assertSees(each, 2);
      }
    }
  }

  private static void assertProblem(IndexException.Problem problem, ArticleSearcher searcher) {
    for (int i = 0; i < 2; i++) {
      assertEquals(problem, assertThrows(IndexException.class, searcher::refresh).problem());
    }
  }

  @Test
  void damaged_then_mended_by_a_rebuild() throws IOException {
    try (ArticleSearcher searcher = ArticleSearcher.open(corpus.index)) {
      try (Stream<Path> files = Files.list(corpus.index)) {
        for (Path file : files.filter(f -> f.toString().contains("segments_")).toList()) {
          // Another file, as a tool writes it: the open one stays whole in its reader's hands.
          byte[] half = Arrays.copyOf(Files.readAllBytes(file), 60);
          Files.delete(file);
          Files.write(file, half);
        }
      }
      assertProblem(IndexException.Problem.DAMAGED, searcher);
      corpus.write("新.md", "# 咖啡\n\n咖啡");
      corpus.index(IndexingOptions.REFRESH.withRebuild(true), corpus.docs);
      assertTrue(searcher.refresh());
      assertEquals(3, searcher.statistics().articles());
      assertEquals(1, Corpus.found(searcher, "咖啡").size());
    }
  }

  @Test
  void one_of_another_version_or_program() throws IOException {
    for (Map<String, String> data : List.of(Map.of("schema", "0"), Map.<String, String>of())) {
      try (ArticleSearcher searcher = ArticleSearcher.open(corpus.index)) {
        delete(corpus.index);
        try (FSDirectory directory = FSDirectory.open(corpus.index);
            IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
          writer.setLiveCommitData(data.entrySet());
          writer.commit();
          assertProblem(IndexException.Problem.INCOMPATIBLE, searcher);
          assertEquals(2, Corpus.found(searcher, "图书馆").size());
        }
        delete(corpus.index);
        anIndexOfTwoRuns();
        assertTrue(searcher.refresh());
        assertEquals(2, Corpus.found(searcher, "图书馆").size());
      }
    }
  }
}
