package dev.kaiyuan.index;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.jspecify.annotations.Nullable;

/**
 * A field of text: a part of an article, as grams with positions or as whole words without. A
 * position is an offset in characters, so that distances in a text are distances in the index.
 */
public enum ArticleField {
  /** All words of text, title, authors, tags and the names of file and folders, as grams. */
  BODY("body", false),
  /** The title as grams. */
  TITLE("title", false),
  /** All headings, and the words of a file name that is not the title, as grams. */
  HEADINGS("headings", false),
  /** {@link #BODY} as whole words. */
  BODY_WORDS("body", true),
  /** {@link #TITLE} as whole words. */
  TITLE_WORDS("title", true),
  /** {@link #HEADINGS} as whole words. */
  HEADINGS_WORDS("headings", true);

  private static final Map<String, ArticleField> BY_NAME = new HashMap<>();

  static {
    for (ArticleField field : values()) {
      BY_NAME.put(field.luceneName, field);
    }
  }

  private final String part;
  private final boolean words;
  private final String luceneName;

  ArticleField(String part, boolean words) {
    this.part = part;
    this.words = words;
    this.luceneName = words ? part + ".words" : part;
  }

  /** Returns the text field of a name in the index, or null if another field has it. */
  public static @Nullable ArticleField named(String luceneName) {
    return BY_NAME.get(luceneName);
  }

  /** Returns the name of the field in the index. */
  public String luceneName() {
    return luceneName;
  }

  /** Returns the name of the part: {@code body}, {@code title} or {@code headings}. */
  public String part() {
    return part;
  }

  /** Whether the terms are whole words, not grams. */
  public boolean isWords() {
    return words;
  }

  /** Returns the field of the same part as grams. */
  public ArticleField grams() {
    return switch (this) {
      case BODY, BODY_WORDS -> BODY;
      case TITLE, TITLE_WORDS -> TITLE;
      case HEADINGS, HEADINGS_WORDS -> HEADINGS;
    };
  }

  /** Returns the field of the same part as whole words. */
  public ArticleField words() {
    return switch (this) {
      case BODY, BODY_WORDS -> BODY_WORDS;
      case TITLE, TITLE_WORDS -> TITLE_WORDS;
      case HEADINGS, HEADINGS_WORDS -> HEADINGS_WORDS;
    };
  }

  /** Returns a term of this field. */
  public Term term(String text) {
    return new Term(luceneName, text);
  }

  /**
   * Returns the terms that an index has in this field, in order; none where it has no such field.
   */
  public TermsEnum terms(IndexReader reader) throws IOException {
    Terms terms = MultiTerms.getTerms(reader, luceneName);
    return terms == null ? TermsEnum.EMPTY : terms.iterator();
  }
}
