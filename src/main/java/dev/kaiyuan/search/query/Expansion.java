package dev.kaiyuan.search.query;

import dev.kaiyuan.analysis.ChineseEnglishAnalyzer;
import dev.kaiyuan.index.ArticleField;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/** Expands a prefix, or a word that may be misspelled, to words of the index. */
public final class Expansion {
  private static final int MOST = 64;
  private static final int MOST_CONTAINING = 256;
  private static final BytesRef FIRST_HAN = new BytesRef("\u3400");
  private static final int MOST_SEEN = 5000;

  /** No typed word is longer; fuzzy matching of longer ones takes Lucene seconds. */
  private static final int LONGEST = 128;

  private final IndexReader reader;

  public Expansion(IndexReader reader) {
    this.reader = reader;
  }

  private record Found(Term term, int frequency) {}

  private static List<ArticleField> fields(boolean title) {
    return title
        ? List.of(ArticleField.TITLE_WORDS)
        : List.of(ArticleField.BODY_WORDS, ArticleField.TITLE_WORDS);
  }

  /** Returns the most frequent words with a prefix, in titles alone or everywhere. */
  public List<Term> prefix(QueryNode.Prefix prefix, boolean title) throws IOException {
    BytesRef start = new BytesRef(ChineseEnglishAnalyzer.fold(prefix.text()));
    List<Found> found = new ArrayList<>();
    for (ArticleField field : fields(title)) {
      TermsEnum words = field.terms(reader);
      if (words.seekCeil(start) != TermsEnum.SeekStatus.END) {
        BytesRef word = words.term();
        int seen = 0;
        while (word != null && StringHelper.startsWith(word, start) && seen++ < MOST_SEEN) {
          found.add(found(field, word, words.docFreq()));
          word = words.next();
        }
      }
    }
    return mostFrequent(found, MOST);
  }

  /** Returns the most frequent words within one edit of a word, or two of a long one. */
  public List<Term> fuzzy(QueryNode.Fuzzy fuzzy, boolean title) throws IOException {
    String word = ChineseEnglishAnalyzer.fold(fuzzy.text());
    return near(fields(title), word, word.codePointCount(0, word.length()) > 5 ? 2 : 1, 1);
  }

  /**
   * Returns the most frequent words within some edits of a word.
   *
   * @param edits the number of characters that may be changed, added, left out or swapped: 1 or 2
   */
  public List<Term> near(String word, int edits) throws IOException {
    return near(List.of(ArticleField.BODY_WORDS), word, edits, 0);
  }

  private List<Term> near(List<ArticleField> fields, String word, int edits, int prefix)
      throws IOException {
    List<Found> found = new ArrayList<>();
    for (ArticleField field : word.length() > LONGEST ? List.<ArticleField>of() : fields) {
      Terms terms = MultiTerms.getTerms(reader, field.luceneName());
      if (terms != null) {
        TermsEnum near = new FuzzyTermsEnum(terms, field.term(word), edits, prefix, true);
        int seen = 0;
        for (BytesRef next = near.next(); next != null && seen++ < MOST_SEEN; next = near.next()) {
          found.add(found(field, next, near.docFreq()));
        }
      }
    }
    return mostFrequent(found, MOST);
  }

  /** Returns the most frequent words of a field that contain some Han characters. */
  public List<Term> containing(ArticleField field, String han) throws IOException {
    byte[] part = han.getBytes(StandardCharsets.UTF_8);
    List<Found> found = new ArrayList<>();
    TermsEnum words = field.terms(reader);
    if (words.seekCeil(FIRST_HAN) != TermsEnum.SeekStatus.END) {
      for (BytesRef word = words.term(); word != null; word = words.next()) {
        if (contains(word, part)) {
          found.add(found(field, word, words.docFreq()));
        }
      }
    }
    return mostFrequent(found, MOST_CONTAINING);
  }

  private static boolean contains(BytesRef word, byte[] part) {
    int end = word.offset + word.length - part.length;
    for (int p = word.offset; p <= end; p++) {
      if (Arrays.equals(word.bytes, p, p + part.length, part, 0, part.length)) {
        return true;
      }
    }
    return false;
  }

  private static Found found(ArticleField field, BytesRef word, int frequency) {
    return new Found(new Term(field.luceneName(), BytesRef.deepCopyOf(word)), frequency);
  }

  private static List<Term> mostFrequent(List<Found> found, int most) {
    found.sort(Comparator.comparingInt(Found::frequency).reversed());
    return found.subList(0, Math.min(most, found.size())).stream().map(Found::term).toList();
  }
}
