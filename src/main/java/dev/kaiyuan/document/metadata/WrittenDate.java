package dev.kaiyuan.document.metadata;

import dev.kaiyuan.document.text.Characters;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A day as people write it: {@code 2024-05-01}, {@code 2024年5月1日}, {@code 20240501}, {@code Wed, 1
 * May 2024}, {@code May 1st, 2024}, with whatever is after it; also in the names of files and
 * folders.
 */
public final class WrittenDate {
  private static final List<String> MONTHS =
      List.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");

  private WrittenDate() {}

  /** Returns the day a value of front matter begins with, or null if it is none. */
  static @Nullable LocalDate read(String written) {
    String value = written.strip();
    if (value.startsWith("[[")) {
      int end = value.indexOf("]]");
      value = end < 0 ? value : value.substring(2, end);
    }
    LocalDate date = beginning(value, 0);
    if (date == null) {
      date = compact(value, 0, digitsEnd(value, 0));
    }
    return date != null ? date : withMonthName(value);
  }

  /** Returns the day in the name of a file, or in the names of the folders over it, or null. */
  public static @Nullable LocalDate inPath(String path) {
    int nameStart = path.lastIndexOf('/') + 1;
    LocalDate inName = inName(path.substring(nameStart));
    if (inName != null) {
      return inName;
    }
    int start = nameStart;
    for (int folders = 0; folders < 3 && start > 0; folders++) {
      start = path.lastIndexOf('/', start - 2) + 1;
      LocalDate date = beginning(path, start);
      if (date != null) {
        return date;
      }
    }
    return null;
  }

  private static @Nullable LocalDate inName(String name) {
    int end = 0;
    for (int i = 0; i < name.length(); i = Math.max(i + 1, end)) {
      end = digitsEnd(name, i);
      if (end - i < 4) {
        continue;
      }
      LocalDate date = beginning(name, i);
      date = date != null ? date : compact(name, i, end);
      if (date != null) {
        return date;
      }
    }
    return withMonthName(name.replace('-', ' ').replace('_', ' '));
  }

  /** Reads year, month and day in this order, whatever is between and after them. */
  private static @Nullable LocalDate beginning(String written, int start) {
    int[] numbers = new int[3];
    int i = start;
    for (int n = 0; n < 3; n++) {
      int digits = 0;
      while (i < written.length() && Characters.isAsciiDigit(written.charAt(i)) && digits < 5) {
        numbers[n] = numbers[n] * 10 + written.charAt(i++) - '0';
        digits++;
      }
      boolean right = n == 0 ? digits == 4 : digits == 1 || digits == 2;
      int separator = i;
      if (n < 2) {
        i = spaceEnd(written, i);
        i += i < written.length() && "-/.年月_".indexOf(written.charAt(i)) >= 0 ? 1 : 0;
        i = spaceEnd(written, i);
      }
      if (!right || (n < 2 && i == separator)) {
        return null;
      }
    }
    return day(numbers[0], numbers[1], numbers[2]);
  }

  /** Reads {@code 20240501}, after which a time may stand. */
  private static @Nullable LocalDate compact(String written, int start, int end) {
    int length = end - start;
    if (length != 8 && length != 12 && length != 14 && length != 17) {
      return null;
    }
    int year = number(written, start, start + 4);
    return year < 1900 || year > 2100
        ? null
        : day(year, number(written, start + 4, start + 6), number(written, start + 6, start + 8));
  }

  private static int spaceEnd(String written, int start) {
    int end = start;
    while (end < written.length() && written.charAt(end) == ' ') {
      end++;
    }
    return end;
  }

  private static int digitsEnd(String written, int start) {
    int end = start;
    while (end < written.length() && Characters.isAsciiDigit(written.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int number(String written, int start, int end) {
    return Integer.parseInt(written, start, end, 10);
  }

  private static boolean isNumber(String written) {
    return !written.isEmpty() && written.chars().allMatch(Characters::isAsciiDigit);
  }

  /**
   * Reads a day whose month is a word, in either order: {@code 1 May 2024}, {@code May 1, 2024}.
   */
  private static @Nullable LocalDate withMonthName(String written) {
    int month = 0;
    int day = 0;
    int year = 0;
    for (String word : written.toLowerCase(Locale.ROOT).split("[\\s,.]+", 8)) {
      String digits = word.replaceFirst("(st|nd|rd|th)$", "");
      if (month == 0 && word.length() >= 3 && monthNamed(word) > 0) {
        month = monthNamed(word);
      } else if (isNumber(digits) && digits.length() <= 2 && day == 0) {
        day = Integer.parseInt(digits);
      } else if (isNumber(digits) && digits.length() == 4 && year == 0) {
        year = Integer.parseInt(digits);
      }
    }
    return month == 0 || day == 0 || year == 0 ? null : day(year, month, day);
  }

  private static int monthNamed(String word) {
    for (int i = 0; i < MONTHS.size(); i++) {
      if (MONTHS.get(i).startsWith(word)) {
        return i + 1;
      }
    }
    return word.equals("sept") ? 9 : 0;
  }

  private static @Nullable LocalDate day(int year, int month, int day) {
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
