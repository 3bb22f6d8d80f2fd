package dev.kaiyuan.search;

import dev.kaiyuan.analysis.AnalyzedQuery;
import dev.kaiyuan.analysis.QueryAnalyzer;
import dev.kaiyuan.analysis.QueryTerm;
import dev.kaiyuan.analysis.QueryUnit;
import dev.kaiyuan.analysis.Translation;
import dev.kaiyuan.index.IndexSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.jspecify.annotations.Nullable;

/**
 * The other names of one thing as a single word to the ranking: an article scores for the thing,
 * not for each of its names (a structured query, after Pirkola 1998).
 *
 * <p>Which of a word's senses is meant, the index tells best: a name weighs what the dictionary
 * gives it times the root of how many articles hold it, and the best name weighs 1.
 */
record TranslatedWord(List<String> names, List<Alternative> alternatives) {
  private static final int MOST = 8;

  /**
   * One name, or one word of a name of several.
   *
   * @param grams its terms in a field of grams, in order
   * @param offsets where each stands behind the first
   * @param weight above 0, at most 1
   * @param frequency in how many articles it stands, at the most
   * @param marks what to mark in a text that holds it
   */
  record Alternative(
      List<String> grams, List<Integer> offsets, float weight, int frequency, List<String> marks) {}

  static TranslatedWord of(
      QueryTranslator.Named named, QueryAnalyzer analyzer, CommitSearcher searcher)
      throws IOException {
    List<Sense> senses = new ArrayList<>();
    for (Translation translation : named.alternatives()) {
      List<QueryUnit> units = new ArrayList<>();
      AnalyzedQuery name = analyzer.analyze(translation.text());
      for (QueryUnit unit : name.units()) {
        if (unit.role() == QueryUnit.Role.WORD) {
          units.add(unit);
        }
      }
      if (units.size() > 1 && units.stream().anyMatch(TranslatedWord::isLoose)) {
        units = List.of(whole(name, units));
      }
      int frequency = frequency(units, searcher);
      if (frequency > 0) {
        senses.add(
            new Sense(
                translation.text(),
                units,
                translation.weight() * (float) Math.sqrt(frequency),
                frequency));
      }
    }
    senses.sort((a, b) -> Float.compare(b.weight(), a.weight()));
    return ofSenses(senses.subList(0, Math.min(MOST, senses.size())));
  }

  private static boolean isLoose(QueryUnit unit) {
    return unit.isHan() && unit.text().length() == 1;
  }

  /** A name of which the segmenter leaves a character over (伺服器) is one word. */
  private static QueryUnit whole(AnalyzedQuery name, List<QueryUnit> units) {
    int start = units.getFirst().start();
    int end = units.getLast().end();
    StringBuilder text = new StringBuilder();
    units.forEach(unit -> text.append(unit.text()));
    List<String> grams = new ArrayList<>();
    List<Integer> offsets = new ArrayList<>();
    for (QueryTerm gram : name.grams()) {
      boolean inside = start <= gram.start() && gram.end() <= end;
      if (inside && gram.strength() != QueryTerm.Strength.ALTERNATIVE) {
        grams.add(gram.text());
        offsets.add(gram.start() - start);
      }
    }
    return new QueryUnit(text.toString(), start, end, grams, offsets, QueryUnit.Role.WORD);
  }

  private record Sense(String name, List<QueryUnit> units, float weight, int frequency) {}

  private static TranslatedWord ofSenses(List<Sense> senses) {
    List<String> names = new ArrayList<>();
    Map<String, Alternative> alternatives = new LinkedHashMap<>();
    for (Sense sense : senses) {
      names.add(sense.name());
      float weight = sense.weight() / senses.getFirst().weight() / sense.units().size();
      for (QueryUnit unit : sense.units()) {
        String mark = unit.isHan() ? unit.text() : unit.grams().getFirst();
        alternatives.putIfAbsent(
            mark,
            new Alternative(
                unit.grams(), unit.offsets(), weight, sense.frequency(), List.of(mark)));
      }
    }
    return new TranslatedWord(names, List.copyOf(alternatives.values()));
  }

  /** In how many articles all words of a name can stand: as many as hold its rarest gram. */
  private static int frequency(List<QueryUnit> units, CommitSearcher searcher) throws IOException {
    int least = units.isEmpty() ? 0 : Integer.MAX_VALUE;
    for (QueryUnit unit : units) {
      for (String gram : unit.grams()) {
        least = Math.min(least, searcher.docFreq(new Term(IndexSchema.BODY, gram)));
      }
    }
    return least;
  }

  boolean isEmpty() {
    return alternatives.isEmpty();
  }

  /**
   * Finds any of the names in a field of grams, as far as the field has them.
   *
   * @return null if it has none
   */
  @Nullable Query query(String field, CommitSearcher searcher) throws IOException {
    SynonymQuery.Builder words = new SynonymQuery.Builder(field);
    List<Query> names = new ArrayList<>();
    int single = 0;
    for (Alternative alternative : alternatives) {
      if (!isIn(field, alternative, searcher)) {
        continue;
      }
      if (alternative.grams().size() == 1) {
        words.addTerm(
            new Term(field, alternative.grams().getFirst()), Math.min(1, alternative.weight()));
        single++;
      } else {
        names.add(new BoostQuery(phrase(field, alternative), alternative.weight()));
      }
    }
    if (single > 0) {
      names.add(new IdentityQuery(words.build()));
    }
    return switch (names.size()) {
      case 0 -> null;
      case 1 -> names.getFirst();
      default -> new DisjunctionMaxQuery(names, 0.1f);
    };
  }

  private static boolean isIn(String field, Alternative alternative, CommitSearcher searcher)
      throws IOException {
    for (String gram : alternative.grams()) {
      if (searcher.docFreq(new Term(field, gram)) == 0) {
        return false;
      }
    }
    return true;
  }

  private static Query phrase(String field, Alternative alternative) {
    PhraseQuery.Builder builder = new PhraseQuery.Builder();
    for (int i = 0; i < alternative.grams().size(); i++) {
      builder.add(new Term(field, alternative.grams().get(i)), alternative.offsets().get(i));
    }
    return builder.build();
  }
}
