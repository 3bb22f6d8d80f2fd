package dev.kaiyuan.server.http;

import dev.kaiyuan.analysis.translation.Translations;
import dev.kaiyuan.index.DirectoryIndexer;
import dev.kaiyuan.index.IndexingOptions;
import dev.kaiyuan.index.IndexingProgress;
import dev.kaiyuan.server.ServedFolder;
import dev.kaiyuan.server.ServedIndex;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;

/** A folder of notes, its index, and a server over it, asked over a socket of its own. */
final class Served implements AutoCloseable {
  final Path folder;
  final List<Throwable> faults = new CopyOnWriteArrayList<>();
  final ServedIndex index;
  final HttpServer server;
  final int port;

  private Served(Path folder, String host) throws IOException {
    this.folder = folder;
    index();
    index = ServedFolder.open(folder.resolve("index"), Translations.builtIn());
    server = HttpServer.start(index, folder, host, 0, faults::add);
    port = URI.create(server.address()).getPort();
  }

  /** Serves articles, given by the names of their files, or those that lie in the folder. */
  static Served of(Path folder, Map<String, String> articles) throws IOException {
    return on("127.0.0.1", folder, articles);
  }

  static Served on(String host, Path folder, Map<String, String> articles) throws IOException {
    Path real = folder.toRealPath();
    for (Map.Entry<String, String> article : articles.entrySet()) {
      write(real.resolve("notes").resolve(article.getKey()), article.getValue());
    }
    return new Served(real, host);
  }

  static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  void index() throws IOException {
    new DirectoryIndexer(folder.resolve("index"), IndexingOptions.REFRESH)
        .index(List.of(folder.resolve("notes")), IndexingProgress.NONE);
  }

  /** What came back, the names of its headers in lower case. */
  record Reply(int status, Map<String, String> headers, byte[] bytes) {
    String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The body as it was before it was compressed. */
    String unzipped() throws IOException {
      try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
  }

  Socket connect() throws IOException {
    Socket socket = new Socket("127.0.0.1", port);
    socket.setSoTimeout(60_000);
    return socket;
  }

  /** Asks by GET. */
  Reply get(String target, String... headers) {
    return ask("GET", target, headers);
  }

  /** Asks; of two headers of a name the one given here counts. */
  Reply ask(String method, String target, String... headers) {
    List<String> lines = new ArrayList<>(List.of(headers));
    if (lines.stream().noneMatch(line -> line.startsWith("Host:"))) {
      lines.add("Host: 127.0.0.1:" + port);
    }
    lines.add("Connection: close");
    return send(method + " " + target + " HTTP/1.1\r\n" + String.join("\r\n", lines) + "\r\n\r\n");
  }

  Reply send(String request) {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return read(socket.getInputStream().readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Reply read(byte[] all) {
    String text = new String(all, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    String[] head = text.substring(0, end).split("\r\n");
    Map<String, String> headers = new HashMap<>();
    for (String line : List.of(head).subList(1, head.length)) {
      String[] parts = line.split(": ", 2);
      headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
    }
    byte[] body = text.substring(end + 4).getBytes(StandardCharsets.ISO_8859_1);
    return new Reply(Integer.parseInt(head[0].split(" ")[1]), headers, body);
  }

  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    server.close();
    index.close();
  }
}
