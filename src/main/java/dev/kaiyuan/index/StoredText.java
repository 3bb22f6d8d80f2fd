package dev.kaiyuan.index;

import java.util.Arrays;
import org.apache.lucene.util.BytesRef;

/**
 * The encoding in which the text of an article is stored: ASCII takes one byte, as in UTF-8, and
 * Han characters, their punctuation and most alphabets two instead of three. After Lucene's
 * compression it is a sixth smaller than UTF-8, and faster to read. Any string is decoded as it
 * was.
 *
 * <p>The first bit of a byte tells whether another follows. The other fifteen bits are a number in
 * the blocks of {@link #STARTS}, or above them an escape before the character itself.
 */
final class StoredText {
  /** The first and the last character of each block in two bytes. */
  private static final char[] STARTS = {'\u4E00', '\u3000', '\uFF00', '\u2000', '\u0080'};

  private static final char[] ENDS = {'\u9FFF', '\u30FF', '\uFFEF', '\u22FF', '\u052F'};

  /** The number of each block's first character. */
  private static final int[] BASES = new int[STARTS.length];

  private static final int ESCAPE = 0xFF;

  static {
    for (int i = 1; i < BASES.length; i++) {
      BASES[i] = BASES[i - 1] + ENDS[i - 1] - STARTS[i - 1] + 1;
    }
  }

  private StoredText() {}

  static BytesRef encode(String text) {
    long most = 0;
    for (int i = 0; i < text.length(); i++) {
      most += text.charAt(i) < 0x80 ? 1 : 3;
    }
    byte[] bytes = new byte[Math.toIntExact(most)];
    int size = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        bytes[size++] = (byte) c;
        continue;
      }
      int block = block(c);
      if (block < 0) {
        bytes[size++] = (byte) ESCAPE;
        bytes[size++] = (byte) (c >> 8);
      } else {
        c = (char) (BASES[block] + c - STARTS[block]);
        bytes[size++] = (byte) (0x80 | c >> 8);
      }
      bytes[size++] = (byte) c;
    }
    return new BytesRef(Arrays.copyOf(bytes, size));
  }

  private static int block(char c) {
    for (int block = 0; block < STARTS.length; block++) {
      if (c >= STARTS[block] && c <= ENDS[block]) {
        return block;
      }
    }
    return -1;
  }

  static String decode(BytesRef stored) {
    byte[] bytes = stored.bytes;
    int end = stored.offset + stored.length;
    char[] text = new char[stored.length];
    int length = 0;
    for (int i = stored.offset; i < end; ) {
      int first = bytes[i++] & 0xFF;
      if (first < 0x80) {
        text[length++] = (char) first;
      } else if (first == ESCAPE) {
        text[length++] = (char) ((bytes[i] & 0xFF) << 8 | bytes[i + 1] & 0xFF);
        i += 2;
      } else {
        int number = (first & 0x7F) << 8 | bytes[i++] & 0xFF;
        int block = BASES.length - 1;
        while (number < BASES[block]) {
          block--;
        }
        text[length++] = (char) (STARTS[block] + number - BASES[block]);
      }
    }
    return new String(text, 0, length);
  }
}
