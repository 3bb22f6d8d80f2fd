package dev.kaiyuan.document.markdown;

import dev.kaiyuan.document.text.Characters;

/** What a person reads of the line that opens a container, or of a template's tag. */
final class ContainerTitle {
  private ContainerTitle() {}

  /**
   * Returns the title in {@code tip Title}, {@code tip[Title]}, {@code note "Title"} or {@code
   * {.note title="Title"}}, or an empty string.
   */
  static String of(String opening) {
    String words = opening.strip();
    int kind = 0;
    while (kind < words.length() && isName(words.charAt(kind))) {
      kind++;
    }
    String rest = words.substring(kind).strip();
    if (rest.startsWith("[") && rest.endsWith("]")) {
      return rest.substring(1, rest.length() - 1);
    }
    return rest.startsWith("{") ? quoted(rest) : unquote(rest);
  }

  private static boolean isName(char c) {
    return Characters.isAsciiLetter(c) || Characters.isAsciiDigit(c) || c == '-' || c == '_';
  }

  private static String unquote(String words) {
    boolean quoted =
        words.length() > 1
            && (words.charAt(0) == '"' || words.charAt(0) == '\'')
            && words.charAt(words.length() - 1) == words.charAt(0);
    return quoted ? words.substring(1, words.length() - 1) : words;
  }

  private static String quoted(String attributes) {
    return caption(attributes.substring(1));
  }

  /**
   * Returns the words in a template's tag that are meant to be read: all in Chinese, and what is
   * given as a title, a caption and the like.
   */
  static String caption(String tag) {
    StringBuilder words = new StringBuilder();
    int i = 0;
    int tokens = 0;
    while (i < tag.length()) {
      char c = tag.charAt(i);
      if (c <= ' ' || c == ',' || c == '=') {
        i++;
        continue;
      }
      int end;
      String token;
      boolean quoted = c == '"' || c == '\'' || c == '`';
      int close = quoted ? tag.indexOf(c, i + 1) : -1;
      if (close > 0) {
        token = tag.substring(i + 1, close);
        end = close + 1;
      } else {
        end = i + 1;
        while (end < tag.length() && tag.charAt(end) > ' ' && "=,".indexOf(tag.charAt(end)) < 0) {
          end++;
        }
        token = tag.substring(i, end);
      }
      boolean name = end < tag.length() && tag.charAt(end) == '=';
      if (!name && reads(tag, i, token, close > 0 && tokens > 0)) {
        words.append(words.isEmpty() ? "" : " ").append(token);
      }
      tokens++;
      i = end;
    }
    return words.toString();
  }

  private static boolean reads(String tag, int start, String token, boolean quoted) {
    if (token.codePoints().anyMatch(Characters::isHan)) {
      return true;
    }
    if (!quoted || token.indexOf("://") >= 0) {
      return false;
    }
    int equals = start - 1;
    if (equals < 0 || tag.charAt(equals) != '=') {
      return token.indexOf(' ') > 0;
    }
    int nameStart = equals;
    while (nameStart > 0 && isName(tag.charAt(nameStart - 1))) {
      nameStart--;
    }
    return switch (tag.substring(nameStart, equals)) {
      case "title", "caption", "alt", "summary", "description", "label", "text", "header", "attr" ->
          true;
      default -> false;
    };
  }
}
