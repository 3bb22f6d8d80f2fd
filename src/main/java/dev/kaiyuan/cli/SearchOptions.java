package dev.kaiyuan.cli;

import dev.kaiyuan.cli.context.CommandException;
import dev.kaiyuan.cli.context.Context;
import dev.kaiyuan.cli.option.Arguments;
import dev.kaiyuan.cli.option.Choices;
import dev.kaiyuan.cli.option.ValueKind;
import dev.kaiyuan.document.Format;
import dev.kaiyuan.document.Language;
import dev.kaiyuan.search.SearchRequest;
import dev.kaiyuan.search.query.PartialDate;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The options of a search, and of the output of its hits. */
final class SearchOptions implements Cloneable {
  private static final int SNIPPETS = 3;
  private static final int MACHINE_WIDTH = 200;
  private static final int MOST_WIDTH = 10_000;

  int limit = 10;
  int offset;
  @Nullable Language lang;
  @Nullable String path;
  List<String> tags = new ArrayList<>();
  List<Format> types = new ArrayList<>();
  @Nullable String since;
  @Nullable String until;
  SearchRequest.Order sort = SearchRequest.Order.SCORE;
  Choices.Format format = Choices.Format.TEXT;
  boolean zero;
  int context = 2;
  boolean noSnippet;
  Choices.OnOff translate = Choices.OnOff.ON;
  SearchRequest.Meaning meaning = SearchRequest.Meaning.ON;
  SearchRequest.Twins twins = SearchRequest.Twins.SHOW;
  boolean explain;
  boolean facets;

  /** Whether the search is part of a session, which has the command {@code more}. */
  boolean inSession;

  void declare(Arguments to) {
    to.option(ValueKind.NUMBER, "N", given -> limit = given, "-n", "--limit");
    to.option(ValueKind.NUMBER, "N", given -> offset = given, "--offset");
    declareFilters(to);
    declareFormat(to);
    to.option(ValueKind.NUMBER, "N", given -> context = given, "--context");
    to.flag(() -> noSnippet = true, "--no-snippet");
    to.option(
        ValueKind.oneOf(SearchRequest.Twins.class), "WHAT", given -> twins = given, "--twins");
    to.flag(() -> explain = true, "--explain");
    to.flag(() -> facets = true, "--facets");
  }

  /** Declares the filters and the order of hits. */
  void declareFilters(Arguments to) {
    to.option(
        ValueKind.oneOf(Language.class, Language::code), "LANG", given -> lang = given, "--lang");
    to.option(ValueKind.TEXT, "GLOB", given -> path = given, "--path");
    to.option(ValueKind.TEXT, "TAG", tags::add, "--tag");
    to.option(ValueKind.oneOf(Format.class), "TYPE", types::add, "--type");
    to.option(ValueKind.TEXT, "DATE", given -> since = given, "--since");
    to.option(ValueKind.TEXT, "DATE", given -> until = given, "--until");
    to.option(ValueKind.oneOf(SearchRequest.Order.class), "ORDER", given -> sort = given, "--sort");
    to.option(
        ValueKind.oneOf(Choices.OnOff.class), "SWITCH", given -> translate = given, "--translate");
    to.option(
        ValueKind.oneOf(SearchRequest.Meaning.class),
        "SWITCH",
        given -> meaning = given,
        "--meaning");
  }

  /** Declares the format of hits. */
  void declareFormat(Arguments to) {
    to.option(ValueKind.oneOf(Choices.Format.class), "FORMAT", given -> format = given, "--format");
    to.flag(() -> zero = true, "-0", "--null");
  }

  /** Returns what to type for the hits after a rank. */
  String next(int rank) {
    return inSession ? "more" : "--offset " + rank;
  }

  /** Returns a copy, which can be changed on its own. */
  SearchOptions copy() {
    try {
      SearchOptions copy = (SearchOptions) clone();
      copy.tags = new ArrayList<>(tags);
      copy.types = new ArrayList<>(types);
      return copy;
    } catch (CloneNotSupportedException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * Checks the values.
   *
   * @throws CommandException if a value is not one that its option takes
   */
  void check() {
    Context.require("--limit", limit, 1, 10_000);
    Context.require("--offset", offset, 0, 100_000);
    Context.require("--context", context, 1, 50);
    if (tags.size() > SearchRequest.MOST_TAGS) {
      throw new CommandException("error.too-many", "--tag", SearchRequest.MOST_TAGS);
    }
    if (zero && format != Choices.Format.PATHS) {
      throw new CommandException("error.null", "--null");
    }
    LocalDate from = from();
    LocalDate to = to();
    if (from != null && to != null && from.isAfter(to)) {
      throw new CommandException("error.since-until", from, to);
    }
  }

  private @Nullable LocalDate from() {
    PartialDate first = date("--since", since);
    return first == null ? null : first.first();
  }

  private @Nullable LocalDate to() {
    PartialDate last = date("--until", until);
    return last == null ? null : last.last();
  }

  /**
   * Returns the request for a query.
   *
   * @param columns the width of the text in columns
   * @throws CommandException if a value is not one that its option takes
   */
  SearchRequest request(String query, int columns) {
    check();
    boolean text = format == Choices.Format.TEXT;
    int width = text ? Math.min(MOST_WIDTH, context * Math.max(20, columns - 10)) : MACHINE_WIDTH;
    boolean none = noSnippet || format == Choices.Format.PATHS;
    return SearchRequest.builder(query)
        .limit(limit)
        .offset(offset)
        .language(lang)
        .pathGlob(path)
        .tags(tags)
        .formats(types)
        .dates(from(), to())
        .order(sort)
        .snippets(none ? 0 : SNIPPETS, width)
        .translate(translate == Choices.OnOff.ON)
        .meaning(meaning)
        .twins(twins)
        .explain(explain)
        .build();
  }

  private static @Nullable PartialDate date(String option, @Nullable String value) {
    try {
      return value == null ? null : PartialDate.parse(value);
    } catch (DateTimeException e) {
      throw new CommandException("error.date", option, value).because(e);
    }
  }
}
