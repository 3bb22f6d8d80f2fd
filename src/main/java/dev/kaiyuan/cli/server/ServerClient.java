package dev.kaiyuan.cli.server;

import dev.kaiyuan.cli.context.PagerRunner;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Sends a command to a server and writes its {@link Response}. */
public final class ServerClient {
  private final Path file;
  private final int silence;
  private final OutputStream out;
  private final OutputStream err;
  private boolean hasShown;

  /**
   * Prepares a request.
   *
   * @param file the file of the server
   * @param silence the milliseconds without a heartbeat after which the server counts as missing
   * @param out standard output
   * @param err standard error
   */
  public ServerClient(Path file, int silence, OutputStream out, OutputStream err) {
    this.file = file;
    this.silence = silence;
    this.out = out;
    this.err = err;
  }

  /** Whether the server stopped after part of its response was shown. */
  public boolean isBroken() {
    return hasShown;
  }

  /** Returns the exit code, or -1 if the server does not answer. */
  public int ask(
      Path folder,
      Map<String, String> properties,
      Map<String, String> variables,
      List<String> words) {
    try (Socket server = new Socket()) {
      ServerFile serverFile = ServerFile.read(file, CommandServer.jar());
      server.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), serverFile.port()), silence);
      server.setSoTimeout(silence);
      Request request = new Request(serverFile.secret(), folder, properties, variables, words);
      server.getOutputStream().write(request.bytes());
      return read(
          new DataInputStream(new BufferedInputStream(server.getInputStream(), 1 << 16)),
          variables);
    } catch (IOException | RuntimeException e) {
      return -1;
    }
  }

  private int read(DataInputStream reply, Map<String, String> variables) throws IOException {
    while (true) {
      String[] line = line(reply).split(" ");
      switch (line[0]) {
        case "." -> {}
        case "x" -> {
          hasShown = false;
          return Integer.parseInt(line[1]);
        }
        case "p" -> {
          byte[] text = block(reply, line[1]);
          page(text, block(reply, line[2]), variables);
        }
        case "o", "O", "e" -> {
          byte[] block = block(reply, line[1]);
          boolean isError = line[0].equals("e");
          hasShown |= !isError;
          (isError ? err : out).write(line[0].equals("O") ? unescaped(block) : block);
        }
        default -> {
          hasShown = false;
          return -1;
        }
      }
    }
  }

  private static byte[] block(DataInputStream reply, String length) throws IOException {
    byte[] block = new byte[Integer.parseInt(length)];
    reply.readFully(block);
    return block;
  }

  private static String line(InputStream from) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = from.read(); b != '\n'; b = from.read()) {
      if (b < 0) {
        throw new IOException("the server is gone");
      }
      line.append((char) b);
    }
    return line.toString();
  }

  private static byte[] unescaped(byte[] block) {
    byte[] plain = new byte[block.length];
    int length = 0;
    for (int p = 0; p < block.length; p++) {
      plain[length] = block[p];
      if (block[p] == '\\' && block[++p] == '0') {
        plain[length] = 0;
        p += 3;
      }
      length++;
    }
    return Arrays.copyOf(plain, length);
  }

  private void page(byte[] text, byte[] said, Map<String, String> variables) throws IOException {
    hasShown = true;
    String pager = variables.getOrDefault("PAGER", "less");
    if (!PagerRunner.OF_PROCESS.show(pager, new String(text, StandardCharsets.UTF_8), "")) {
      out.write(text);
      err.write(said);
    }
  }
}
