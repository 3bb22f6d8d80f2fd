package dev.kaiyuan.search;

import dev.kaiyuan.document.Format;
import dev.kaiyuan.document.Language;
import dev.kaiyuan.document.text.UnicodeForm;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A query and how it is to be answered.
 *
 * <pre>{@code
 * SearchRequest.of("开源许可证")
 * SearchRequest.builder("开源许可证").limit(5).language(Language.CHINESE).build()
 * }</pre>
 *
 * <p>Immutable. A number out of its range is an {@link IllegalArgumentException}, a null where none
 * is allowed a {@link NullPointerException}.
 *
 * @param query what was typed; any text, also an empty one, which finds nothing
 * @param limit the number of hits at most, 1 to 10,000
 * @param offset the number of hits to skip, 0 to 100,000
 * @param language only articles in this language, or null for all
 * @param pathGlob only articles whose path matches this pattern, or null for all; it is written as
 *     in {@code .gitignore}, and may begin at any folder
 * @param tags only articles that have all these tags, ignoring case; at most {@link #MOST_TAGS}
 * @param formats only articles of files in one of these formats, or empty for all
 * @param since only articles dated on this day or later, or null
 * @param until only articles dated on this day or earlier, or null
 * @param order what hits are sorted by
 * @param snippets the number of snippets a hit has at most, 0 to 10
 * @param snippetWidth the greatest width of a snippet in columns of a terminal, of which a Chinese
 *     character takes two; 20 to 10,000
 * @param translate whether words also find their translations
 * @param meaning whether articles are found by what they mean, if they are ordered by score and the
 *     index has vectors
 * @param ownLanguage the reader's language, which is preferred where the query has none because it
 *     is names alone; null for no preference
 * @param twins what to do with the same article in another language
 * @param explain whether each hit says why it was found
 * @param timeLimit the time after which the search is given up, more than zero; null for none
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
  /** The most tags of one request. */
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

  /** What to do with the same article in another language, if both are found. */
  public enum Twins {
    /** Show it below the one in the reader's language. */
    SHOW,
    /** Leave it out. */
    FOLD
  }

  /** What hits are sorted by. */
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
    return builder(query).build();
  }

  /** Returns a builder that begins with the defaults of {@link #of}. */
  public static Builder builder(String query) {
    return new Builder(query);
  }

  /** Returns a builder that begins with the values of this request. */
  public Builder toBuilder() {
    Builder builder = new Builder(query);
    builder.limit = limit;
    builder.offset = offset;
    builder.language = language;
    builder.pathGlob = pathGlob;
    builder.tags = tags;
    builder.formats = formats;
    builder.since = since;
    builder.until = until;
    builder.order = order;
    builder.snippets = snippets;
    builder.snippetWidth = snippetWidth;
    builder.translate = translate;
    builder.meaning = meaning;
    builder.ownLanguage = ownLanguage;
    builder.twins = twins;
    builder.explain = explain;
    builder.timeLimit = timeLimit;
    return builder;
  }

  /** Returns this request with its query as the index has texts, see {@link UnicodeForm}. */
  SearchRequest normalized() {
    Builder builder = toBuilder();
    builder.query = UnicodeForm.of(query);
    return builder.build();
  }

  /** Collects the values of a request, each named as in {@link SearchRequest}. Not thread-safe. */
  public static final class Builder {
    private String query;
    private int limit = 10;
    private int offset;
    private @Nullable Language language;
    private @Nullable String pathGlob;
    private List<String> tags = List.of();
    private List<Format> formats = List.of();
    private @Nullable LocalDate since;
    private @Nullable LocalDate until;
    private Order order = Order.SCORE;
    private int snippets = 3;
    private int snippetWidth = 200;
    private boolean translate = true;
    private Meaning meaning = Meaning.ON;
    private @Nullable Language ownLanguage;
    private Twins twins = Twins.SHOW;
    private boolean explain;
    private @Nullable Duration timeLimit;

    private Builder(String query) {
      this.query = query;
    }

    /** Sets the number of hits at most. */
    public Builder limit(int value) {
      limit = value;
      return this;
    }

    /** Sets the number of hits to skip. */
    public Builder offset(int value) {
      offset = value;
      return this;
    }

    /** Sets the language of articles, or with null all. */
    public Builder language(@Nullable Language value) {
      language = value;
      return this;
    }

    /** Sets the pattern of paths, or with null all. */
    public Builder pathGlob(@Nullable String value) {
      pathGlob = value;
      return this;
    }

    /** Sets the tags that articles must have, all of them. */
    public Builder tags(List<String> value) {
      tags = value;
      return this;
    }

    /** Sets the formats of files, or with none all. */
    public Builder formats(List<Format> value) {
      formats = value;
      return this;
    }

    /** Sets the first and the last day of articles, both included; null is open. */
    public Builder dates(@Nullable LocalDate from, @Nullable LocalDate to) {
      since = from;
      until = to;
      return this;
    }

    /** Sets what hits are sorted by. */
    public Builder order(Order value) {
      order = value;
      return this;
    }

    /** Sets the number of snippets at most, and their width in columns. */
    public Builder snippets(int number, int width) {
      snippets = number;
      snippetWidth = width;
      return this;
    }

    /** Sets whether words also find their translations. */
    public Builder translate(boolean value) {
      translate = value;
      return this;
    }

    /** Sets whether articles are found by what they mean. */
    public Builder meaning(Meaning value) {
      meaning = value;
      return this;
    }

    /** Sets the reader's language, or with null none. */
    public Builder ownLanguage(@Nullable Language value) {
      ownLanguage = value;
      return this;
    }

    /** Sets what to do with the same article in another language. */
    public Builder twins(Twins value) {
      twins = value;
      return this;
    }

    /** Sets whether each hit says why it was found. */
    public Builder explain(boolean value) {
      explain = value;
      return this;
    }

    /** Sets the time after which the search is given up, or with null none. */
    public Builder timeLimit(@Nullable Duration value) {
      timeLimit = value;
      return this;
    }

    /**
     * Returns the request.
     *
     * @throws IllegalArgumentException if a number is out of its range
     */
    public SearchRequest build() {
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
