package dev.kaiyuan.cli;

import dev.kaiyuan.document.Language;
import dev.kaiyuan.search.SearchRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what is wanted of a search, and how it is written. */
final class SearchOptions {
  private static final int SNIPPETS = 3;
  private static final int MACHINE_WIDTH = 200;

  @Option(
      names = {"-n", "--limit"},
      paramLabel = "N",
      descriptionKey = "option.limit")
  int limit = 10;

  @Option(names = "--offset", paramLabel = "N", descriptionKey = "option.offset")
  int offset;

  @Option(names = "--lang", paramLabel = "LANG", descriptionKey = "option.lang")
  Choices.@Nullable Lang lang;

  @Option(names = "--path", paramLabel = "GLOB", descriptionKey = "option.path")
  @Nullable String path;

  @Option(names = "--tag", paramLabel = "TAG", descriptionKey = "option.tag")
  List<String> tags = new ArrayList<>();

  @Option(names = "--since", paramLabel = "DATE", descriptionKey = "option.since")
  @Nullable String since;

  @Option(names = "--until", paramLabel = "DATE", descriptionKey = "option.until")
  @Nullable String until;

  @Option(names = "--sort", paramLabel = "ORDER", descriptionKey = "option.sort")
  Choices.Sort sort = Choices.Sort.SCORE;

  @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "option.format")
  Choices.Format format = Choices.Format.TEXT;

  @Option(
      names = {"-0", "--null"},
      descriptionKey = "option.null")
  boolean zero;

  @Option(names = "--context", paramLabel = "N", descriptionKey = "option.context")
  int context = 2;

  @Option(names = "--no-snippet", descriptionKey = "option.no-snippet")
  boolean noSnippet;

  @Option(names = "--no-translate", descriptionKey = "option.no-translate")
  boolean noTranslate;

  @Option(names = "--explain", descriptionKey = "option.explain")
  boolean explain;

  /** Whether the search is one of a session, in which a word shows more. */
  boolean inSession;

  /** Returns what a person types to see what follows a hit. */
  String next(int rank) {
    return inSession ? "more" : "--offset " + rank;
  }

  /**
   * Returns what is asked for.
   *
   * @param columns how wide the text may be
   * @throws CommandException if a value is none that the option takes
   */
  SearchRequest request(String query, int columns) {
    Call.require("--limit", limit, 1, 10_000);
    Call.require("--offset", offset, 0, 100_000);
    Call.require("--context", context, 1, 50);
    LocalDate from = date("--since", since, false);
    LocalDate to = date("--until", until, true);
    if (from != null && to != null && from.isAfter(to)) {
      throw new CommandException("error.since-until", from, to);
    }
    boolean text = format == Choices.Format.TEXT;
    int width = text ? context * Math.max(20, columns - 10) : MACHINE_WIDTH;
    boolean none = noSnippet || format == Choices.Format.PATHS;
    return SearchRequest.of(query)
        .withLimit(limit)
        .withOffset(offset)
        .withLanguage(lang == null ? null : Language.of(lang.toString()))
        .withPathGlob(path)
        .withTags(tags)
        .withDates(from, to)
        .withOrder(order())
        .withSnippets(none ? 0 : SNIPPETS, width)
        .withTranslate(!noTranslate)
        .withExplain(explain);
  }

  private SearchRequest.Order order() {
    return switch (sort) {
      case SCORE -> SearchRequest.Order.SCORE;
      case DATE -> SearchRequest.Order.DATE;
      case PATH -> SearchRequest.Order.PATH;
    };
  }

  /** A day; a month or a year stands for its first day, or for its last. */
  private static @Nullable LocalDate date(String option, @Nullable String value, boolean last) {
    if (value == null) {
      return null;
    }
    try {
      switch (value.length()) {
        case 4:
          return Year.of(Integer.parseInt(value)).atMonth(last ? 12 : 1).atDay(last ? 31 : 1);
        case 7:
          YearMonth month = YearMonth.parse(value);
          return last ? month.atEndOfMonth() : month.atDay(1);
        default:
          return LocalDate.parse(value);
      }
    } catch (DateTimeException | NumberFormatException e) {
      throw new CommandException("error.date", option, value).because(e);
    }
  }
}
