package dev.kaiyuan.server.http;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Asks one thing after another over one connection, as long as the server keeps it. */
final class KeptConnection implements Closeable {
  private final Served served;
  private @Nullable Socket socket;
  private @Nullable InputStream in;
  private String last = "";
  private String before = "";

  KeptConnection(Served served) {
    this.served = served;
  }

  /** Sends a request as it is and returns the status of the answer. */
  int status(String request) throws IOException {
    if (socket == null) {
      socket = served.connect();
      in = new BufferedInputStream(socket.getInputStream());
    }
    last = before + request;
    before = request;
    socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
    int status = Integer.parseInt(line().split(" ")[1]);
    int length = 0;
    boolean kept = true;
    for (String line = line(); !line.isEmpty(); line = line()) {
      String header = line.toLowerCase(Locale.ROOT);
      if (header.startsWith("content-length: ")) {
        length = Integer.parseInt(header.substring(16));
      }
      kept &= !header.equals("connection: close");
    }
    in.skipNBytes(request.startsWith("HEAD") ? 0 : length);
    if (!kept) {
      close();
    }
    return status;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the server hung up after " + last + line);
      }
      line.append((char) c);
    }
    return line.toString().strip();
  }

  @Override
  public void close() throws IOException {
    if (socket != null) {
      socket.close();
      socket = null;
    }
  }
}
