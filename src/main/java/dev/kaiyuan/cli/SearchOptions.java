package dev.kaiyuan.cli;

import dev.kaiyuan.document.Format;
import dev.kaiyuan.document.Language;
import dev.kaiyuan.search.PartialDate;
import dev.kaiyuan.search.SearchRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The options that say what is wanted of a search, and how it is written. */
final class SearchOptions {
  private static final int SNIPPETS = 3;
  private static final int MACHINE_WIDTH = 200;
  private static final int MOST_WIDTH = 10_000;

  int limit = 10;
  int offset;
  Choices.@Nullable Lang lang;
  @Nullable String path;
  List<String> tags = new ArrayList<>();
  List<Format> types = new ArrayList<>();
  @Nullable String since;
  @Nullable String until;
  Choices.Sort sort = Choices.Sort.SCORE;
  Choices.Format format = Choices.Format.TEXT;
  boolean zero;
  int context = 2;
  boolean noSnippet;
  Choices.Switch translate = Choices.Switch.ON;
  Choices.Meaning meaning = Choices.Meaning.ON;
  Choices.Twins twins = Choices.Twins.SHOW;
  boolean explain;
  boolean facets;

  /** Whether the search is one of a session, in which a word shows more. */
  boolean inSession;

  void declare(Options to) {
    to.add(Integer.class, "N", typed -> limit = typed, "-n", "--limit");
    to.add(Integer.class, "N", typed -> offset = typed, "--offset");
    declareFilters(to);
    declareFormat(to);
    to.add(Integer.class, "N", typed -> context = typed, "--context");
    to.add(() -> noSnippet = true, "--no-snippet");
    to.add(Choices.Twins.class, "WHAT", typed -> twins = typed, "--twins");
    to.add(() -> explain = true, "--explain");
    to.add(() -> facets = true, "--facets");
  }

  /** Declares what says which articles are looked for, and in which order. */
  void declareFilters(Options to) {
    to.add(Choices.Lang.class, "LANG", typed -> lang = typed, "--lang");
    to.add(String.class, "GLOB", typed -> path = typed, "--path");
    to.add(String.class, "TAG", tags::add, "--tag");
    to.add(Format.class, "TYPE", types::add, "--type");
    to.add(String.class, "DATE", typed -> since = typed, "--since");
    to.add(String.class, "DATE", typed -> until = typed, "--until");
    to.add(Choices.Sort.class, "ORDER", typed -> sort = typed, "--sort");
    to.add(Choices.Switch.class, "SWITCH", typed -> translate = typed, "--translate");
    to.add(Choices.Meaning.class, "SWITCH", typed -> meaning = typed, "--meaning");
  }

  /** Declares what says how hits are written. */
  void declareFormat(Options to) {
    to.add(Choices.Format.class, "FORMAT", typed -> format = typed, "--format");
    to.add(() -> zero = true, "-0", "--null");
  }

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
    if (tags.size() > SearchRequest.MOST_TAGS) {
      throw new CommandException("error.too-many", "--tag", SearchRequest.MOST_TAGS);
    }
    if (zero && format != Choices.Format.PATHS) {
      throw new CommandException("error.null", "--null");
    }
    PartialDate first = date("--since", since);
    PartialDate last = date("--until", until);
    LocalDate from = first == null ? null : first.first();
    LocalDate to = last == null ? null : last.last();
    if (from != null && to != null && from.isAfter(to)) {
      throw new CommandException("error.since-until", from, to);
    }
    boolean text = format == Choices.Format.TEXT;
    int width = text ? Math.min(MOST_WIDTH, context * Math.max(20, columns - 10)) : MACHINE_WIDTH;
    boolean none = noSnippet || format == Choices.Format.PATHS;
    return SearchRequest.of(query)
        .withLimit(limit)
        .withOffset(offset)
        .withLanguage(lang == null ? null : Language.of(lang.toString()))
        .withPathGlob(path)
        .withTags(tags)
        .withFormats(types)
        .withDates(from, to)
        .withOrder(order())
        .withSnippets(none ? 0 : SNIPPETS, width)
        .withTranslate(translate == Choices.Switch.ON)
        .withMeaning(SearchRequest.Meaning.valueOf(meaning.name()))
        .withTwins(
            twins == Choices.Twins.FOLD ? SearchRequest.Twins.FOLD : SearchRequest.Twins.SHOW)
        .withExplain(explain);
  }

  private SearchRequest.Order order() {
    return switch (sort) {
      case SCORE -> SearchRequest.Order.SCORE;
      case DATE -> SearchRequest.Order.DATE;
      case PATH -> SearchRequest.Order.PATH;
    };
  }

  private static @Nullable PartialDate date(String option, @Nullable String value) {
    try {
      return value == null ? null : PartialDate.parse(value);
    } catch (DateTimeException e) {
      throw new CommandException("error.date", option, value).because(e);
    }
  }
}
