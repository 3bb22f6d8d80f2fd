package dev.kaiyuan.search.query;

import dev.kaiyuan.analysis.AnalyzedQuery;
import dev.kaiyuan.analysis.QueryTerm;
import dev.kaiyuan.analysis.QueryTerm.Strength;
import dev.kaiyuan.analysis.QueryUnit;
import dev.kaiyuan.index.ArticleField;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * A part of a query that is looked for as one thing, with the other names that may replace it.
 *
 * @param text as it was typed
 * @param start the offset in the query at which it begins
 * @param end the offset after it
 * @param units its words
 * @param grams its terms in fields of grams, without alternatives
 * @param words its terms in fields of words, without alternatives
 * @param replacements its other names, the best first
 * @param renamed whether the index has a replacement far more often than what was typed
 */
public record QuerySpan(
    String text,
    int start,
    int end,
    List<QueryUnit> units,
    List<QueryTerm> grams,
    List<QueryTerm> words,
    List<Replacement> replacements,
    boolean renamed) {
  /** The most grams of a whole query: five Han characters. Longer queries are sentences. */
  private static final int MOST_GRAMS_OF_WHOLE = 4;

  /** Returns the span between two offsets of a query, without replacements. */
  static QuerySpan of(String query, int start, int end, AnalyzedQuery analyzed) {
    List<QueryUnit> units = new ArrayList<>();
    for (QueryUnit unit : analyzed.units()) {
      if (unit.role() == QueryUnit.Role.WORD && start <= unit.start() && unit.end() <= end) {
        units.add(unit);
      }
    }
    return new QuerySpan(
        query.substring(start, end),
        start,
        end,
        units,
        inside(start, end, analyzed.grams()),
        inside(start, end, analyzed.words()),
        List.of(),
        false);
  }

  private static List<QueryTerm> inside(int start, int end, List<QueryTerm> terms) {
    List<QueryTerm> inside = new ArrayList<>();
    for (QueryTerm term : terms) {
      if (term.strength() != Strength.ALTERNATIVE && start <= term.start() && term.end() <= end) {
        inside.add(term);
      }
    }
    return inside;
  }

  /**
   * Returns a whole query as one span if it is short, has no spaces, and is Chinese at least in
   * part: 机器狗, Linux内核. Otherwise returns null.
   */
  public static @Nullable QuerySpan whole(String query, AnalyzedQuery analyzed) {
    boolean han = false;
    int end = analyzed.units().isEmpty() ? -1 : analyzed.units().getFirst().start();
    for (QueryUnit unit : analyzed.units()) {
      if (unit.start() > end) {
        return null;
      }
      han |= unit.isHan();
      end = Math.max(end, unit.end());
    }
    QuerySpan whole = of(query, 0, query.length(), analyzed);
    int grams = whole.grams.size();
    return han && grams > 1 && grams <= MOST_GRAMS_OF_WHOLE ? whole : null;
  }

  QuerySpan with(List<Replacement> others, boolean isRenamed) {
    return new QuerySpan(text, start, end, units, grams, words, others, isRenamed);
  }

  /** Whether a term of the query lies in the span. */
  boolean contains(QueryTerm term) {
    return start <= term.start() && term.end() <= end;
  }

  boolean isHan() {
    return Character.isIdeographic(text.codePointAt(0));
  }

  public List<String> gramTexts() {
    List<String> texts = new ArrayList<>();
    for (QueryTerm gram : grams) {
      texts.add(gram.text());
    }
    return texts;
  }

  /** Returns the other names as a person would write them. */
  public List<String> replacementTexts() {
    List<String> texts = new ArrayList<>();
    for (Replacement replacement : replacements) {
      texts.add(replacement.text());
    }
    return texts;
  }

  /** Returns the most that an article's positions of the span weigh. */
  float positionWeight(CommitSearcher searcher) throws IOException {
    float weight = 0;
    for (QueryTerm gram : grams) {
      weight += weight(gram, ArticleField.BODY, searcher);
    }
    return weight;
  }

  /** Returns the weight of an article's body that has all of the span. */
  float weight(CommitSearcher searcher) throws IOException {
    float weight = positionWeight(searcher);
    for (QueryTerm word : words) {
      weight += weight(word, ArticleField.BODY_WORDS, searcher);
    }
    return weight;
  }

  private static float weight(QueryTerm term, ArticleField field, CommitSearcher searcher)
      throws IOException {
    return searcher.weights().of(term) * searcher.idf(searcher.docFreq(field.term(term.text())));
  }

  /**
   * Returns the number of articles that have the whole span: exact in English, an upper bound in
   * Chinese, where the gram across two words of it tells.
   *
   * @param enough from this number on, an upper bound will do
   */
  int docFreq(int enough, CommitSearcher searcher) throws IOException {
    if (grams.size() == 1) {
      return searcher.docFreq(ArticleField.BODY_WORDS.term(grams.getFirst().text()));
    }
    int most = searcher.docFreq(ArticleField.BODY, gramTexts());
    return isHan() || most == 0 || most < enough
        ? most
        : searcher.countOf(phrase(ArticleField.BODY));
  }

  /** Finds the span as it was typed, whether there is a space between two scripts or not. */
  public Query phrase(ArticleField field) {
    List<Integer> offsets = new ArrayList<>();
    int changesOfScript = 0;
    for (QueryTerm gram : grams) {
      boolean first = offsets.isEmpty();
      changesOfScript += first || gram.isHan() == grams.get(offsets.size() - 1).isHan() ? 0 : 1;
      offsets.add(gram.start());
    }
    return GramPhrase.of(field, gramTexts(), offsets, changesOfScript);
  }

  /** Returns the names to look for; what was typed is one where its terms are not asked. */
  public List<Replacement> alternatives() {
    if (!renamed) {
      return replacements;
    }
    List<QueryUnit> parts = isHan() ? List.of(QueryUnit.whole(text, start, end, grams)) : units;
    List<Replacement> all = new ArrayList<>(replacements);
    all.add(new Replacement(text, parts, 1f / parts.size(), 0));
    return all;
  }

  /**
   * Finds any of the alternatives in a field of grams, as a single word to the ranking: an article
   * scores for the span, not for each of its names (a structured query, after Pirkola 1998).
   *
   * @return null if the field has none of them
   */
  public @Nullable Query anyAlternative(ArticleField field, CommitSearcher searcher)
      throws IOException {
    SynonymQuery.Builder words = new SynonymQuery.Builder(field.luceneName());
    List<Query> queries = new ArrayList<>();
    int single = 0;
    for (Replacement each : alternatives()) {
      List<String> terms = each.grams();
      if (searcher.docFreq(field, terms) == 0) {
        continue;
      }
      if (terms.size() == 1) {
        words.addTerm(field.term(terms.getFirst()), Math.min(1, each.weight()));
        single++;
      } else {
        queries.add(new BoostQuery(each.query(field), each.weight()));
      }
    }
    if (single > 0) {
      queries.add(new IdentityQuery(words.build()));
    }
    if (renamed) {
      queries.add(pieces(field, searcher));
    }
    return switch (queries.size()) {
      case 0 -> null;
      case 1 -> queries.getFirst();
      default -> new DisjunctionMaxQuery(queries, 0.1f);
    };
  }

  /** Finds any piece of a span that the index has by another name. */
  public Query pieces(ArticleField field, CommitSearcher searcher) throws IOException {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (QueryTerm gram : grams) {
      if (gram.strength() == Strength.FULL) {
        any.add(new TermQuery(field.term(gram.text())), Occur.SHOULD);
      }
    }
    return new BoostQuery(any.build(), pieceWeight(searcher));
  }

  /** Returns the weight of each piece: together they weigh a part of the heaviest other name. */
  private float pieceWeight(CommitSearcher searcher) throws IOException {
    float most = 0;
    for (Replacement each : replacements) {
      most = Math.max(most, each.weight() * idf(each.grams(), searcher));
    }
    float pieces = idf(gramTexts(), searcher);
    return searcher.weights().pieces() * (most < pieces ? most / pieces : 1);
  }

  private static float idf(List<String> grams, CommitSearcher searcher) throws IOException {
    float idf = 0;
    for (String gram : grams) {
      idf += searcher.idf(gram);
    }
    return idf;
  }
}
