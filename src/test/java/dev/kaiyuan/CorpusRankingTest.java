package dev.kaiyuan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kaiyuan.index.DirectoryIndexer;
import dev.kaiyuan.index.IndexingOptions;
import dev.kaiyuan.index.IndexingProgress;
import dev.kaiyuan.search.ArticleSearcher;
import dev.kaiyuan.search.Hit;
import dev.kaiyuan.search.SearchRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions about the topics of {@code corpus/} find their article among the first three. */
class CorpusRankingTest {
  private static final Path QUERIES = Path.of("src/test/resources/dev/kaiyuan/corpus/queries.tsv");
  private static final Path QRELS = Path.of("src/test/resources/dev/kaiyuan/corpus/qrels.txt");

  /** What is not found so early, and why; a query that is has to be taken off. */
  private static final Map<String, String> KNOWN_MISSES = Map.of();

  @Test
  void a_topics_article_is_among_the_first_three_of_its_language(@TempDir Path folder)
      throws IOException {
    Path index = folder.resolve("index");
    new DirectoryIndexer(index, IndexingOptions.REFRESH)
        .index(List.of(Path.of("corpus").toRealPath()), IndexingProgress.NONE);
    Map<String, String> misses = new TreeMap<>();
    Map<String, String> topics = topics();
    try (ArticleSearcher searcher = ArticleSearcher.open(index)) {
      for (String line : Files.readAllLines(QUERIES)) {
        String[] query = line.split("\t");
        String topic = topics.get(query[0]);
        List<String> found = found(searcher, query[1], topic.substring(0, 3));
        int rank = found.indexOf(topic) + 1;
        if (rank < 1 || rank > 3) {
          misses.put(query[0], "rank " + rank + " of \"" + query[1] + "\", before it " + found);
        }
      }
    }
    assertEquals(new TreeSet<>(KNOWN_MISSES.keySet()), misses.keySet(), () -> lines(misses));
  }

  private static String lines(Map<String, String> misses) {
    StringBuilder lines = new StringBuilder();
    misses.forEach((query, why) -> lines.append(query).append(": ").append(why).append('\n'));
    return lines.toString();
  }

  /** The articles of one language that answer, as {@code en/topic}, the first ten. */
  private static List<String> found(ArticleSearcher searcher, String query, String language)
      throws IOException {
    List<String> found = new ArrayList<>();
    SearchRequest request = SearchRequest.of(query).withLimit(200).withSnippets(0, 100);
    for (Hit hit : searcher.search(request).hits()) {
      String[] path = hit.path().split("/");
      String name = path[path.length - 2] + "/" + path[path.length - 1].replace(".md", "");
      if (name.startsWith(language) && found.size() < 10) {
        found.add(name);
      }
    }
    return found;
  }

  private static Map<String, String> topics() throws IOException {
    Map<String, String> topics = new TreeMap<>();
    for (String line : Files.readAllLines(QRELS)) {
      String[] judgement = line.split(" ");
      topics.put(judgement[0], judgement[2]);
    }
    return topics;
  }
}
