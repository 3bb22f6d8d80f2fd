package dev.kaiyuan.document.markdown.inline;

import dev.kaiyuan.document.text.Characters;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Decodes character references of HTML, such as {@code &amp;} and {@code &#x5F00;}. */
final class Entities {
  /** Of the longest reference. */
  static final int MAX_LENGTH = 33;

  private Entities() {}

  /** Returns a link's destination or title with its escapes and character references decoded. */
  static String unescape(String written) {
    if (written.indexOf('\\') < 0 && written.indexOf('&') < 0) {
      return written;
    }
    StringBuilder text = new StringBuilder(written.length());
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      int end = c == '&' ? written.indexOf(';', i, Math.min(written.length(), i + MAX_LENGTH)) : -1;
      String decoded = end < 0 ? null : decode(written.substring(i, end + 1));
      if (decoded != null) {
        text.append(decoded);
        i = end;
      } else if (c == '\\'
          && i + 1 < written.length()
          && Characters.isAsciiPunctuation(written.charAt(i + 1))) {
        text.append(written.charAt(++i));
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

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
