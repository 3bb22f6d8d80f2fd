package dev.kaiyuan.opensearch.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.cluster.wire.Answer;
import dev.kaiyuan.cluster.wire.Endpoint;
import dev.kaiyuan.cluster.wire.Question;
import dev.kaiyuan.cluster.wire.Wire;
import dev.kaiyuan.document.Language;
import dev.kaiyuan.index.CommitData;
import dev.kaiyuan.index.DirectoryIndexer;
import dev.kaiyuan.index.IndexSchema;
import dev.kaiyuan.index.IndexingOptions;
import dev.kaiyuan.index.IndexingProgress;
import dev.kaiyuan.search.ArticleSearcher;
import dev.kaiyuan.search.Hit;
import dev.kaiyuan.search.IndexStatistics;
import dev.kaiyuan.search.SearchRequest;
import dev.kaiyuan.search.SearchResults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index of one shard answers as the index of a folder does. */
class OneShardIT {
  private static final Path QUERIES = Path.of("src/test/resources/dev/kaiyuan/corpus/queries.tsv");

  private static TestCluster cluster;
  private static ArticleSearcher searcher;

  @BeforeAll
  static void fill(@TempDir Path folder) throws Exception {
    Path index = folder.resolve("index");
    new DirectoryIndexer(index, IndexingOptions.REFRESH)
        .index(List.of(Path.of("corpus")), IndexingProgress.NONE);
    searcher = ArticleSearcher.open(index);
    cluster = TestCluster.start(folder.resolve("cluster"), 3);
    Copy.of(index, cluster, "one", 1, 1);
  }

  @AfterAll
  static void close() throws IOException {
    searcher.close();
    cluster.close();
  }

  private static SearchResults asked(SearchRequest request, String like, boolean facets)
      throws IOException {
    return new AskedIndex(cluster, "one").search(request, like, facets);
  }

  /** Compares everything but the time that the search took. */
  static void assertSame(SearchResults expected, SearchResults actual) {
    assertEquals(expected.hits().size(), actual.hits().size(), expected.query());
    List<Hit> hits = new ArrayList<>();
    for (int i = 0; i < expected.hits().size(); i++) {
      Hit hit = actual.hits().get(i);
      float score = expected.hits().get(i).score();
      assertEquals(score, hit.score(), 1e-4 * Math.max(1, score), expected.query());
      hits.add(
          new Hit(
              hit.rank(),
              score,
              hit.path(),
              hit.title(),
              hit.titleHighlights(),
              hit.language(),
              hit.date(),
              hit.authors(),
              hit.tags(),
              hit.matchedMetadata(),
              hit.format(),
              hit.line(),
              hit.place(),
              hit.section(),
              hit.snippets(),
              hit.twins(),
              hit.reasons()));
    }
    assertEquals(
        expected,
        new SearchResults(
            actual.query(),
            actual.total(),
            actual.totalExact(),
            actual.added(),
            expected.took(),
            hits,
            actual.understood(),
            actual.translations(),
            actual.suggestion(),
            actual.facets(),
            actual.notices()));
  }

  @Test
  void all_questions_about_the_corpus_are_answered_alike() throws IOException {
    int asked = 0;
    for (String line : Files.readAllLines(QUERIES)) {
      String query = line.substring(line.indexOf('\t') + 1);
      SearchRequest request = SearchRequest.builder(query).ownLanguage(Language.CHINESE).build();
      assertSame(searcher.searchWithFacets(request), asked(request, null, true));
      asked++;
    }
    assertEquals(327, asked);
  }

  @Test
  void whatever_a_request_says_is_answered_alike() throws IOException {
    List<SearchRequest> requests = new ArrayList<>();
    for (String query :
        List.of(
            "lisense",
            "kaiyuan",
            "\"开源 软件\"",
            "licens* -copyleft",
            "mantainer~",
            "tag:law path:**/zh/**",
            "许可正",
            "源",
            "-开源",
            "",
            "opensource.org",
            "title:copyleft OR title:许可证")) {
      requests.add(SearchRequest.of(query));
    }
    SearchRequest.Builder open = SearchRequest.builder("开源 license");
    requests.add(open.offset(3).limit(4).snippets(1, 40).build());
    requests.add(open.order(SearchRequest.Order.DATE).build());
    requests.add(open.order(SearchRequest.Order.PATH).language(Language.ENGLISH).build());
    requests.add(SearchRequest.builder("copyleft").twins(SearchRequest.Twins.FOLD).build());
    requests.add(SearchRequest.builder("copyleft").translate(false).build());
    requests.add(SearchRequest.builder("开源许可证").limit(1000).snippets(0, 40).build());
    for (SearchRequest each : requests) {
      assertSame(searcher.searchWithFacets(each), asked(each, null, true));
    }
    String like = searcher.articlePaths().getFirst();
    SearchRequest any = SearchRequest.of("");
    assertSame(searcher.similar(like, any), asked(any, like, false));
  }

  @Test
  void what_the_index_holds_is_told_alike() throws IOException {
    Question.Plain plain = new Question.Plain();
    List<String> articles = searcher.articlePaths();
    assertEquals(
        articles, cluster.ask("one", Endpoint.ARTICLES, plain, Answer.Names.class).names());
    assertEquals(
        searcher.paths(), cluster.ask("one", Endpoint.PATHS, plain, Answer.Names.class).names());
    assertEquals("", cluster.ask("one", Endpoint.WORDS, plain, Answer.Words.class).own());
    IndexStatistics expected = searcher.statistics();
    IndexStatistics told = cluster.ask("one", Endpoint.STATISTICS, plain, IndexStatistics.class);
    assertEquals(expected.articles(), told.articles());
    assertEquals(expected.bytes(), told.bytes());
    assertEquals(expected.facets(), told.facets());
    assertEquals(expected.largest(), told.largest());
    assertTrue(told.indexBytes() > 0);
    assertEquals(
        searcher.completions("copy", 5),
        cluster
            .ask(
                "one",
                Endpoint.COMPLETIONS,
                new Question.Completions("copy", 5),
                Answer.Names.class)
            .names());
    for (String path : articles.subList(0, 5)) {
      Answer.Article article =
          cluster.ask("one", Endpoint.ARTICLE, new Question.Article(path), Answer.Article.class);
      assertEquals(searcher.article(path).text(), article.article().text());
      assertEquals(
          searcher.article(path).layout().sections(), article.article().layout().sections());
    }
  }

  @Test
  void files_are_listed_a_piece_at_a_time() throws IOException {
    String root = searcher.folders().getFirst();
    List<String> paths = new ArrayList<>();
    String after = null;
    boolean last = false;
    while (!last) {
      Answer.Files piece =
          cluster.ask(
              "one", Endpoint.FILES, new Question.Files(root, after, 7), Answer.Files.class);
      piece.files().forEach(file -> paths.add(file.path()));
      last = piece.last();
      after = paths.getLast();
    }
    assertEquals(searcher.paths(), paths);
  }

  private static String assertRefused(int status, String type, String path, Record question)
      throws IOException {
    var answer = cluster.send("POST", path, Wire.write(question));
    String text = new String(answer.body(), UTF_8);
    assertTrue(text.startsWith("{\"error\":{\"type\":\"kaiyuan_" + type + "\""), text);
    assertEquals(status, answer.statusCode());
    return text;
  }

  @Test
  void a_search_that_takes_too_long_is_given_up() throws IOException {
    SearchRequest hasty = SearchRequest.builder("开源").timeLimit(Duration.ofNanos(1)).build();
    String told =
        assertRefused(
            503,
            "timeout",
            Endpoint.SEARCH.address("one"),
            new Question.Search(hasty, null, false, null, null));
    assertTrue(told.contains("\"detail\":\"0\""), told); // The client reads milliseconds.
  }

  @Test
  void what_cannot_be_answered_is_told() throws IOException {
    Question.Plain plain = new Question.Plain();
    Question.Search search = new Question.Search(SearchRequest.of("开源"), null, false, null, null);
    cluster.require("PUT", "/foreign", "{}");
    assertRefused(400, "foreign", Endpoint.SEARCH.address("foreign"), search);
    cluster.require("PUT", "/old", Copy.creation(new CommitData(Map.of("schema", "1")), 1, 0));
    assertRefused(409, "schema", Endpoint.VERSION.address("old"), plain);
    assertRefused(400, "protocol", "/one/_kaiyuan/paths?protocol=99", plain);
    assertRefused(400, "malformed", Endpoint.SEARCH.address("one"), plain);
    assertRefused(
        404,
        "no_article",
        Endpoint.SEARCH.address("one"),
        new Question.Search(SearchRequest.of(""), "nowhere.md", false, null, null));
    var missing = cluster.send("POST", Endpoint.PATHS.address("missing"), Wire.write(plain));
    assertEquals(404, missing.statusCode());
    assertTrue(new String(missing.body(), UTF_8).contains("index_not_found_exception"));
  }

  @Test
  void an_index_without_copies_is_not_answered_in_part() throws IOException {
    String creation = Copy.creation(new CommitData(Map.of("schema", IndexSchema.VERSION)), 2, 0);
    cluster.require(
        "PUT",
        "/nowhere?wait_for_active_shards=0",
        creation.replace(
            "{\"index\":{", "{\"index\":{\"routing.allocation.require._name\":\"none\","));
    assertRefused(
        503,
        "unavailable",
        Endpoint.SEARCH.address("nowhere"),
        new Question.Search(SearchRequest.of("开源"), null, false, null, null));
  }
}
