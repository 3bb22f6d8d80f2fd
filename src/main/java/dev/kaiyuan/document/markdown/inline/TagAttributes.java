package dev.kaiyuan.document.markdown.inline;

import dev.kaiyuan.document.text.Characters;
import java.util.Locale;

/** What a person reads or follows in the attributes of an element that is in text. */
public final class TagAttributes {
  private TagAttributes() {}

  /** Reads the tag between two indices. */
  public static void read(String source, int start, int end, InlineFinds finds) {
    int equals = source.indexOf('=', start, end);
    while (equals >= 0) {
      int nameStart = equals;
      while (nameStart > start && isNamePart(source.charAt(nameStart - 1))) {
        nameStart--;
      }
      char quote = equals + 1 < end ? source.charAt(equals + 1) : ' ';
      int close = quote == '"' || quote == '\'' ? source.indexOf(quote, equals + 2, end) : -1;
      if (close > equals + 2) {
        take(source.substring(nameStart, equals), source.substring(equals + 2, close), finds);
      }
      equals = source.indexOf('=', Math.max(close, equals) + 1, end);
    }
  }

  private static void take(String name, String value, InlineFinds finds) {
    if (isRead(name)) {
      if (ImageDescription.says(value, 0, value.length())) {
        finds.asides.add(value);
      }
    } else if (isFollowed(name)) {
      finds.mentions.addAddress(value);
    }
  }

  /** Whether an attribute of a name is shown or spoken. */
  public static boolean isRead(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "title", "alt", "label", "summary", "caption", "aria-label", "placeholder" -> true;
      default -> false;
    };
  }

  /** Whether an attribute of a name leads somewhere. */
  public static boolean isFollowed(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "href", "src", "data-src", "cite", "poster" -> true;
      default -> false;
    };
  }

  private static boolean isNamePart(char c) {
    return Characters.isAsciiLetter(c) || c == '-' || c == '_';
  }
}
