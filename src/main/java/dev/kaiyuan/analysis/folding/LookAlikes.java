package dev.kaiyuan.analysis.folding;

import java.nio.charset.StandardCharsets;

/**
 * Which Han characters are easily taken for one another: those whose larger part is the same (晴 睛
 * 清), and those of the same parts (未 末), among the 6,763 of GB 2312. Thread-safe.
 */
public final class LookAlikes {
  /** A line for each part, with all characters of which it is the larger one. */
  private static final String TABLE =
      new String(BuiltResource.read("look-alikes.txt"), StandardCharsets.UTF_8);

  private LookAlikes() {}

  /**
   * The characters that look like one.
   *
   * @param character a code point, folded or not
   * @return the others as they are in the index, and the character itself; empty when there are
   *     none
   */
  public static String of(int character) {
    int folded = CharacterFolding.fold(character);
    StringBuilder alike = new StringBuilder();
    int at = Character.isIdeographic(folded) ? TABLE.indexOf(folded) : -1;
    while (at >= 0) {
      int end = TABLE.indexOf('\n', at);
      alike.append(TABLE, TABLE.lastIndexOf('\n', at) + 1, end);
      at = TABLE.indexOf(folded, end);
    }
    return alike.toString();
  }
}
