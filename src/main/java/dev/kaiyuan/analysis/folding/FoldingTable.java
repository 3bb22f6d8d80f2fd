package dev.kaiyuan.analysis.folding;

import java.io.IOException;
import java.util.Arrays;

/**
 * The tables behind {@code CharacterFolding}, made by the build from Unicode's and OpenCC's data:
 * for all characters of one UTF-16 unit, and apart, so that a search need not load them, for the
 * rest. Their files are arrays that are copied as they lie, which needs no compiled code.
 */
final class FoldingTable {
  static final String FILE = "folding.bin";

  /**
   * Added to a UTF-16 unit, modulo 2^16, this is the folded one: nought, and so nothing to load,
   * for most.
   */
  static final char[] SHIFT;

  static {
    try (BuiltResource file = BuiltResource.open(FILE)) {
      SHIFT = file.chars(1 << 16);
    } catch (IOException e) {
      throw BuiltResource.unreadable(FILE, e);
    }
  }

  /** The most UTF-16 units that one character unfolds to. */
  static final int MAX_UNITS = 4;

  private FoldingTable() {}

  /** The code points of two units, and the characters that unfold to several letters. */
  static final class Rare {
    static final String FILE = "folding-rare.bin";

    private static final int[] FROM;
    private static final int[] TO;
    private static final char[] EXPANDING;

    /** {@link #MAX_UNITS} for each, with noughts after what is shorter. */
    private static final char[] EXPANSIONS;

    static {
      try (BuiltResource file = BuiltResource.open(FILE)) {
        int points = file.number();
        int expanding = file.number();
        FROM = file.ints(points);
        TO = file.ints(points);
        EXPANDING = file.chars(expanding);
        EXPANSIONS = file.chars(expanding * MAX_UNITS);
      } catch (IOException e) {
        throw BuiltResource.unreadable(FILE, e);
      }
    }

    private Rare() {}

    static int fold(int codePoint) {
      int found = Arrays.binarySearch(FROM, codePoint);
      return found < 0 ? codePoint : TO[found];
    }

    /**
     * Writes after a term what a folded character unfolds to: nothing for nearly all.
     *
     * @return the units of the term in use afterwards
     */
    static int unfold(char folded, char[] term, int length) {
      int found = Arrays.binarySearch(EXPANDING, folded);
      if (found < 0) {
        return length;
      }
      int from = found * MAX_UNITS;
      int to = length;
      for (int i = from; i < from + MAX_UNITS && EXPANSIONS[i] != 0; i++) {
        term[to++] = EXPANSIONS[i];
      }
      return to;
    }
  }
}
