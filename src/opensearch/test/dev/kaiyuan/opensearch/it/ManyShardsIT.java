package dev.kaiyuan.opensearch.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.analysis.translation.Pinyin;
import dev.kaiyuan.cluster.wire.Answer;
import dev.kaiyuan.cluster.wire.Endpoint;
import dev.kaiyuan.cluster.wire.Question;
import dev.kaiyuan.document.Language;
import dev.kaiyuan.index.ArticleField;
import dev.kaiyuan.index.DirectoryIndexer;
import dev.kaiyuan.index.IndexingOptions;
import dev.kaiyuan.index.IndexingProgress;
import dev.kaiyuan.search.ArticleSearcher;
import dev.kaiyuan.search.Hit;
import dev.kaiyuan.search.IndexStatistics;
import dev.kaiyuan.search.Reason;
import dev.kaiyuan.search.SearchRequest;
import dev.kaiyuan.search.SearchResults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** An index of six shards with a replica weighs terms as one of a folder does. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ManyShardsIT {
  private static final Path QUERIES = Path.of("src/test/resources/dev/kaiyuan/corpus/queries.tsv");

  private static TestCluster cluster;
  private static ArticleSearcher searcher;
  private static Path index;

  @BeforeAll
  static void fill(@TempDir Path folder) throws Exception {
    index = folder.resolve("index");
    new DirectoryIndexer(index, IndexingOptions.REFRESH)
        .index(List.of(Path.of("corpus")), IndexingProgress.NONE);
    searcher = ArticleSearcher.open(index);
    cluster = TestCluster.start(folder.resolve("cluster"), 3);
    Copy.of(index, cluster, "many", 6, 1);
  }

  @AfterAll
  static void close() throws IOException {
    searcher.close();
    cluster.close();
  }

  private static SearchResults asked(SearchRequest request, String like) throws IOException {
    return new AskedIndex(cluster, "many").search(request, like, true);
  }

  private static List<String> paths(SearchResults results) {
    return results.hits().stream().map(Hit::path).toList();
  }

  private static void assertAlike(Iterable<String> queries) throws IOException {
    for (String query : queries) {
      SearchRequest request = SearchRequest.builder(query).ownLanguage(Language.CHINESE).build();
      SearchResults expected = searcher.searchWithFacets(request);
      SearchResults actual = asked(request, null);
      assertSame(expected, actual);
      assertEquals(expected.translations(), actual.translations(), query);
      assertEquals(expected.understood(), actual.understood(), query);
      assertEquals(expected.suggestion(), actual.suggestion(), query);
    }
  }

  /**
   * Compares what several shards find with what a folder does: all but reasons, which are rounded.
   */
  static void assertSame(SearchResults expected, SearchResults actual) {
    String query = expected.query();
    assertEquals(paths(expected), paths(actual), query);
    for (int i = 0; i < expected.hits().size(); i++) {
      float score = expected.hits().get(i).score();
      assertEquals(score, actual.hits().get(i).score(), 1e-4 * Math.max(1, score), query);
    }
    assertEquals(
        expected.hits().stream().map(Hit::snippets).toList(),
        actual.hits().stream().map(Hit::snippets).toList(),
        query);
    assertEquals(expected.total(), actual.total(), query);
    assertEquals(expected.added(), actual.added(), query);
    assertEquals(expected.facets(), actual.facets(), query);
    assertEquals(expected.notices(), actual.notices(), query);
  }

  @Test
  void questions_are_answered_as_by_a_folder() throws IOException {
    List<String> queries =
        Files.readAllLines(QUERIES).stream()
            .map(line -> line.substring(line.indexOf('\t') + 1))
            .toList();
    assertEquals(327, queries.size());
    assertAlike(queries);
  }

  /** Returns every so manieth word of the corpus of a script and some length, in order. */
  private static List<String> words(boolean han, int shortest, int step) throws IOException {
    List<String> words = new ArrayList<>();
    try (FSDirectory directory = FSDirectory.open(index);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      TermsEnum terms = ArticleField.BODY_WORDS.terms(reader);
      int seen = 0;
      for (BytesRef term = terms.next(); term != null; term = terms.next()) {
        String word = term.utf8ToString();
        boolean fits =
            word.codePoints()
                .allMatch(c -> han ? Character.isIdeographic(c) : c >= 'a' && c <= 'z');
        if (fits && word.length() >= shortest && seen++ % step == 0) {
          words.add(word);
        }
      }
    }
    assertTrue(words.size() > 30, words.toString());
    return words;
  }

  @Test
  void prefixes_stand_for_the_words_of_all_shards() throws IOException {
    List<String> queries = new ArrayList<>(List.of("a*", "s*", "开*", "-s*", "title:l*"));
    words(false, 5, 50).forEach(word -> queries.add(word.substring(0, 4) + "*"));
    words(false, 5, 50).forEach(word -> queries.add("+" + word.substring(0, 2) + "* 开源"));
    words(true, 2, 50).forEach(word -> queries.add(word.charAt(0) + "*"));
    assertAlike(queries);
  }

  /** Returns a word with another letter in the middle, or its middle letters swapped. */
  private static String misspelled(String word, boolean swapped) {
    int middle = word.length() / 2;
    String letters =
        swapped
            ? "" + word.charAt(middle) + word.charAt(middle - 1)
            : "" + word.charAt(middle - 1) + (word.charAt(middle) == 'x' ? 'y' : 'x');
    return word.substring(0, middle - 1) + letters + word.substring(middle + 1);
  }

  @Test
  void misspellings_stand_for_the_words_of_all_shards() throws IOException {
    List<String> queries = new ArrayList<>();
    for (String word : words(false, 4, 50)) {
      queries.add(misspelled(word, false) + "~");
      queries.add("title:" + misspelled(word, true) + "~ OR " + word);
    }
    words(true, 3, 10).forEach(word -> queries.add(word.charAt(0) + "万" + word.substring(2) + "~"));
    assertAlike(queries);
  }

  @Test
  void suggestions_are_of_the_words_of_all_shards() throws IOException {
    List<String> queries = new ArrayList<>(List.of("源", "许", "码 农"));
    for (String word : words(false, 4, 50)) {
      queries.add(misspelled(word, false));
      queries.add(misspelled(word, true) + " licence");
    }
    for (String word : words(true, 2, 100)) {
      queries.add(homophone(word.charAt(0)) + word.substring(1));
      queries.add(word.substring(0, word.length() - 1) + homophone(word.charAt(word.length() - 1)));
      StringBuilder pinyin = new StringBuilder();
      StringBuilder initials = new StringBuilder();
      for (int i = 0; i < word.length(); i++) {
        List<String> readings = Pinyin.readings(word.charAt(i));
        if (!readings.isEmpty()) {
          pinyin.append(readings.getFirst());
          initials.append(readings.getFirst().charAt(0));
        }
      }
      queries.add(pinyin.toString());
      queries.add(initials.toString());
    }
    assertAlike(queries);
    int suggested = 0;
    for (String query : queries) {
      suggested += searcher.search(SearchRequest.of(query)).suggestion() != null ? 1 : 0;
    }
    assertTrue(suggested > queries.size() / 3, suggested + " of " + queries.size());
  }

  /** Returns another character of the same sound, if there is one. */
  private static String homophone(char character) {
    for (String reading : Pinyin.readings(character)) {
      for (int other : Pinyin.characters(reading).codePoints().toArray()) {
        if (other != character) {
          return Character.toString(other);
        }
      }
    }
    return Character.toString(character);
  }

  @Test
  void orders_and_reasons_are_those_of_a_folder() throws IOException {
    SearchRequest.Builder builder = SearchRequest.builder("开源 license");
    for (SearchRequest.Order order : SearchRequest.Order.values()) {
      SearchRequest request = builder.order(order).offset(3).limit(15).build();
      assertEquals(
          paths(searcher.searchWithFacets(request)), paths(asked(request, null)), order.name());
    }
    SearchRequest explained =
        SearchRequest.builder("how do maintainers burn out and what helps").explain(true).build();
    assertEquals(
        kinds(searcher.searchWithFacets(explained).hits().getFirst()),
        kinds(asked(explained, null).hits().getFirst()));
    SearchRequest fold = SearchRequest.builder("copyleft").twins(SearchRequest.Twins.FOLD).build();
    assertEquals(searcher.search(fold).hits(), List.copyOf(asked(fold, null).hits()));
    assertTrue(asked(SearchRequest.of(""), searcher.articlePaths().getFirst()).hits().size() > 5);
  }

  private static Set<Reason.Kind> kinds(Hit hit) {
    return hit.reasons().stream().map(Reason::kind).collect(Collectors.toSet());
  }

  @Test
  void what_shards_hold_is_added_up() throws IOException {
    Question.Plain plain = new Question.Plain();
    assertEquals(
        searcher.articlePaths(),
        cluster.ask("many", Endpoint.ARTICLES, plain, Answer.Names.class).names());
    IndexStatistics told = cluster.ask("many", Endpoint.STATISTICS, plain, IndexStatistics.class);
    IndexStatistics expected = searcher.statistics();
    assertEquals(expected.articles(), told.articles());
    assertEquals(expected.facets(), told.facets());
    assertEquals(expected.largest(), told.largest());
    assertEquals(
        searcher.completions("lic", 9),
        cluster
            .ask(
                "many",
                Endpoint.COMPLETIONS,
                new Question.Completions("lic", 9),
                Answer.Names.class)
            .names());
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void no_search_fails_when_a_node_goes() throws Exception {
    SearchRequest request = SearchRequest.of("开源许可证 copyleft");
    List<String> expected = paths(searcher.search(request));
    AtomicBoolean gone = new AtomicBoolean();
    try (ExecutorService person = Executors.newSingleThreadExecutor()) {
      Future<Integer> searches =
          person.submit(
              () -> {
                int done = 0;
                for (int more = 20; more > 0; more -= gone.get() ? 1 : 0) {
                  assertEquals(expected, paths(asked(request, null)));
                  done++;
                }
                return done;
              });
      cluster.closeNode(2);
      gone.set(true);
      assertTrue(searches.get() > 20);
    }
  }
}
