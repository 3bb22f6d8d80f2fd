package dev.kaiyuan.search;

import dev.kaiyuan.analysis.AnalyzedQuery;
import dev.kaiyuan.analysis.QueryTerm;
import dev.kaiyuan.analysis.QueryTerm.Strength;
import dev.kaiyuan.analysis.QueryUnit;
import dev.kaiyuan.index.IndexSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;

/**
 * Something that a query names and that has other names, as it was typed.
 *
 * @param named what it is called
 * @param units its words
 * @param grams its terms in a field of grams, without other ways to write them
 * @param words its terms in a field of words, likewise
 */
record TypedName(
    QueryTranslator.Named named,
    List<QueryUnit> units,
    List<QueryTerm> grams,
    List<QueryTerm> words) {

  static TypedName of(QueryTranslator.Named named, AnalyzedQuery analyzed) {
    List<QueryUnit> units = new ArrayList<>();
    for (QueryUnit unit : analyzed.units()) {
      if (unit.role() == QueryUnit.Role.WORD
          && named.start() <= unit.start()
          && unit.end() <= named.end()) {
        units.add(unit);
      }
    }
    return new TypedName(
        named, units, inside(named, analyzed.grams()), inside(named, analyzed.words()));
  }

  private static List<QueryTerm> inside(QueryTranslator.Named named, List<QueryTerm> terms) {
    List<QueryTerm> inside = new ArrayList<>();
    for (QueryTerm term : terms) {
      if (term.strength() != Strength.ALTERNATIVE && isInside(named, term)) {
        inside.add(term);
      }
    }
    return inside;
  }

  private static boolean isInside(QueryTranslator.Named named, QueryTerm term) {
    return named.start() <= term.start() && term.end() <= named.end();
  }

  boolean holds(QueryTerm term) {
    return isInside(named, term);
  }

  boolean isHan() {
    return Character.isIdeographic(named.text().codePointAt(0));
  }

  /** What its places weigh where an article has all of it. */
  float weightOfPlaces(CommitSearcher searcher) throws IOException {
    float weight = 0;
    for (QueryTerm gram : grams) {
      weight += weight(gram, IndexSchema.BODY, searcher);
    }
    return weight;
  }

  /** What it weighs where an article has all of it. */
  float weight(CommitSearcher searcher) throws IOException {
    float weight = weightOfPlaces(searcher);
    for (QueryTerm word : words) {
      weight += weight(word, IndexSchema.BODY_WORDS, searcher);
    }
    return weight;
  }

  private static float weight(QueryTerm term, String field, CommitSearcher searcher)
      throws IOException {
    int frequency = searcher.docFreq(new Term(field, term.text()));
    return searcher.weights().of(term) * searcher.idf(frequency);
  }

  /**
   * In how many articles all of it stands: exactly in English, at the most in Chinese, where a gram
   * across two words of it tells.
   *
   * @param enough from how many on it does not matter
   */
  int frequency(int enough, CommitSearcher searcher) throws IOException {
    if (grams.size() == 1) {
      return searcher.docFreq(new Term(IndexSchema.BODY_WORDS, grams.getFirst().text()));
    }
    QueryUnit whole = whole();
    int most = searcher.docFreq(IndexSchema.BODY, whole.grams());
    return isHan() || most == 0 || most < enough
        ? most
        : searcher.count(
            DemandedQuery.gramPhrase(IndexSchema.BODY, whole.grams(), whole.offsets(), 0));
  }

  private QueryUnit whole() {
    return QueryUnit.whole(named.text(), named.start(), named.end(), grams);
  }

  /** Returns it as one of the names that are looked for. */
  TranslatedWord.Name name() {
    List<QueryUnit> parts = isHan() ? List.of(whole()) : units;
    return new TranslatedWord.Name(named.text(), parts, 1f / parts.size(), 0);
  }
}
