package dev.kaiyuan.finder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.Map;

/**
 * Reads keys from a terminal: text in bursts, as an input method sends it, text that was pasted,
 * and the sequences of xterm (ECMA-48) for all else. By hand, because JLine's reader keeps a thread
 * that reads ahead, which would take keys from an editor that is opened.
 */
final class Keyboard {
  private static final char ESCAPE = '\u001b';
  private static final String PASTE_BEGINS = "\u001b[200~";
  private static final String PASTE_ENDS = "\u001b[201~";

  /** How long the rest of a key's sequence may take; an Escape that is typed has none. */
  private static final long MOST_WAIT = 50_000_000L;

  private static final Map<Character, Key> CONTROLS =
      Map.ofEntries(
          Map.entry('\u0001', Key.HOME),
          Map.entry('\u0002', Key.LEFT),
          Map.entry('\u0003', Key.LEAVE),
          Map.entry('\u0004', Key.ERASE_AFTER),
          Map.entry('\u0005', Key.END),
          Map.entry('\u0006', Key.RIGHT),
          Map.entry('\u0007', Key.LEAVE),
          Map.entry('\b', Key.ERASE_BEFORE),
          Map.entry('\t', Key.FILTERS),
          Map.entry('\n', Key.TAKE),
          Map.entry('\u000b', Key.ERASE_TO_END),
          Map.entry('\f', Key.REDRAW),
          Map.entry('\r', Key.TAKE),
          Map.entry('\u000e', Key.DOWN),
          Map.entry('\u000f', Key.OPEN),
          Map.entry('\u0010', Key.UP),
          Map.entry('\u0015', Key.ERASE_TO_START),
          Map.entry('\u0017', Key.ERASE_WORD),
          Map.entry('\u0019', Key.SUGGESTION),
          Map.entry('\u001a', Key.SUSPEND),
          Map.entry('\u007f', Key.ERASE_BEFORE));

  private static final Map<String, Key> SEQUENCES =
      Map.ofEntries(
          Map.entry("A", Key.UP),
          Map.entry("B", Key.DOWN),
          Map.entry("C", Key.RIGHT),
          Map.entry("D", Key.LEFT),
          Map.entry("H", Key.HOME),
          Map.entry("F", Key.END),
          Map.entry("1~", Key.HOME),
          Map.entry("3~", Key.ERASE_AFTER),
          Map.entry("4~", Key.END),
          Map.entry("5~", Key.PAGE_UP),
          Map.entry("6~", Key.PAGE_DOWN),
          Map.entry("7~", Key.HOME),
          Map.entry("8~", Key.END),
          Map.entry("Z", Key.FILTERS));

  private final InputStream in;
  private final CharsetDecoder decoder;
  private final StringBuilder read = new StringBuilder();
  private ByteBuffer bytes = ByteBuffer.allocate(1 << 12).flip();
  private boolean isOver;

  /** A key, and what it types. */
  record Stroke(Key key, String text) {}

  Keyboard(InputStream in, Charset charset) {
    this.in = in;
    decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
  }

  /** Whether something was typed that was not read yet. */
  boolean hasMore() throws IOException {
    return !read.isEmpty() || in.available() > 0;
  }

  /** Waits for the next key; where the terminal is gone it is {@link Key#LEAVE}. */
  Stroke next() throws IOException {
    while (read.isEmpty() && !isOver) {
      fill();
    }
    if (read.isEmpty()) {
      return new Stroke(Key.LEAVE, "");
    }
    char first = read.charAt(0);
    if (first == ESCAPE) {
      return sequence();
    }
    if (first < ' ' || first == '\u007f') {
      read.deleteCharAt(0);
      return new Stroke(CONTROLS.getOrDefault(first, Key.UNKNOWN), "");
    }
    int end = 1;
    while (end < read.length() && read.charAt(end) >= ' ' && read.charAt(end) != '\u007f') {
      end++;
    }
    return new Stroke(Key.TEXT, take(end));
  }

  private Stroke sequence() throws IOException {
    if (!await(1)) {
      read.deleteCharAt(0);
      return new Stroke(Key.ESCAPE, "");
    }
    char kind = read.charAt(1);
    if (kind == ESCAPE) {
      read.deleteCharAt(0);
      return new Stroke(Key.ESCAPE, "");
    }
    if (kind != '[' && kind != 'O') {
      take(2);
      return new Stroke(Key.UNKNOWN, "");
    }
    int end = 2;
    while (await(end) && isParameter(read.charAt(end))) {
      end++;
    }
    String sequence = take(Math.min(end + 1, read.length()));
    if (sequence.equals(PASTE_BEGINS)) {
      return new Stroke(Key.TEXT, pasted());
    }
    // What is before the last number tells which of Shift, Alt and Control were held.
    String name = sequence.substring(2).replaceFirst("^1?(;[0-9]+)([A-Z])$", "$2");
    return new Stroke(SEQUENCES.getOrDefault(name, Key.UNKNOWN), "");
  }

  private static boolean isParameter(char c) {
    return c >= ' ' && c < '@';
  }

  private String pasted() throws IOException {
    while (read.indexOf(PASTE_ENDS) < 0 && !isOver) {
      fill();
    }
    int end = read.indexOf(PASTE_ENDS);
    String text = take(end < 0 ? read.length() : end);
    take(Math.min(PASTE_ENDS.length(), read.length()));
    return text;
  }

  private String take(int length) {
    String taken = read.substring(0, length);
    read.delete(0, length);
    return taken;
  }

  /** Waits a moment for the character at an offset; returns whether it is there. */
  private boolean await(int at) throws IOException {
    for (long start = System.nanoTime(); read.length() <= at && !isOver; ) {
      if (in.available() > 0) {
        fill();
      } else if (System.nanoTime() - start > MOST_WAIT) {
        return false;
      } else {
        pause();
      }
    }
    return read.length() > at;
  }

  private static void pause() {
    try {
      Thread.sleep(2);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Reads what there is, at least a byte; the bytes of a character may come one by one. */
  private void fill() throws IOException {
    bytes.compact();
    int length = in.read(bytes.array(), bytes.position(), bytes.remaining());
    isOver = length < 0;
    bytes.position(bytes.position() + Math.max(0, length)).flip();
    CharBuffer decoded = CharBuffer.allocate(bytes.remaining() + 1);
    decoder.decode(bytes, decoded, isOver);
    read.append(decoded.flip());
  }
}
