package dev.kaiyuan.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * The table behind {@link CharacterFolding}, made by the build from Unicode's and OpenCC's data.
 *
 * <p>A search reads only its first part, the characters of one UTF-16 unit; the others wait for a
 * text that has one. The bytes are put together by hand because a buffer's getters cost ten times
 * as much before they are compiled.
 */
final class FoldingTable {
  private static final String RESOURCE = "folding.bin";
  private static final byte[] BYTES = read();

  /**
   * Added to a UTF-16 unit, modulo 2^16, this is the folded one: nought, and so nothing to load,
   * for most.
   */
  static final char[] SHIFT = new char[1 << 16];

  private static final int RARE_AT;

  static {
    int at = 2;
    for (int n = unit(0); n > 0; n--, at += 4) {
      int from = unit(at);
      SHIFT[from] = (char) (unit(at + 2) - from);
    }
    RARE_AT = at;
  }

  private FoldingTable() {}

  private static byte[] read() {
    try (InputStream in = FoldingTable.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(
            RESOURCE + " is missing from the program; build it with: mvn package");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot read " + RESOURCE + " from the program; build it with: mvn package", e);
    }
  }

  private static int unit(int at) {
    return (BYTES[at] & 0xFF) << 8 | BYTES[at + 1] & 0xFF;
  }

  /** The code points of two units, and the characters that unfold to several letters. */
  static final class Rare {
    private static final int[] FROM;
    private static final int[] TO;
    private static final char[] EXPANDING;
    private static final String[] EXPANSIONS;

    static {
      int at = RARE_AT + 2;
      FROM = new int[unit(RARE_AT)];
      TO = new int[FROM.length];
      for (int i = 0; i < FROM.length; i++, at += 8) {
        FROM[i] = unit(at) << 16 | unit(at + 2);
        TO[i] = unit(at + 4) << 16 | unit(at + 6);
      }
      EXPANDING = new char[unit(at)];
      EXPANSIONS = new String[EXPANDING.length];
      at += 2;
      for (int i = 0; i < EXPANDING.length; i++) {
        EXPANDING[i] = (char) unit(at);
        char[] units = new char[unit(at + 2)];
        at += 4;
        for (int u = 0; u < units.length; u++, at += 2) {
          units[u] = (char) unit(at);
        }
        EXPANSIONS[i] = new String(units);
      }
    }

    private Rare() {}

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
