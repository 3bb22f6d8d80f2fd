package dev.kaiyuan.document;

import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Decodes character references of HTML, such as {@code &amp;} and {@code &#x5F00;}. */
final class Entities {
  private Entities() {}

  /**
   * Returns the characters a reference stands for, never more than it has itself, or null if it
   * stands for none. A control character or half a surrogate pair becomes U+FFFD.
   */
  static @Nullable String decode(String reference) {
    switch (reference) {
      case "&nbsp;" -> {
        return " ";
      }
      case "&amp;" -> {
        return "&";
      }
      case "&lt;" -> {
        return "<";
      }
      case "&gt;" -> {
        return ">";
      }
      case "&quot;" -> {
        return "\"";
      }
      default -> {
        String decoded = Parser.unescapeEntities(reference, false);
        if (decoded.equals(reference) || decoded.length() > reference.length()) {
          return null;
        }
        int c = decoded.codePointAt(0);
        boolean valid = c > ' ' && !(c >= 0xD800 && c <= 0xDFFF);
        return valid ? decoded : Characters.isWhitespace(c) && c != 0 ? " " : "\uFFFD";
      }
    }
  }
}
