package dev.kaiyuan.cli.server;

import dev.kaiyuan.cli.context.PagerRunner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The response of the server: lines, each followed by blocks of as many bytes as the line says.
 *
 * <pre>
 * .            a heartbeat; sent at least every 50 ms
 * o LENGTH     bytes for standard output; O where the character 0 is \0000 and a backslash \\
 * e LENGTH     bytes for standard error
 * p LENGTH MORE  a text for the pager, and the message if there is none
 * x CODE       the end, and the exit code
 * -            the end: the command must run by itself
 * </pre>
 *
 * <p>Thread-safe.
 */
public final class Response implements PagerRunner {
  /** The client reads a block whole, and checks it before it shows any of it. */
  private static final int LONGEST_BLOCK = 1 << 15;

  private final OutputStream to;
  private boolean hasOutput;
  private boolean isOver;

  public Response(OutputStream to) {
    this.to = to;
  }

  /** Sends a heartbeat. */
  synchronized void beat() throws IOException {
    if (!isOver) {
      send("." + "\n");
    }
  }

  /** Ends the response with an exit code, or with the order to run without the server. */
  public synchronized void end(String line) throws IOException {
    isOver = true;
    send(line + "\n");
  }

  /** Whether anything was written to standard output. */
  synchronized boolean hasOutput() {
    return hasOutput;
  }

  public OutputStream out() {
    return new Blocks('o');
  }

  OutputStream err() {
    return new Blocks('e');
  }

  @Override
  public synchronized boolean show(String pager, String text, String complaint) throws IOException {
    hasOutput = true;
    int length = text.getBytes(StandardCharsets.UTF_8).length;
    String said = complaint + "\n";
    send("p " + length + " " + said.getBytes(StandardCharsets.UTF_8).length + "\n" + text + said);
    return true;
  }

  private void send(String text) throws IOException {
    to.write(text.getBytes(StandardCharsets.UTF_8));
    to.flush();
  }

  private synchronized void block(char kind, byte[] bytes, int start, int length)
      throws IOException {
    boolean isText = true;
    for (int p = start; p < start + length; p++) {
      isText &= bytes[p] != 0;
    }
    byte[] body =
        isText ? Arrays.copyOfRange(bytes, start, start + length) : escaped(bytes, start, length);
    hasOutput |= kind == 'o';
    String head = (isText ? kind : 'O') + " " + body.length + "\n";
    byte[] line = head.getBytes(StandardCharsets.US_ASCII);
    byte[] all = Arrays.copyOf(line, line.length + body.length);
    System.arraycopy(body, 0, all, line.length, body.length);
    to.write(all);
    to.flush();
  }

  /** A shell variable cannot hold the character 0, but printf can write it. */
  private static byte[] escaped(byte[] bytes, int start, int length) {
    ByteArrayOutputStream escaped = new ByteArrayOutputStream(2 * length);
    for (int p = start; p < start + length; p++) {
      if (bytes[p] == 0) {
        escaped.writeBytes(new byte[] {'\\', '0', '0', '0', '0'});
      } else if (bytes[p] == '\\') {
        escaped.writeBytes(new byte[] {'\\', '\\'});
      } else {
        escaped.write(bytes[p]);
      }
    }
    return escaped.toByteArray();
  }

  /** A stream that sends each write as blocks. */
  private final class Blocks extends OutputStream {
    private final char kind;

    Blocks(char kind) {
      this.kind = kind;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int start, int length) throws IOException {
      for (int p = 0; p < length; p += LONGEST_BLOCK) {
        block(kind, bytes, start + p, Math.min(LONGEST_BLOCK, length - p));
      }
    }
  }
}
