package dev.kaiyuan.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.document.Language;
import dev.kaiyuan.meaning.ArticleVectors;
import dev.kaiyuan.meaning.Depth;
import dev.kaiyuan.meaning.Embedder;
import dev.kaiyuan.search.ArticleSearcher;
import dev.kaiyuan.search.IndexStatistics.MeaningCoverage;
import dev.kaiyuan.search.Notice;
import dev.kaiyuan.search.SearchRequest;
import dev.kaiyuan.search.SearchResults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Vectors come after the articles, belong to their content, and go with it. */
class MeaningIndexerTest {
  @TempDir Path temp;
  private Corpus corpus;

  @BeforeEach
  void writeArticles() throws IOException {
    corpus = new Corpus(temp);
    corpus.write("printer.md", "# 打印机卡纸\n\n先关电源，再打开后盖，把纸慢慢抽出来。\n");
    corpus.write("licence.md", "# Licences\n\nThe licence says what you may do with the code.\n");
    corpus.write("lunch.md", "# 午饭\n\n今天吃面条。\n");
    corpus.write(
        "pranzo.md", "# Il pranzo\n\nOggi la pasta che è una cosa di casa per il pranzo.\n");
    corpus.refresh();
  }

  private MeaningReport embed(Depth depth) throws IOException {
    return new MeaningIndexer(corpus.index, 2, 0).index(depth, MeaningProgress.NONE);
  }

  private MeaningReport embed() throws IOException {
    return new MeaningIndexer(corpus.index, 2, 0).index(null, MeaningProgress.NONE);
  }

  /** Returns for each article that has vectors how many. */
  private Map<String, Integer> vectors() throws IOException {
    Map<String, Integer> counts = new TreeMap<>();
    try (Directory directory = FSDirectory.open(corpus.index);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        BinaryDocValues stored = DocValues.getBinary(leaf.reader(), IndexSchema.VECTORS);
        SortedDocValues paths = DocValues.getSorted(leaf.reader(), IndexSchema.PATH);
        for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
          boolean live =
              leaf.reader().getLiveDocs() == null || leaf.reader().getLiveDocs().get(doc);
          if (live && stored.advanceExact(doc) && paths.advanceExact(doc)) {
            ArticleVectors vectors = new ArticleVectors();
            vectors.read(stored.binaryValue());
            String path = paths.lookupOrd(paths.ordValue()).utf8ToString();
            counts.put(path.substring("docs/".length()), vectors.count());
          }
        }
      }
    }
    return counts;
  }

  private static final Map<String, Integer> ALL =
      new TreeMap<>(Map.of("licence.md", 1, "lunch.md", 1, "printer.md", 1));

  @Test
  void an_index_has_no_vectors_before_they_are_asked_for() throws IOException {
    assertEquals(0, embed().articles());
    assertEquals(Map.of(), vectors());
  }

  @Test
  void articles_in_languages_with_a_model_get_vectors_once() throws IOException {
    MeaningReport report = embed(Depth.PASSAGES);
    assertEquals(3, report.articles());
    assertEquals(3, report.passages());
    assertEquals(1, report.unknown());
    assertEquals(ALL, vectors());
    assertEquals(0, embed().articles());
    assertEquals(Depth.PASSAGES, embed().depth());
  }

  @Test
  void what_changed_or_is_new_is_embedded_and_what_is_gone_is_gone() throws IOException {
    embed(Depth.LEADS);
    corpus.write("lunch.md", "# 晚饭\n\n今晚吃米饭和青菜。\n");
    corpus.write("tea.md", "# 茶\n\n水开了再泡。\n");
    Files.delete(corpus.docs.resolve("licence.md"));
    corpus.refresh();
    assertEquals(new TreeMap<>(Map.of("printer.md", 1)), vectors());
    assertEquals(2, embed().articles());
    assertEquals(new TreeMap<>(Map.of("lunch.md", 1, "printer.md", 1, "tea.md", 1)), vectors());
  }

  @Test
  void words_and_numbers_are_as_without_vectors() throws IOException {
    var before = corpus.found("licence 电源");
    embed(Depth.PASSAGES);
    try (ArticleSearcher searcher = ArticleSearcher.open(corpus.index)) {
      assertEquals(4, searcher.statistics().articles());
      assertEquals(
          before.size(),
          searcher.search(dev.kaiyuan.search.SearchRequest.of("licence 电源")).total());
    }
    assertEquals(4, corpus.refresh().unchanged());
  }

  @Test
  void a_file_that_was_only_touched_keeps_its_vectors() throws IOException {
    embed(Depth.LEADS);
    Path file = corpus.docs.resolve("lunch.md");
    Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.fromMillis(1_000_000));
    corpus.refresh();
    assertEquals(ALL, vectors());
    assertEquals(0, embed().articles());
  }

  @Test
  void another_depth_replaces_the_vectors_and_off_removes_them() throws IOException {
    corpus.write("long.md", "# 长\n\n" + "打印机卡纸的时候，先关电源，再打开后盖。".repeat(40));
    corpus.refresh();
    embed(Depth.LEADS);
    assertEquals(1, vectors().get("long.md"));
    assertEquals(4, embed(Depth.PASSAGES).articles());
    assertEquals(3, vectors().get("long.md"));
    assertEquals(4, embed(Depth.OFF).articles());
    assertEquals(Map.of(), vectors());
    assertEquals(Depth.OFF, embed().depth());
  }

  @Test
  void a_rebuilt_index_remembers_to_be_embedded() throws IOException {
    embed(Depth.LEADS);
    corpus.index(IndexingOptions.REFRESH.withRebuild(true), corpus.docs);
    assertEquals(Map.of(), vectors());
    assertEquals(3, embed().articles());
    assertEquals(ALL, vectors());
  }

  @Test
  void a_run_that_ends_early_keeps_what_was_written_and_the_next_goes_on() throws IOException {
    List<String> seen = new ArrayList<>();
    MeaningProgress ending =
        new MeaningProgress() {
          @Override
          public void done(String path, int passages, long bytes) {
            if (!seen.isEmpty()) {
              throw new IllegalStateException("ended");
            }
            seen.add(path);
          }
        };
    assertThrows(
        Exception.class, () -> new MeaningIndexer(corpus.index, 1, 0).index(Depth.LEADS, ending));
    assertEquals(1, vectors().size());
    assertEquals(2, embed().articles());
    assertEquals(ALL, vectors());
  }

  @Test
  void vectors_are_not_written_to_what_has_changed_meanwhile() throws IOException {
    MeaningProgress editing =
        new MeaningProgress() {
          @Override
          public void started(int articles, long bytes) {
            try {
              corpus.write("lunch.md", "# 晚饭\n\n今晚吃米饭。\n");
              Files.delete(corpus.docs.resolve("licence.md"));
              corpus.refresh();
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }
        };
    new MeaningIndexer(corpus.index, 1, 0).index(Depth.LEADS, editing);
    assertEquals(Map.of("printer.md", 1), vectors());
    assertEquals(1, embed().articles());
    assertEquals(Map.of("lunch.md", 1, "printer.md", 1), vectors());
  }

  @Test
  void vectors_of_another_model_are_not_compared_and_are_made_anew() throws IOException {
    embed(Depth.LEADS);
    SearchRequest request = SearchRequest.of("纸夹在机器里怎么办");
    List<String> byWords =
        names(request.toBuilder().meaning(SearchRequest.Meaning.OFF).build(), List.of());
    for (String path : ALL.keySet()) {
      ofAnotherModel("docs/" + path);
    }
    assertEquals(byWords, names(request, List.of(Notice.OTHER_MODEL)));
    assertEquals(
        List.of(),
        names(
            request.toBuilder().meaning(SearchRequest.Meaning.ONLY).build(),
            List.of(Notice.OTHER_MODEL)));
    assertEquals(3, embed().articles());
    assertEquals("printer.md", names(request, List.of()).getFirst());
  }

  private List<String> names(SearchRequest request, List<Notice> notices) throws IOException {
    try (ArticleSearcher searcher = ArticleSearcher.open(corpus.index)) {
      SearchResults results = searcher.search(request);
      assertEquals(notices, results.notices());
      return results.hits().stream()
          .map(hit -> hit.path().substring(hit.path().lastIndexOf('/') + 1))
          .toList();
    }
  }

  /** Puts in the place of an article's vectors what another version of its model would have. */
  private void ofAnotherModel(String path) throws IOException {
    BytesRef vectors =
        Embedder.shared().article(Language.CHINESE, path, path, List.of(), Depth.LEADS);
    vectors.bytes[vectors.offset] ^= 1;
    try (LockedDirectory files = LockedDirectory.open(corpus.index)) {
      IndexState state = IndexState.read(corpus.index, files, false);
      try (var writer =
          new ArticleIndexWriter(
              corpus.index, files, state.commit().words().all(), 1 << 20, false, false)) {
        writer.setVectors(path, vectors);
        writer.commit(state.commit());
      }
    }
  }

  @Test
  void what_models_make_nothing_of_is_found_by_its_words() throws IOException {
    corpus.write("signs.md", "★★★ → ◆◆◆ ………… 👍👨‍👩‍👧\n");
    corpus.write(
        "mixed.md",
        "# 打印说明\n\n本说明有几种语言，先关电源。\n\n## Русский\n\nСначала выключите питание принтера.\n");
    corpus.refresh();
    embed(Depth.PASSAGES);
    assertEquals(1, vectors().get("mixed.md"));
    SearchRequest russian = SearchRequest.of("как мне выключить питание принтера");
    assertEquals(List.of("mixed.md"), names(russian, List.of()));
    assertEquals(
        List.of("mixed.md"),
        names(
            russian.toBuilder().meaning(SearchRequest.Meaning.ONLY).build(),
            List.of(Notice.OTHER_LANGUAGE)));
    assertEquals(0, embed().articles());
  }

  @Test
  void it_waits_for_another_run_to_end() throws Exception {
    CountDownLatch locked = new CountDownLatch(1);
    CountDownLatch free = new CountDownLatch(1);
    Thread other =
        Thread.ofPlatform()
            .start(
                () -> {
                  try (LockedDirectory held = LockedDirectory.open(corpus.index)) {
                    locked.countDown();
                    free.await(1, TimeUnit.MINUTES);
                    assertTrue(held.listAll().length > 0);
                  } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(e);
                  }
                });
    locked.await();
    MeaningProgress freeing =
        new MeaningProgress() {
          @Override
          public void started(int articles, long bytes) {
            free.countDown();
          }
        };
    // How deep is written first, which waits: another thread has to end the other run.
    Thread.ofPlatform().start(free::countDown);
    new MeaningIndexer(corpus.index, 1, 0).index(Depth.LEADS, freeing);
    other.join();
    assertEquals(ALL, vectors());
  }

  @Test
  void a_damaged_index_is_told() throws IOException {
    embed(Depth.PASSAGES);
    try (Stream<Path> files = Files.list(corpus.index)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".dvd")).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
      }
    }
    IndexException e = assertThrows(IndexException.class, () -> IndexFiles.check(corpus.index));
    assertEquals(IndexException.Problem.DAMAGED, e.problem());
  }

  @Test
  void without_an_index_there_is_nothing_to_embed() {
    IndexException e =
        assertThrows(
            IndexException.class,
            () ->
                new MeaningIndexer(temp.resolve("none"), 1)
                    .index(Depth.LEADS, MeaningProgress.NONE));
    assertEquals(IndexException.Problem.MISSING, e.problem());
  }

  @Test
  void statistics_tell_how_much_is_covered_and_by_which_models() throws IOException {
    try (ArticleSearcher searcher = ArticleSearcher.open(corpus.index)) {
      assertNull(searcher.statistics().meaning());
      embed(Depth.LEADS);
      searcher.refresh();
      MeaningCoverage coverage = searcher.statistics().meaning();
      assertEquals(Depth.LEADS, coverage.depth());
      assertEquals(3, coverage.articles());
      assertEquals(3, coverage.passages());
      assertEquals(
          List.of("all-minilm-l6-v2-q", "bge-small-zh-v1.5-q"),
          coverage.models().stream().map(model -> model.split(" ")[0]).toList());
    }
  }
}
