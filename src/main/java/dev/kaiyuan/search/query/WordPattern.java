package dev.kaiyuan.search.query;

import dev.kaiyuan.analysis.translation.Pinyin;
import dev.kaiyuan.index.ArticleField;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * What words of an index look like. The parts of an index list their words by it, so that all of
 * them together say what one index would.
 *
 * @param kind what the text says of them
 * @param field the field of words that has them
 * @param text a beginning, a word, Han characters or initials
 * @param edits how many characters may differ
 * @param kept how many characters at the beginning may not
 */
public record WordPattern(Kind kind, ArticleField field, String text, int edits, int kept) {
  private static final BytesRef FIRST_HAN = new BytesRef("\u3400");
  private static final int MOST_SEEN = 5000;

  /** No typed word is longer; fuzzy matching of longer ones takes Lucene seconds. */
  private static final int LONGEST = 128;

  /** What the text of a pattern says. */
  public enum Kind {
    /** They begin with it. */
    PREFIX(MOST_SEEN),
    /** They are it within some edits. */
    NEAR(MOST_SEEN),
    /** They contain it. */
    CONTAINING(Integer.MAX_VALUE),
    /** Each character is one of a line of it. */
    CHARACTERS(Integer.MAX_VALUE),
    /** Their characters have these initials in pinyin. */
    INITIALS(Integer.MAX_VALUE);

    /** How many are listed, the first ones. */
    private final int most;

    Kind(int most) {
      this.most = most;
    }
  }

  private WordPattern(Kind kind, ArticleField field, String text) {
    this(kind, field, text, 0, 0);
  }

  static WordPattern prefix(ArticleField field, String prefix) {
    return new WordPattern(Kind.PREFIX, field, prefix);
  }

  static WordPattern near(ArticleField field, String word, int edits, int kept) {
    return new WordPattern(Kind.NEAR, field, word, edits, kept);
  }

  static WordPattern containing(ArticleField field, String han) {
    return new WordPattern(Kind.CONTAINING, field, han);
  }

  /**
   * Returns the pattern of Chinese words in bodies.
   *
   * @param characters for each character those that it may be
   */
  public static WordPattern characters(List<String> characters) {
    return new WordPattern(Kind.CHARACTERS, ArticleField.BODY_WORDS, String.join("\n", characters));
  }

  /**
   * Returns the pattern of Chinese words in bodies.
   *
   * @param letters the initials, one for each character
   */
  public static WordPattern initials(String letters) {
    return new WordPattern(Kind.INITIALS, ArticleField.BODY_WORDS, letters);
  }

  /** Returns the words of a reader that are so, as {@link IndexedWords#listed} does. */
  List<WordFrequency> in(IndexReader reader) throws IOException {
    return switch (kind) {
      case PREFIX -> beginning(text, field.terms(reader), word -> true);
      case NEAR -> near(reader);
      case CONTAINING -> chinese(reader, contains(text.getBytes(StandardCharsets.UTF_8)));
      case CHARACTERS -> ofCharacters(reader);
      case INITIALS -> chinese(reader, this::isAbbreviated);
    };
  }

  private interface Condition {
    boolean isMet(BytesRef word);
  }

  private List<WordFrequency> beginning(String prefix, TermsEnum words, Condition condition)
      throws IOException {
    List<WordFrequency> found = new ArrayList<>();
    BytesRef start = new BytesRef(prefix);
    boolean more = words.seekCeil(start) != TermsEnum.SeekStatus.END;
    while (more && found.size() < kind.most && StringHelper.startsWith(words.term(), start)) {
      if (condition.isMet(words.term())) {
        found.add(new WordFrequency(words.term().utf8ToString(), words.docFreq()));
      }
      more = words.next() != null;
    }
    return found;
  }

  private List<WordFrequency> near(IndexReader reader) throws IOException {
    List<WordFrequency> found = new ArrayList<>();
    Terms terms = text.length() > LONGEST ? null : MultiTerms.getTerms(reader, field.luceneName());
    if (terms != null) {
      TermsEnum near = new FuzzyTermsEnum(terms, field.term(text), edits, kept, true);
      for (BytesRef next = near.next();
          next != null && found.size() < kind.most;
          next = near.next()) {
        found.add(new WordFrequency(next.utf8ToString(), near.docFreq()));
      }
    }
    return found;
  }

  private List<WordFrequency> chinese(IndexReader reader, Condition condition) throws IOException {
    List<WordFrequency> found = new ArrayList<>();
    TermsEnum words = field.terms(reader);
    boolean more = words.seekCeil(FIRST_HAN) != TermsEnum.SeekStatus.END;
    for (; more; more = words.next() != null) {
      if (condition.isMet(words.term())) {
        found.add(new WordFrequency(words.term().utf8ToString(), words.docFreq()));
      }
    }
    return found;
  }

  private static Condition contains(byte[] part) {
    return word -> {
      int end = word.offset + word.length - part.length;
      for (int p = word.offset; p <= end; p++) {
        if (Arrays.equals(word.bytes, p, p + part.length, part, 0, part.length)) {
          return true;
        }
      }
      return false;
    };
  }

  private boolean isAbbreviated(BytesRef bytes) {
    if (bytes.length != 3 * text.length()) {
      return false; // A Han character takes three bytes.
    }
    String word = bytes.utf8ToString();
    boolean fits = word.length() == text.length();
    for (int i = 0; fits && i < word.length(); i++) {
      fits = (Pinyin.initials(word.charAt(i)) & 1 << text.charAt(i) - 'a') != 0;
    }
    return fits;
  }

  private List<WordFrequency> ofCharacters(IndexReader reader) throws IOException {
    List<String> lines = List.of(text.split("\n", -1));
    List<WordFrequency> found = new ArrayList<>();
    TermsEnum words = field.terms(reader);
    for (int first : new TreeSet<>(lines.getFirst().codePoints().boxed().toList())) {
      found.addAll(beginning(Character.toString(first), words, word -> isOf(word, lines)));
    }
    return found;
  }

  private static boolean isOf(BytesRef word, List<String> lines) {
    int[] characters = word.utf8ToString().codePoints().toArray();
    boolean is = characters.length == lines.size();
    for (int i = 0; is && i < characters.length; i++) {
      is = lines.get(i).indexOf(characters[i]) >= 0;
    }
    return is;
  }

  /** Returns the words that all parts of an index list together. */
  public List<WordFrequency> merged(List<WordFrequency> some, List<WordFrequency> others) {
    TreeMap<String, Integer> articles =
        new TreeMap<>(Comparator.comparing((String word) -> new BytesRef(word)));
    some.forEach(word -> articles.merge(word.text(), word.articles(), Integer::sum));
    others.forEach(word -> articles.merge(word.text(), word.articles(), Integer::sum));
    List<WordFrequency> merged = new ArrayList<>();
    articles.forEach((word, sum) -> merged.add(new WordFrequency(word, sum)));
    return merged.subList(0, Math.min(kind.most, merged.size()));
  }
}
