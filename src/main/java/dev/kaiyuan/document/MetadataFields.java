package dev.kaiyuan.document;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Understands the values people write into front matter and HTML heads: a text, a list of texts or
 * a map with a name, in whatever form; says what it could not understand.
 */
final class MetadataFields {
  private static final int MAX_LIST = 100;

  private final List<FileProblem> warnings;
  private final Set<String> tags = new LinkedHashSet<>();
  private final Set<String> authors = new LinkedHashSet<>();
  private @Nullable String title;
  private @Nullable Language language;
  private @Nullable LocalDate date;

  /**
   * Makes empty fields.
   *
   * @param warnings takes a problem for each value that can't be understood
   */
  MetadataFields(List<FileProblem> warnings) {
    this.warnings = warnings;
  }

  MetadataFields title(@Nullable Object value) {
    if (value instanceof Map || value instanceof Iterable) {
      warnings.add(FileProblem.Kind.TITLE.alone());
    } else if (title == null) {
      title = text(value);
    }
    return this;
  }

  /** Takes a language's tag, such as {@code zh-CN}; anything else leaves it to be detected. */
  MetadataFields language(@Nullable Object value) {
    String tag = text(value);
    if (tag != null && language == null && isLanguageTag(tag)) {
      String primary = tag.toLowerCase(Locale.ROOT);
      // The country's code is a common slip for the language's.
      language = primary.equals("cn") ? Language.CHINESE : Language.of(tag);
    }
    return this;
  }

  MetadataFields date(@Nullable Object value) {
    String written = text(value);
    if (written != null && date == null) {
      date = parseDate(written);
      if (date == null) {
        warnings.add(FileProblem.Kind.DATE.of(shorten(written)));
      }
    }
    return this;
  }

  MetadataFields tags(@Nullable Object value) {
    addAll(value, tags);
    return this;
  }

  MetadataFields authors(@Nullable Object value) {
    addAll(value, authors);
    return this;
  }

  Metadata build() {
    return new Metadata(
        title, language, date, List.copyOf(tags), List.copyOf(authors), List.copyOf(warnings));
  }

  private void addAll(@Nullable Object value, Set<String> to) {
    if (value instanceof Iterable<?> values) {
      for (Object one : values) {
        add(one, to);
      }
    } else if (value instanceof Map<?, ?> map && !map.containsKey("name")) {
      for (Object one : map.keySet()) {
        add(one, to);
      }
    } else if (value instanceof String list) {
      for (String one : split(list)) {
        add(one, to);
      }
    } else {
      add(value, to);
    }
  }

  private void add(@Nullable Object value, Set<String> to) {
    String text = text(value instanceof Map<?, ?> map ? map.get("name") : value);
    if (text == null || to.contains(text)) {
      return;
    }
    FileProblem tooMany = FileProblem.Kind.TOO_MANY.of(Integer.toString(MAX_LIST));
    if (to.size() < MAX_LIST) {
      to.add(text);
    } else if (!warnings.contains(tooMany)) {
      warnings.add(tooMany);
    }
  }

  private static List<String> split(String list) {
    var parts = new ArrayList<String>();
    int start = 0;
    for (int i = 0; i <= list.length(); i++) {
      if (i == list.length() || ",，、;；".indexOf(list.charAt(i)) >= 0) {
        parts.add(list.substring(start, i));
        start = i + 1;
      }
    }
    return parts;
  }

  /** The words of a single value, white space folded, or null where there are none. */
  private static @Nullable String text(@Nullable Object value) {
    if (value == null || value instanceof Map || value instanceof Iterable) {
      return null;
    }
    var text = new ArticleText(64);
    text.put(String.valueOf(value));
    String words = text.text();
    return words.isEmpty() ? null : words.substring(0, words.length() - 1);
  }

  private static boolean isLanguageTag(String tag) {
    int i = 0;
    while (i < tag.length() && Characters.isAsciiLetter(tag.charAt(i))) {
      i++;
    }
    return (i == 2 || i == 3)
        && (i == tag.length() || tag.charAt(i) == '-' || tag.charAt(i) == '_');
  }

  /** Reads year, month and day in this order, whatever stands between and behind them. */
  private static @Nullable LocalDate parseDate(String written) {
    int[] numbers = new int[3];
    int i = 0;
    for (int n = 0; n < 3; n++) {
      int digits = 0;
      while (i < written.length() && Characters.isAsciiDigit(written.charAt(i)) && digits < 5) {
        numbers[n] = numbers[n] * 10 + written.charAt(i++) - '0';
        digits++;
      }
      boolean right = n == 0 ? digits == 4 : digits == 1 || digits == 2;
      boolean separated =
          n == 2 || (i < written.length() && "-/.年月".indexOf(written.charAt(i)) >= 0);
      if (!right || !separated) {
        return null;
      }
      if (n < 2) {
        i++;
      }
    }
    if (i < written.length() && "T t日".indexOf(written.charAt(i)) < 0) {
      return null;
    }
    try {
      return LocalDate.of(numbers[0], numbers[1], numbers[2]);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static String shorten(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
