package dev.kaiyuan.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.analysis.translation.Translations;
import dev.kaiyuan.index.CommitData;
import dev.kaiyuan.index.DirectoryIndexer;
import dev.kaiyuan.index.IndexingOptions;
import dev.kaiyuan.index.IndexingProgress;
import dev.kaiyuan.search.limit.Deadline;
import dev.kaiyuan.search.query.CommitSearcher;
import dev.kaiyuan.search.query.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several threads find, count and show what one does. */
class SideBySideTest {
  private static final Path QUERIES = Path.of("src/test/resources/dev/kaiyuan/corpus/queries.tsv");

  @TempDir private static Path folder;
  private static FSDirectory files;
  private static DirectoryReader reader;
  private static CommitSearcher searcher;

  @BeforeAll
  static void indexTheCorpusInManySegments() throws IOException {
    Path index = folder.resolve("index");
    for (Path part : parts()) {
      new DirectoryIndexer(index, IndexingOptions.REFRESH)
          .index(List.of(part), IndexingProgress.NONE);
    }
    files = FSDirectory.open(index);
    reader = DirectoryReader.open(files);
    searcher = new CommitSearcher(reader, CommitData.of(reader), Weights.MEASURED);
    assertTrue(reader.leaves().size() > 3, () -> reader.leaves().toString());
  }

  @AfterAll
  static void close() throws IOException {
    reader.close();
    files.close();
  }

  /** Returns folders that share out the corpus. */
  private static List<Path> parts() throws IOException {
    List<Path> parts = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      parts.add(Files.createDirectory(folder.toRealPath().resolve("part" + i)));
    }
    try (Stream<Path> articles = Files.walk(Path.of("corpus"))) {
      int i = 0;
      for (Path article :
          articles.filter(each -> each.toString().endsWith(".md")).sorted().toList()) {
        String name = article.getParent().getFileName() + "-" + article.getFileName();
        Files.copy(article, parts.get(i++ % parts.size()).resolve(name));
      }
    }
    return parts;
  }

  private static String answer(CommitSearcher asked, SearchRequest request) throws IOException {
    SearchResults results =
        new SearchRun(asked, Translations.builtIn(), null).answer(request, null, false);
    return results.total() + " " + results.totalExact() + " " + results.hits();
  }

  @Test
  void they_answer_all_questions_about_the_corpus_alike() throws IOException {
    int threads = 1;
    for (String line : Files.readAllLines(QUERIES)) {
      String query = line.substring(line.indexOf('\t') + 1);
      threads = threads % 7 + 1;
      SearchRequest request =
          SearchRequest.builder(query).offset(threads).explain(threads == 3).build();
      assertEquals(answer(searcher, request), answer(searcher.withThreads(threads), request), line);
    }
  }

  @Test
  void time_ends_all_of_them() {
    CommitSearcher over = searcher.withThreads(3).until(new Deadline(Duration.ZERO));
    assertThrows(Deadline.OverException.class, () -> answer(over, SearchRequest.of("许可证")));
  }
}
