package dev.kaiyuan.search.query;

import dev.kaiyuan.analysis.ChineseEnglishAnalyzer;
import dev.kaiyuan.index.ArticleField;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.Term;

/** Expands a prefix, or a word that may be misspelled, to words of the index. */
public final class Expansion {
  private static final int MOST = 64;
  static final int MOST_CONTAINING = 256;

  private final IndexedWords words;

  public Expansion(IndexedWords words) {
    this.words = words;
  }

  private record Found(Term term, int frequency) {}

  private static List<ArticleField> fields(boolean title) {
    return title
        ? List.of(ArticleField.TITLE_WORDS)
        : List.of(ArticleField.BODY_WORDS, ArticleField.TITLE_WORDS);
  }

  /** Returns the most frequent words with a prefix, in titles alone or everywhere. */
  public List<Term> prefix(QueryNode.Prefix prefix, boolean title) throws IOException {
    String start = ChineseEnglishAnalyzer.fold(prefix.text());
    return mostFrequent(fields(title), field -> WordPattern.prefix(field, start), MOST);
  }

  /** Returns the most frequent words within one edit of a word, or two of a long one. */
  public List<Term> fuzzy(QueryNode.Fuzzy fuzzy, boolean title) throws IOException {
    String word = ChineseEnglishAnalyzer.fold(fuzzy.text());
    int edits = word.codePointCount(0, word.length()) > 5 ? 2 : 1;
    return mostFrequent(fields(title), field -> WordPattern.near(field, word, edits, 1), MOST);
  }

  /**
   * Returns the most frequent words within some edits of a word.
   *
   * @param edits the number of characters that may be changed, added, left out or swapped: 1 or 2
   */
  public List<WordFrequency> near(String word, int edits) throws IOException {
    return mostFrequent(
        words.listed(WordPattern.near(ArticleField.BODY_WORDS, word, edits, 0)), MOST);
  }

  /** Returns the most frequent words of a field that contain some Han characters. */
  public List<Term> containing(ArticleField field, String han) throws IOException {
    return mostFrequent(List.of(field), each -> WordPattern.containing(each, han), MOST_CONTAINING);
  }

  private interface Pattern {
    WordPattern of(ArticleField field);
  }

  private List<Term> mostFrequent(List<ArticleField> fields, Pattern pattern, int most)
      throws IOException {
    List<Found> found = new ArrayList<>();
    for (ArticleField field : fields) {
      for (WordFrequency word : mostFrequent(words.listed(pattern.of(field)), most)) {
        found.add(new Found(field.term(word.text()), word.articles()));
      }
    }
    found.sort(Comparator.comparingInt(Found::frequency).reversed());
    return found.subList(0, Math.min(most, found.size())).stream().map(Found::term).toList();
  }

  static List<WordFrequency> mostFrequent(List<WordFrequency> found, int most) {
    List<WordFrequency> sorted = new ArrayList<>(found);
    sorted.sort(Comparator.comparingInt(WordFrequency::articles).reversed());
    return sorted.subList(0, Math.min(most, sorted.size()));
  }
}
