package dev.kaiyuan.opensearch.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.index.DirectoryIndexer;
import dev.kaiyuan.index.IndexingOptions;
import dev.kaiyuan.index.IndexingProgress;
import dev.kaiyuan.search.ArticleSearcher;
import dev.kaiyuan.search.Hit;
import dev.kaiyuan.search.SearchRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opensearch.common.xcontent.json.JsonXContent;
import org.opensearch.core.xcontent.DeprecationHandler;
import org.opensearch.core.xcontent.NamedXContentRegistry;

/** What the plugin adds to searches that a person writes in OpenSearch's own language. */
class NativeDoorsIT {
  private static final Path QUERIES = Path.of("src/test/resources/dev/kaiyuan/corpus/queries.tsv");

  private static TestCluster cluster;
  private static ArticleSearcher searcher;

  @BeforeAll
  static void fill(@TempDir Path folder) throws Exception {
    Path index = folder.resolve("index");
    new DirectoryIndexer(index, IndexingOptions.REFRESH)
        .index(List.of(Path.of("corpus")), IndexingProgress.NONE);
    searcher = ArticleSearcher.open(index);
    cluster = TestCluster.start(folder.resolve("cluster"), 1);
    Copy.of(index, cluster, "notes", 2, 0);
    Copy.of(index, cluster, "one", 1, 0);
  }

  @AfterAll
  static void close() throws IOException {
    searcher.close();
    cluster.close();
  }

  private static Map<String, Object> json(String text) throws IOException {
    return JsonXContent.jsonXContent
        .createParser(
            NamedXContentRegistry.EMPTY, DeprecationHandler.THROW_UNSUPPORTED_OPERATION, text)
        .map();
  }

  /** Returns the ids of what a search finds. */
  private static List<String> found(String body) throws IOException {
    return found("notes", body);
  }

  private static List<String> found(String index, String body) throws IOException {
    String path = "/" + index + "/_search?search_type=dfs_query_then_fetch";
    Map<String, Object> answer = json(cluster.require("POST", path, body));
    List<String> ids = new ArrayList<>();
    for (Object hit : (List<?>) ((Map<?, ?>) answer.get("hits")).get("hits")) {
      ids.add((String) ((Map<?, ?>) hit).get("_id"));
    }
    return ids;
  }

  private static List<String> paths(SearchRequest request) throws IOException {
    return searcher.search(request).hits().stream().map(Hit::path).toList();
  }

  @Test
  void the_analyzer_cuts_chinese_words_and_finds_their_traditional_form() throws IOException {
    cluster.require(
        "PUT",
        "/own",
        """
        {"settings":{"index.similarity.mine.type":"kaiyuan"},
        "mappings":{"properties":{"text":
        {"type":"text","analyzer":"kaiyuan","similarity":"mine"}}}}""");
    cluster.require("PUT", "/own/_doc/1?refresh=true", "{\"text\":\"開源軟體的許可證\"}");
    cluster.require("PUT", "/own/_doc/2?refresh=true", "{\"text\":\"licenses of software\"}");
    String tokens =
        cluster.require(
            "POST", "/own/_analyze", "{\"analyzer\":\"kaiyuan\",\"text\":\"开源许可证 Licenses\"}");
    List<String> words = new ArrayList<>();
    for (Object token : (List<?>) json(tokens).get("tokens")) {
      words.add((String) ((Map<?, ?>) token).get("token"));
    }
    assertTrue(words.containsAll(List.of("开源", "许可证")), tokens);
    String grams =
        cluster.require(
            "POST", "/own/_analyze", "{\"analyzer\":\"kaiyuan_grams\",\"text\":\"许可证\"}");
    assertTrue(grams.contains("\"许可\"") && grams.contains("\"可证\""), grams);
    String one =
        cluster.require("POST", "/own/_search", "{\"query\":{\"match\":{\"text\":\"许可证\"}}}");
    assertTrue(one.contains("\"_id\":\"1\"") && !one.contains("\"_id\":\"2\""), one);
  }

  @Test
  void the_query_and_the_rescorer_find_what_a_folder_finds() throws IOException {
    for (String query : List.of("开源许可证", "copyleft", "maintainer burnout", "tag:law 专利")) {
      SearchRequest all = SearchRequest.builder(query).limit(1000).snippets(0, 100).build();
      List<String> ids =
          found(
              """
              {"query":{"kaiyuan":{"query":"%s"}},"size":1000,
              "rescore":{"window_size":50,"kaiyuan":{"query":"%s"}}}"""
                  .formatted(query, query));
      assertTrue(ids.size() > 3, query);
      assertTrue(paths(all).containsAll(ids), query);
    }
  }

  /** Returns the first ten with the rescorer. */
  private static List<String> first(String index, String query, String weights) throws IOException {
    String typed = "{\"query\":\"" + query.replace("\"", "\\\"") + "\"" + weights + "}";
    return found(
        index,
        """
        {"query":{"kaiyuan":%s},"size":10,"rescore":{"window_size":50,"kaiyuan":%s}}"""
            .formatted(typed, typed));
  }

  @Test
  void with_one_shard_and_the_rescorer_the_first_ten_are_those_of_a_folder() throws IOException {
    int asked = 0;
    for (String line : Files.readAllLines(QUERIES)) {
      String query = line.substring(line.indexOf('\t') + 1);
      assertEquals(paths(SearchRequest.of(query)), first("one", query, ""), query);
      asked++;
    }
    assertEquals(327, asked);
  }

  @Test
  void weights_count() throws IOException {
    String query = "how do maintainers burn out and what helps";
    String usual = "\"weights\":{\"title\":1,\"feedback\":0.8}";
    assertEquals(first("one", query, ""), first("one", query, "," + usual));
    assertEquals(10, first("one", "维护者", ",\"language\":\"en\"").size());
    assertEquals(
        List.of(), first("one", "维护者", ",\"language\":\"en\",\"weights\":{\"translated\":0}"));
    var answer =
        cluster.send(
            "POST",
            "/one/_search",
            "{\"query\":{\"kaiyuan\":{\"query\":\"a\",\"weights\":{\"colour\":2}}}}"
                .getBytes(StandardCharsets.UTF_8));
    assertEquals(400, answer.statusCode());
    String text = new String(answer.body(), StandardCharsets.UTF_8);
    assertTrue(text.contains("[kaiyuan] no weight [colour] of [2]"), text);
  }

  @Test
  void switches_and_filters_count_and_it_is_one_query_among_others() throws IOException {
    List<String> english =
        found("{\"query\":{\"kaiyuan\":{\"query\":\"许可证\",\"language\":\"en\"}},\"size\":5}");
    assertEquals(5, english.size());
    assertTrue(english.stream().allMatch(id -> id.contains("/en/")), english.toString());
    List<String> untranslated =
        found(
            "{\"query\":{\"kaiyuan\":{\"query\":\"维护者\",\"language\":\"en\","
                + "\"translate\":false}}}");
    assertEquals(List.of(), untranslated);
    List<String> combined =
        found(
            """
            {"query":{"bool":{"must":[{"kaiyuan":{"query":"许可证","path":"**/copyleft.md"}}],
            "filter":[{"term":{"lang":"en"}},{"match":{"title":"copyleft"}}]}}}""");
    assertEquals(1, combined.size());
    assertTrue(combined.getFirst().endsWith("en/copyleft.md"), combined.toString());
  }

  @Test
  void what_the_query_does_not_know_is_told() throws IOException {
    var answer =
        cluster.send(
            "POST",
            "/notes/_search",
            "{\"query\":{\"kaiyuan\":{\"query\":\"a\",\"colour\":\"red\"}}}"
                .getBytes(StandardCharsets.UTF_8));
    assertEquals(400, answer.statusCode());
    String text = new String(answer.body(), StandardCharsets.UTF_8);
    assertTrue(text.contains("[kaiyuan] does not know [colour]"), text);
  }
}
