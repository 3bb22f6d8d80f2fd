package dev.kaiyuan.document.text;

/** Does this look like an address, or like something a person says? */
public final class AddressShape {
  private AddressShape() {}

  /**
   * Tells whether a range that is where a link's target would is prose: Chinese words or marks, and
   * no sign of a path or an address.
   */
  public static boolean isProse(String text, int start, int end) {
    boolean chinese = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if ("/.#:<>%\\{}\"".indexOf(c) >= 0) {
        return false;
      }
      chinese |= Characters.isSpaceless(c);
    }
    return chinese;
  }

  /** Returns the index after an address with a scheme that begins at an index, or -1. */
  static int bareEnd(CharSequence text, int start) {
    int i = start;
    while (i < text.length() && isAddressPart(text.charAt(i))) {
      i++;
    }
    while (i > start && ".,;:!?'\"*_~)".indexOf(text.charAt(i - 1)) >= 0) {
      boolean opened = text.charAt(i - 1) == ')' && contains(text, start, i, '(');
      if (opened) {
        break;
      }
      i--;
    }
    return i;
  }

  private static boolean contains(CharSequence text, int start, int end, char wanted) {
    for (int i = start; i < end; i++) {
      if (text.charAt(i) == wanted) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAddressPart(char c) {
    return c > ' ' && c < 0x7F && "<>\"`|\\^{}[]".indexOf(c) < 0;
  }
}
