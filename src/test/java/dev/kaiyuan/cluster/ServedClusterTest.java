package dev.kaiyuan.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.cli.Typed;
import dev.kaiyuan.server.ServedCluster;
import dev.kaiyuan.server.http.HttpServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server over a cluster goes on without it. */
class ServedClusterTest {
  @TempDir Path folder;

  private static String metrics(HttpServer server) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> response =
          http.send(
              HttpRequest.newBuilder(URI.create(server.address()).resolve("/metrics")).build(),
              BodyHandlers.ofString());
      assertEquals(200, response.statusCode(), response.body());
      return response.body();
    }
  }

  @Test
  void metrics_say_whether_the_cluster_answers() throws Exception {
    new Typed(folder).file("notes/a.md", "# 许可证\n").run("index", "notes");
    FolderNode node = FolderNode.over(folder.resolve("index"));
    Cluster cluster =
        Cluster.at(
            ClusterAddress.of("http://" + node.host() + "/articles"),
            ClusterAccess.of(Map.of(), folder));
    try (HttpServer server =
        HttpServer.start(ServedCluster.open(cluster, null), folder, "127.0.0.1", 0, fault -> {})) {
      String here = metrics(server);
      assertTrue(here.contains("\nkaiyuan_index_available 1\n"), here);
      assertTrue(here.contains("\nkaiyuan_articles 1\n"), here);
      node.close();
      String away = metrics(server);
      assertTrue(away.contains("\nkaiyuan_index_available 0\n"), away);
      assertTrue(
          away.contains("\nkaiyuan_http_requests_total{route=\"/metrics\",code=\"200\"} 1\n"),
          away);
    }
  }
}
