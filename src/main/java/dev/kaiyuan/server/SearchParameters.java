package dev.kaiyuan.server;

import dev.kaiyuan.document.Format;
import dev.kaiyuan.document.Language;
import dev.kaiyuan.output.Messages;
import dev.kaiyuan.search.SearchRequest;
import dev.kaiyuan.search.query.PartialDate;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what is wanted of a search, with the names, defaults and bounds of the command line. */
final class SearchParameters {
  static final Set<String> NAMES =
      Set.of(
          "limit",
          "offset",
          "lang",
          "path",
          "tag",
          "type",
          "since",
          "until",
          "sort",
          "translate",
          "meaning",
          "twins",
          "prefer",
          "explain");

  private static final List<String> READ = List.of("zh", "en");
  private static final int MOST_HITS = 1_000;
  private static final int SNIPPETS = 3;
  private static final int SNIPPET_WIDTH = 200;

  /** Nobody waits longer for an answer: {@code http.Workers} has given it up by then. */
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private SearchParameters() {}

  /**
   * Returns what is asked for.
   *
   * @param query what is looked for
   * @throws WrongParameterException if a value is none that its name takes
   */
  static SearchRequest request(String query, Parameters given) {
    PartialDate since = date("since", given);
    PartialDate until = date("until", given);
    LocalDate from = since == null ? null : since.first();
    LocalDate to = until == null ? null : until.last();
    if (from != null && to != null && from.isAfter(to)) {
      throw new WrongParameterException("error.parameter-dates", from, to);
    }
    return SearchRequest.builder(query)
        .limit(given.number("limit", 10, 1, MOST_HITS))
        .offset(given.number("offset", 0, 0, 100_000))
        .language(language("lang", given, List.of("zh", "en", "other")))
        .pathGlob(given.text("path"))
        .tags(tags(given))
        .formats(formats(given))
        .dates(from, to)
        .order(value(SearchRequest.Order.SCORE, "sort", given))
        .snippets(SNIPPETS, SNIPPET_WIDTH)
        .translate(given.flag("translate", true))
        .meaning(value(SearchRequest.Meaning.ON, "meaning", given))
        .twins(value(SearchRequest.Twins.SHOW, "twins", given))
        .ownLanguage(language("prefer", given, READ))
        .explain(given.flag("explain", false))
        .timeLimit(LONGEST)
        .build();
  }

  /** Returns the words for a reader of the language that is preferred, else English ones. */
  static Messages messages(Parameters given) {
    Language preferred = language("prefer", given, READ);
    return Messages.in(preferred == null ? "en" : preferred.code());
  }

  private static <E extends Enum<E>> E value(E otherwise, String name, Parameters given) {
    Class<E> choices = otherwise.getDeclaringClass();
    List<String> names = Stream.of(choices.getEnumConstants()).map(SearchParameters::name).toList();
    String chosen = given.choice(name, name(otherwise), names);
    return Enum.valueOf(choices, chosen.toUpperCase(Locale.ROOT));
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable Language language(
      String name, Parameters given, List<String> languages) {
    String code = given.choice(name, "", languages);
    return code.isEmpty() ? null : Language.of(code);
  }

  private static List<String> tags(Parameters given) {
    List<String> tags = given.all("tag");
    if (tags.size() > SearchRequest.MOST_TAGS) {
      throw new WrongParameterException("error.too-many", "tag", SearchRequest.MOST_TAGS);
    }
    return tags;
  }

  private static List<Format> formats(Parameters given) {
    List<Format> formats = new ArrayList<>();
    for (String type : given.all("type")) {
      Format format = Format.ofEnding(type);
      if (format == null) {
        String all = Stream.of(Format.values()).map(Format::type).collect(Collectors.joining(", "));
        throw new WrongParameterException("error.choice", "type", all, Parameters.shortened(type));
      }
      formats.add(format);
    }
    return formats;
  }

  private static @Nullable PartialDate date(String name, Parameters given) {
    String value = given.text(name);
    try {
      return value == null ? null : PartialDate.parse(value);
    } catch (DateTimeException e) {
      throw new WrongParameterException("error.date", name, Parameters.shortened(value));
    }
  }
}
