package dev.kaiyuan.opensearch.it;

import dev.kaiyuan.cluster.wire.Endpoint;
import dev.kaiyuan.cluster.wire.Wire;
import dev.kaiyuan.opensearch.KaiyuanPlugin;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.opensearch.Version;
import org.opensearch.analysis.common.CommonAnalysisModulePlugin;
import org.opensearch.cluster.service.ClusterService;
import org.opensearch.common.settings.Settings;
import org.opensearch.core.common.transport.TransportAddress;
import org.opensearch.http.HttpServerTransport;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.node.NodeValidationException;
import org.opensearch.plugins.PluginInfo;
import org.opensearch.transport.Netty4ModulePlugin;

/** Nodes of OpenSearch with the plugin, in this JVM, with HTTP and transport of their own. */
final class TestCluster implements Closeable {
  private final List<RunningNode> nodes = new ArrayList<>();
  private final HttpClient http = HttpClient.newHttpClient();

  /** A node that can be one of several in a JVM. */
  private static final class RunningNode extends Node {
    RunningNode(Settings settings) {
      super(
          InternalSettingsPreparer.prepareEnvironment(
              settings, Map.of(), null, () -> settings.get("node.name")),
          List.of(
              plugin(Netty4ModulePlugin.class),
              plugin(CommonAnalysisModulePlugin.class),
              plugin(KaiyuanPlugin.class),
              plugin(BlockedShards.class)),
          true);
    }

    private static PluginInfo plugin(Class<?> type) {
      return new PluginInfo(
          type.getName(),
          type.getName(),
          "classpath",
          Version.CURRENT,
          "21",
          type.getName(),
          null,
          List.of(),
          false);
    }

    @Override
    protected void configureNodeAndClusterIdStateListener(ClusterService clusterService) {
      // It sets what a JVM has once.
    }

    String address() {
      TransportAddress address =
          injector().getInstance(HttpServerTransport.class).boundAddress().publishAddress();
      return "http://127.0.0.1:" + address.getPort();
    }
  }

  /** Starts nodes, which find each other by their ports. */
  static TestCluster start(Path folder, int number) throws IOException, NodeValidationException {
    TestCluster cluster = new TestCluster();
    List<Integer> ports = freePorts(number);
    List<String> seeds = ports.stream().map(port -> "127.0.0.1:" + port).toList();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      names.add("node" + i);
    }
    try {
      for (int i = 0; i < number; i++) {
        Path home = folder.resolve(names.get(i));
        Files.createDirectories(home.resolve("config"));
        RunningNode node =
            new RunningNode(
                Settings.builder()
                    .put("cluster.name", "kaiyuan-test")
                    .put("node.name", names.get(i))
                    .put("path.home", home.toString())
                    .put("network.host", "127.0.0.1")
                    .put("http.port", "0")
                    .put("transport.port", ports.get(i))
                    .put("node.processors", 2)
                    .putList("discovery.seed_hosts", seeds)
                    .putList("cluster.initial_cluster_manager_nodes", names)
                    .put("cluster.routing.allocation.disk.threshold_enabled", false)
                    .build());
        cluster.nodes.add(node);
      }
      List<Thread> starts = new ArrayList<>();
      for (RunningNode node : cluster.nodes) {
        Thread start =
            new Thread(
                () -> {
                  try {
                    node.start();
                  } catch (NodeValidationException e) {
                    throw new IllegalStateException(e);
                  }
                });
        start.start();
        starts.add(start);
      }
      for (Thread start : starts) {
        start.join();
      }
      cluster.require("GET", "/_cluster/health?wait_for_nodes=" + number + "&timeout=30s", "");
      return cluster;
    } catch (InterruptedException e) {
      cluster.close();
      throw new IllegalStateException(e);
    } catch (IOException | RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  private static List<Integer> freePorts(int number) throws IOException {
    List<java.net.ServerSocket> sockets = new ArrayList<>();
    List<Integer> ports = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      sockets.add(new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress()));
      ports.add(sockets.get(i).getLocalPort());
    }
    for (java.net.ServerSocket socket : sockets) {
      socket.close();
    }
    return ports;
  }

  /** Returns the addresses of the nodes, such as {@code http://127.0.0.1:9200}. */
  List<String> addresses() {
    return nodes.stream().map(RunningNode::address).toList();
  }

  /** Closes a node as if its machine were switched off in good order. */
  void closeNode(int number) throws IOException {
    nodes.remove(number).close();
  }

  /** Sends a request to the first node. */
  HttpResponse<byte[]> send(String method, String path, byte[] body) throws IOException {
    return send(addresses().getFirst(), method, path, body);
  }

  HttpResponse<byte[]> send(String address, String method, String path, byte[] body)
      throws IOException {
    try {
      return http.send(
          HttpRequest.newBuilder(URI.create(address + path))
              .method(method, BodyPublishers.ofByteArray(body))
              .header("Content-Type", "application/json")
              .build(),
          BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Sends a request that must succeed, and returns what comes back. */
  String require(String method, String path, String body) throws IOException {
    HttpResponse<byte[]> response =
        send(method, path, body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    String text = new String(response.body(), java.nio.charset.StandardCharsets.UTF_8);
    if (response.statusCode() >= 300) {
      throw new AssertionError(method + " " + path + ": " + text);
    }
    return text;
  }

  /** Asks a question that must be answered. */
  <T extends Record> T ask(String index, Endpoint endpoint, Record question, Class<T> answer)
      throws IOException {
    HttpResponse<byte[]> response = send("POST", endpoint.address(index), Wire.write(question));
    if (response.statusCode() != 200) {
      throw new AssertionError(
          new String(response.body(), java.nio.charset.StandardCharsets.UTF_8));
    }
    return Wire.read(response.body(), answer);
  }

  @Override
  public void close() throws IOException {
    for (RunningNode node : nodes) {
      node.close();
    }
  }
}
