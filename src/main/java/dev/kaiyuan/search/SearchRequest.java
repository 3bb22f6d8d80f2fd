package dev.kaiyuan.search;

import dev.kaiyuan.document.Format;
import dev.kaiyuan.document.Language;
import dev.kaiyuan.document.UnicodeForm;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to know.
 *
 * <pre>{@code
 * SearchRequest.of("开源许可证").withLimit(5).withLanguage(Language.CHINESE)
 * }</pre>
 *
 * <p>Immutable: each {@code with} method returns a changed copy. A number out of its range is an
 * {@link IllegalArgumentException}, a null where none is allowed a {@link NullPointerException}.
 *
 * @param query what was typed; any text, also an empty one, which finds nothing
 * @param limit how many hits at the most, 1 to 10,000
 * @param offset how many hits to pass over, 0 to 100,000
 * @param language only articles in this language, or null for all
 * @param pathGlob only articles whose path matches this glob pattern, or null for all; {@code *}
 *     matches within a folder, {@code **} across folders; the pattern may begin at any folder
 * @param tags only articles that have all these tags, ignoring case; {@link #MOST_TAGS} at the most
 * @param formats only articles of files in one of these formats, or empty for all
 * @param since only articles dated on this day or later, or null
 * @param until only articles dated on this day or earlier, or null
 * @param order by what hits are sorted
 * @param snippets how many snippets a hit has at the most, 0 to 10
 * @param snippetWidth how wide a snippet is at the most, in columns of a terminal, of which a
 *     Chinese character takes two; 20 to 10,000
 * @param translate whether words also find their translations, under what is found in the query's
 *     own language
 * @param meaning whether articles are found by what they mean; it has a part in the order by score
 *     alone, and none where the index has no vectors
 * @param ownLanguage the reader's language, which comes first among articles about as good when the
 *     query has none, being names alone; null for no preference
 * @param twins what becomes of the same article in another language
 * @param explain whether each hit says why it was found
 * @param timeLimit how long the search may take before it is given up, more than nothing; null for
 *     as long as it takes
 */
public record SearchRequest(
    String query,
    int limit,
    int offset,
    @Nullable Language language,
    @Nullable String pathGlob,
    List<String> tags,
    List<Format> formats,
    @Nullable LocalDate since,
    @Nullable LocalDate until,
    Order order,
    int snippets,
    int snippetWidth,
    boolean translate,
    Meaning meaning,
    @Nullable Language ownLanguage,
    Twins twins,
    boolean explain,
    @Nullable Duration timeLimit) {
  /** How many tags can be demanded at once. */
  public static final int MOST_TAGS = 100;

  /** Whether articles are found by what they mean, where the index has vectors of them. */
  public enum Meaning {
    /** By words and by meaning. */
    ON,
    /** By words alone. */
    OFF,
    /** By meaning alone. */
    ONLY
  }

  /** What becomes of the same article in another language, the reader's own being found too. */
  public enum Twins {
    /** It stands below it. */
    SHOW,
    /** It is no hit of its own. */
    FOLD
  }

  /** By what hits are sorted. */
  public enum Order {
    /** The best first. */
    SCORE,
    /** The newest first, articles without a date last. */
    DATE,
    /** By path. */
    PATH
  }

  public SearchRequest {
    Objects.requireNonNull(query, "query");
    Objects.requireNonNull(order, "order");
    Objects.requireNonNull(meaning, "meaning");
    Objects.requireNonNull(twins, "twins");
    tags = tags.stream().map(UnicodeForm::of).toList();
    require(
        tags.size() <= MOST_TAGS,
        "tags must be " + MOST_TAGS + " at the most, but are ",
        tags.size());
    formats = List.copyOf(formats);
    require(limit >= 1 && limit <= 10_000, "limit must be 1 to 10,000, but is ", limit);
    require(offset >= 0 && offset <= 100_000, "offset must be 0 to 100,000, but is ", offset);
    require(snippets >= 0 && snippets <= 10, "snippets must be 0 to 10, but is ", snippets);
    require(timeLimit == null || timeLimit.isPositive(), "timeLimit must be more than ", 0);
    require(
        snippetWidth >= 20 && snippetWidth <= 10_000,
        "snippetWidth must be 20 to 10,000, but is ",
        snippetWidth);
  }

  private static void require(boolean holds, String message, int value) {
    if (!holds) {
      throw new IllegalArgumentException(message + value);
    }
  }

  /** Returns a request for the first ten hits in all languages, with up to three snippets each. */
  public static SearchRequest of(String query) {
    return new Draft(query).build();
  }

  /** Returns this request with its query as the index has texts, see {@link UnicodeForm}. */
  SearchRequest normalized() {
    Draft draft = new Draft(this);
    draft.query = UnicodeForm.of(query);
    return draft.build();
  }

  /** Returns this request with another limit. */
  public SearchRequest withLimit(int value) {
    Draft draft = new Draft(this);
    draft.limit = value;
    return draft.build();
  }

  /** Returns this request with another offset. */
  public SearchRequest withOffset(int value) {
    Draft draft = new Draft(this);
    draft.offset = value;
    return draft.build();
  }

  /** Returns this request for articles in one language, or with null in any. */
  public SearchRequest withLanguage(@Nullable Language value) {
    Draft draft = new Draft(this);
    draft.language = value;
    return draft.build();
  }

  /** Returns this request for articles whose path matches a glob, or with null for any. */
  public SearchRequest withPathGlob(@Nullable String value) {
    Draft draft = new Draft(this);
    draft.pathGlob = value;
    return draft.build();
  }

  /** Returns this request for articles with all the tags. */
  public SearchRequest withTags(List<String> value) {
    Draft draft = new Draft(this);
    draft.tags = value;
    return draft.build();
  }

  /** Returns this request for articles of files in one of the formats, or with none in any. */
  public SearchRequest withFormats(List<Format> value) {
    Draft draft = new Draft(this);
    draft.formats = value;
    return draft.build();
  }

  /** Returns this request for articles dated between two days, both included; null is open. */
  public SearchRequest withDates(@Nullable LocalDate from, @Nullable LocalDate to) {
    Draft draft = new Draft(this);
    draft.since = from;
    draft.until = to;
    return draft.build();
  }

  /** Returns this request in another order. */
  public SearchRequest withOrder(Order value) {
    Draft draft = new Draft(this);
    draft.order = value;
    return draft.build();
  }

  /** Returns this request with another number and width of snippets. */
  public SearchRequest withSnippets(int number, int width) {
    Draft draft = new Draft(this);
    draft.snippets = number;
    draft.snippetWidth = width;
    return draft.build();
  }

  /** Returns this request with or without translations. */
  public SearchRequest withTranslate(boolean value) {
    Draft draft = new Draft(this);
    draft.translate = value;
    return draft.build();
  }

  /** Returns this request with or without what is found by meaning. */
  public SearchRequest withMeaning(Meaning value) {
    Draft draft = new Draft(this);
    draft.meaning = value;
    return draft.build();
  }

  /** Returns this request for a reader of a language; null for no preference. */
  public SearchRequest withOwnLanguage(@Nullable Language value) {
    Draft draft = new Draft(this);
    draft.ownLanguage = value;
    return draft.build();
  }

  /** Returns this request with articles in two languages shown twice or once. */
  public SearchRequest withTwins(Twins value) {
    Draft draft = new Draft(this);
    draft.twins = value;
    return draft.build();
  }

  /** Returns this request with or without explanations. */
  public SearchRequest withExplain(boolean value) {
    Draft draft = new Draft(this);
    draft.explain = value;
    return draft.build();
  }

  /** Returns this request to be given up after some time, or with null after none. */
  public SearchRequest withTimeLimit(@Nullable Duration value) {
    Draft draft = new Draft(this);
    draft.timeLimit = value;
    return draft.build();
  }

  /** A request being changed; its fields begin with the defaults. */
  private static final class Draft {
    String query;
    int limit = 10;
    int offset;
    @Nullable Language language;
    @Nullable String pathGlob;
    List<String> tags = List.of();
    List<Format> formats = List.of();
    @Nullable LocalDate since;
    @Nullable LocalDate until;
    Order order = Order.SCORE;
    int snippets = 3;
    int snippetWidth = 200;
    boolean translate = true;
    Meaning meaning = Meaning.ON;
    @Nullable Language ownLanguage;
    Twins twins = Twins.SHOW;
    boolean explain;
    @Nullable Duration timeLimit;

    Draft(String query) {
      this.query = query;
    }

    Draft(SearchRequest request) {
      query = request.query;
      limit = request.limit;
      offset = request.offset;
      language = request.language;
      pathGlob = request.pathGlob;
      tags = request.tags;
      formats = request.formats;
      since = request.since;
      until = request.until;
      order = request.order;
      snippets = request.snippets;
      snippetWidth = request.snippetWidth;
      translate = request.translate;
      meaning = request.meaning;
      ownLanguage = request.ownLanguage;
      twins = request.twins;
      explain = request.explain;
      timeLimit = request.timeLimit;
    }

    SearchRequest build() {
      return new SearchRequest(
          query,
          limit,
          offset,
          language,
          pathGlob,
          tags,
          formats,
          since,
          until,
          order,
          snippets,
          snippetWidth,
          translate,
          meaning,
          ownLanguage,
          twins,
          explain,
          timeLimit);
    }
  }
}
