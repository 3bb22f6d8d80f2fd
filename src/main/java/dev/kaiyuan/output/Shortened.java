package dev.kaiyuan.output;

/** Text of any length, as much of it as a person reads. */
public final class Shortened {
  private Shortened() {}

  /** Returns the text, or its beginning with an ellipsis where it has more characters than that. */
  public static String of(String text, int most) {
    return text.length() <= most ? text : text.substring(0, boundary(text, most)) + "…";
  }

  /** Returns the text, or its beginning and its end: the end of a path says what it is. */
  public static String middle(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = text.length() - most / 4;
    return text.substring(0, boundary(text, most - most / 4))
        + "…"
        + text.substring(boundary(text, end));
  }

  /** An offset that is not within a pair of surrogates. */
  private static int boundary(String text, int offset) {
    boolean within =
        Character.isHighSurrogate(text.charAt(offset - 1))
            && Character.isLowSurrogate(text.charAt(offset));
    return within ? offset - 1 : offset;
  }
}
