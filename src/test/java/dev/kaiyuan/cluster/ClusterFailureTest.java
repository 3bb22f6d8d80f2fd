package dev.kaiyuan.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.cli.Typed;
import dev.kaiyuan.cli.Typed.Answer;
import dev.kaiyuan.search.ArticleSearcher;
import dev.kaiyuan.search.SearchRequest;
import dev.kaiyuan.search.limit.SearchTimeoutException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each failure of a cluster is one line and exit code 2, in English and in Chinese. */
class ClusterFailureTest {
  @TempDir Path folder;
  private Typed person;
  private FolderNode node;

  @BeforeEach
  void anIndex() throws IOException {
    person = new Typed(folder).file("notes/a.md", "# 许可证\n");
    person.run("index", "notes");
    node = FolderNode.over(folder.resolve("index"));
  }

  @AfterEach
  void close() throws IOException {
    node.close();
  }

  private Answer search(String index, String language) {
    return person.run("search", "许可证", "--locale", language, "--index", index);
  }

  private static long asked(FolderNode node) {
    return node.requests().stream().filter(each -> each.endsWith("/_kaiyuan/search")).count();
  }

  private static void assertLine(String line, String port, Answer answer) {
    assertEquals(new Answer(2, "", "kaiyuan: " + line.replace("PORT", port) + "\n"), answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          401|{}|the cluster at http://127.0.0.1:PORT rejected the login, or requires one; check KAIYUAN_CLUSTER_USER and KAIYUAN_CLUSTER_PASSWORD, KAIYUAN_CLUSTER_TOKEN or KAIYUAN_CLUSTER_LOGIN|集群 http://127.0.0.1:PORT 拒绝了用户名和密码或令牌，或者需要登录；请检查 KAIYUAN_CLUSTER_USER 和 KAIYUAN_CLUSTER_PASSWORD、KAIYUAN_CLUSTER_TOKEN 或 KAIYUAN_CLUSTER_LOGIN
          403|{"error":{"type":"security_exception","reason":"no permissions for [indices:data/read]"},"status":403}|the cluster does not allow this user to do that with http://127.0.0.1:PORT/articles (no permissions for [indices:data/read]); ask who runs the cluster|集群不允许该用户对 http://127.0.0.1:PORT/articles 这样做（no permissions for [indices:data/read]）；请联系集群管理员
          404|{"error":{"type":"index_not_found_exception","reason":"no such index [articles]"},"status":404}|there is no index http://127.0.0.1:PORT/articles; create one: kaiyuan index FOLDER --index http://127.0.0.1:PORT/articles|没有索引 http://127.0.0.1:PORT/articles；请先建立：kaiyuan index 文件夹 --index http://127.0.0.1:PORT/articles
          400|{"error":"no handler found for uri [/articles/_kaiyuan/search?protocol=1] and method [POST]"}|the nodes at http://127.0.0.1:PORT lack the plugin of Kaiyuan; on each node: bin/opensearch-plugin install kaiyuan-opensearch-VERSION.zip|http://127.0.0.1:PORT 的节点没有安装 Kaiyuan 插件；请在每个节点上运行：bin/opensearch-plugin install kaiyuan-opensearch-VERSION.zip
          400|{"error":{"type":"kaiyuan_protocol","reason":"other","detail":"7"},"status":400}|the plugin at http://127.0.0.1:PORT is of another version (protocol 7, here 1); install the plugin of this version of Kaiyuan on each node|http://127.0.0.1:PORT 的插件版本不同（协议 7，本程序为 1）；请在每个节点上安装与本程序同版本的插件
          409|{"error":{"type":"kaiyuan_schema","reason":"other","detail":"7"},"status":409}|the index http://127.0.0.1:PORT/articles was created by another version; rebuild it: kaiyuan index --rebuild --index http://127.0.0.1:PORT/articles|索引 http://127.0.0.1:PORT/articles 由其他版本建立；请重建：kaiyuan index --rebuild --index http://127.0.0.1:PORT/articles
          400|{"error":{"type":"kaiyuan_foreign","reason":"none","detail":"articles"},"status":400}|the index http://127.0.0.1:PORT/articles was not created by Kaiyuan; choose another name|索引 http://127.0.0.1:PORT/articles 不是 Kaiyuan 的；请另选名称
          404|<html>Not Found</html>|the server at http://127.0.0.1:PORT is not OpenSearch; check the address|http://127.0.0.1:PORT 处应答的不是 OpenSearch；请检查地址
          200|<html>Welcome</html>|the server at http://127.0.0.1:PORT is not OpenSearch; check the address|http://127.0.0.1:PORT 处应答的不是 OpenSearch；请检查地址
          500|{"error":{"type":"illegal_state_exception","reason":"oh"},"status":500}|the cluster refuses this of http://127.0.0.1:PORT/articles: oh|集群拒绝了对 http://127.0.0.1:PORT/articles 的操作：oh
          """)
  void what_a_node_refuses_is_one_line(int status, String body, String english, String chinese) {
    String port = node.host().substring(node.host().indexOf(':') + 1);
    String index = "http://" + node.host() + "/articles";
    node.next(status, body);
    assertLine(english, port, search(index, "en"));
    node.next(status, body);
    assertLine(chinese, port, search(index, "zh"));
    assertEquals(2, asked(node), "nothing is tried twice");
  }

  @Test
  void a_pattern_that_is_too_complex_is_told_as_of_a_folder() {
    node.next(400, "{\"error\":{\"type\":\"kaiyuan_pattern\",\"detail\":\"*?*?\"},\"status\":400}");
    String[] words = {"search", "许可证", "--index", "http://" + node.host() + "/articles"};
    assertTrue(person.run(words).err().contains("*?*?"));
  }

  @Test
  void a_search_that_takes_too_long_is_told_as_of_a_folder() throws IOException {
    try (ArticleSearcher there =
        ArticleSearcher.open(URI.create("http://" + node.host() + "/articles"))) {
      node.next(
          503, "{\"error\":{\"type\":\"kaiyuan_timeout\",\"detail\":\"500\"},\"status\":503}");
      SearchTimeoutException told =
          assertThrows(SearchTimeoutException.class, () -> there.search(SearchRequest.of("许可证")));
      assertEquals("the search was not done within 500 ms", told.getMessage());
    }
  }

  @Test
  void a_node_that_is_away_is_told_with_all_that_were_tried() {
    assertLine(
        "no node of the cluster can be reached at http://127.0.0.1:1, http://127.0.0.1:2"
            + " (connection refused); check the address and the nodes",
        "",
        search("http://127.0.0.1:1,127.0.0.1:2/articles", "en"));
    assertLine(
        "连接不上集群的任何节点：http://127.0.0.1:1（connection refused）；请检查地址和节点",
        "",
        search("http://127.0.0.1:1/articles", "zh"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"search 许可证", "similar notes/a.md", "show notes/a.md", "stats", "index notes"})
  void a_node_that_does_not_answer_is_told_after_the_time_limit(String command) {
    node.fallSilent();
    assertSlow(command);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"search 许可证", "similar notes/a.md", "show notes/a.md", "stats", "index notes"})
  void a_node_that_stops_within_an_answer_is_told_too(String command) {
    node.haltInAnswers();
    assertSlow(command);
  }

  private void assertSlow(String command) {
    person.with("KAIYUAN_CLUSTER_TIMEOUT", "1");
    String index = "http://" + node.host() + "/articles";
    assertLine(
        "the cluster at http://"
            + node.host()
            + " did not answer within 1 s; try again, or set KAIYUAN_CLUSTER_TIMEOUT to more"
            + " seconds",
        "",
        person.run((command + " --index " + index).split(" ")));
  }

  @Test
  void a_cluster_that_has_too_much_to_do_is_asked_again() {
    String busy =
        "{\"error\":{\"type\":\"es_rejected_execution_exception\",\"reason\":\"full\"},\"status\":429}";
    node.next(429, busy)
        .next(
            500, busy.replace("es_rejected_execution", "node_disconnected").replace("429", "500"));
    assertEquals(0, search("http://" + node.host() + "/articles", "en").code());
    assertEquals(3, asked(node));
    node.next(429, busy).next(429, busy).next(429, busy);
    assertLine(
        "the cluster has too much to do for http://"
            + node.host()
            + "/articles (full); try again later",
        "",
        search("http://" + node.host() + "/articles", "en"));
  }

  @Test
  void a_shard_without_a_copy_is_told() {
    String red =
        "{\"error\":{\"type\":\"kaiyuan_unavailable\",\"reason\":\"none\",\"detail\":\"shard 2\"},\"status\":503}";
    node.next(503, red).next(503, red).next(503, red);
    assertLine(
        "a shard of http://"
            + node.host()
            + "/articles has no copy that answers (shard 2); check the nodes of the cluster",
        "",
        search("http://" + node.host() + "/articles", "en"));
  }

  @Test
  void a_shard_that_does_not_answer_is_told_at_once() throws IOException {
    String slow =
        "{\"error\":{\"type\":\"kaiyuan_slow\",\"reason\":\"none\",\"detail\":\"2\"},\"status\":503}";
    try (FolderNode other = FolderNode.over(folder.resolve("index"))) {
      String index = "http://" + node.host() + "," + other.host() + "/articles";
      node.next(503, slow);
      assertLine(
          "shard 2 of "
              + index
              + " did not answer in time; try again, check its nodes, or set"
              + " KAIYUAN_CLUSTER_TIMEOUT to more seconds",
          "",
          search(index, "en"));
      node.next(503, slow);
      assertLine(
          index + " 的分片 2 没有及时回应；请重试，检查其节点，或把 KAIYUAN_CLUSTER_TIMEOUT 设为更多秒",
          "",
          search(index, "zh"));
      assertEquals(0, asked(other), "it would wait for the same shard");
    }
  }

  @Test
  void another_node_answers_where_one_cannot() throws IOException {
    try (FolderNode other = FolderNode.over(folder.resolve("index"))) {
      node.next(503, "{\"error\":{\"type\":\"x\",\"reason\":\"y\"},\"status\":503}");
      Answer answer = search("http://" + node.host() + "," + other.host() + "/articles", "en");
      assertEquals(0, answer.code(), answer.err());
      assertEquals(List.of(1L, 1L), List.of(asked(node), asked(other)));
    }
  }
}
