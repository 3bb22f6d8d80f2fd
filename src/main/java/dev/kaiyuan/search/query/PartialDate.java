package dev.kaiyuan.search.query;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;

/**
 * A day, a month or a year as a person writes it: {@code 2024-05-31}, {@code 2024-05}, {@code
 * 2024}.
 *
 * @param first its first day
 * @param last its last day
 */
public record PartialDate(LocalDate first, LocalDate last) {
  /**
   * Reads what was written.
   *
   * @throws DateTimeException if it is none of the three
   */
  public static PartialDate parse(String text) {
    switch (text.length()) {
      case 4:
        Year year = Year.parse(text);
        return new PartialDate(year.atDay(1), year.atMonth(12).atEndOfMonth());
      case 7:
        YearMonth month = YearMonth.parse(text);
        return new PartialDate(month.atDay(1), month.atEndOfMonth());
      default:
        LocalDate day = LocalDate.parse(text);
        return new PartialDate(day, day);
    }
  }
}
