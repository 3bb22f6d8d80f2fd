package dev.kaiyuan.analysis;

import java.util.Arrays;

/**
 * The tables behind {@link CharacterFolding}, made by the build from Unicode's and OpenCC's data:
 * pairs of a character and its folded form, for all of one UTF-16 unit, and apart, so that a search
 * need not load them, for the rest.
 *
 * <p>The bytes are put together by hand because a buffer's getters cost ten times as much before
 * they are compiled.
 */
final class FoldingTable {
  /**
   * Added to a UTF-16 unit, modulo 2^16, this is the folded one: nought, and so nothing to load,
   * for most.
   */
  static final char[] SHIFT = new char[1 << 16];

  static {
    byte[] pairs = BuiltResource.read("folding.bin");
    for (int at = 0; at < pairs.length; at += 4) {
      int from = (pairs[at] & 0xFF) << 8 | pairs[at + 1] & 0xFF;
      int to = (pairs[at + 2] & 0xFF) << 8 | pairs[at + 3] & 0xFF;
      SHIFT[from] = (char) (to - from);
    }
  }

  private FoldingTable() {}

  /** The code points of two units, and the characters that unfold to several letters. */
  static final class Rare {
    private static final int[] FROM;
    private static final int[] TO;
    private static final char[] EXPANDING;
    private static final String[] EXPANSIONS;

    static {
      byte[] bytes = BuiltResource.read("folding-rare.bin");
      int at = 2;
      FROM = new int[unit(bytes, 0)];
      TO = new int[FROM.length];
      for (int i = 0; i < FROM.length; i++, at += 8) {
        FROM[i] = unit(bytes, at) << 16 | unit(bytes, at + 2);
        TO[i] = unit(bytes, at + 4) << 16 | unit(bytes, at + 6);
      }
      EXPANDING = new char[unit(bytes, at)];
      EXPANSIONS = new String[EXPANDING.length];
      at += 2;
      for (int i = 0; i < EXPANDING.length; i++) {
        EXPANDING[i] = (char) unit(bytes, at);
        char[] units = new char[unit(bytes, at + 2)];
        at += 4;
        for (int u = 0; u < units.length; u++, at += 2) {
          units[u] = (char) unit(bytes, at);
        }
        EXPANSIONS[i] = new String(units);
      }
    }

    private Rare() {}

    private static int unit(byte[] bytes, int at) {
      return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }

    static int fold(int codePoint) {
      int found = Arrays.binarySearch(FROM, codePoint);
      return found < 0 ? codePoint : TO[found];
    }

    /** What a folded character unfolds to, empty for nearly all. */
    static String expansion(char folded) {
      int found = Arrays.binarySearch(EXPANDING, folded);
      return found < 0 ? "" : EXPANSIONS[found];
    }
  }
}
