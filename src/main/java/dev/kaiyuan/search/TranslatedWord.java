package dev.kaiyuan.search;

import dev.kaiyuan.analysis.AnalyzedQuery;
import dev.kaiyuan.analysis.QueryAnalyzer;
import dev.kaiyuan.analysis.QueryUnit;
import dev.kaiyuan.analysis.Translation;
import dev.kaiyuan.index.IndexSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.jspecify.annotations.Nullable;

/**
 * The other names of one thing as a single word to the ranking: an article scores for the thing,
 * not for each of its names (a structured query, after Pirkola 1998).
 *
 * <p>Which of a word's senses is meant, the index tells best: a name weighs what the dictionary
 * gives it times the root of how many articles hold it, and the best name weighs 1, but none more
 * than what was typed.
 *
 * @param typed what was typed for it
 * @param names its other names
 * @param renamed whether the index has it far more often by another Chinese name than as typed
 */
record TranslatedWord(TypedName typed, List<Name> names, boolean renamed) {
  private static final int MOST = 8;
  private static final int FAR_MORE = 5;

  /**
   * One name, of which an article holds all words.
   *
   * @param text the name
   * @param words its words
   * @param weight above 0, at most 1
   * @param frequency in how many articles it stands, at the most
   */
  record Name(String text, List<QueryUnit> words, float weight, int frequency) {
    /** Its terms in a field of grams. */
    List<String> grams() {
      return TranslatedWord.grams(words);
    }

    boolean isHan() {
      for (QueryUnit word : words) {
        if (!word.isHan()) {
          return false;
        }
      }
      return true;
    }

    Name withWeight(float other) {
      return new Name(text, words, other, frequency);
    }
  }

  static TranslatedWord of(TypedName typed, QueryAnalyzer analyzer, CommitSearcher searcher)
      throws IOException {
    List<Name> names = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Translation translation : typed.named().alternatives()) {
      List<QueryUnit> words = words(analyzer.analyze(translation.text()));
      int frequency = searcher.docFreq(IndexSchema.BODY, grams(words));
      if (!words.isEmpty() && frequency > 0 && seen.add(key(words))) {
        float weight = translation.weight() * (float) Math.sqrt(frequency);
        names.add(new Name(translation.text(), words, weight, frequency));
      }
    }
    names.sort((a, b) -> Float.compare(b.weight(), a.weight()));
    names = names.subList(0, Math.min(MOST, names.size()));
    return new TranslatedWord(
        typed, weighted(names, typed, searcher), isRenamed(names, typed, searcher));
  }

  private static List<String> grams(List<QueryUnit> words) {
    List<String> grams = new ArrayList<>();
    for (QueryUnit word : words) {
      grams.addAll(word.grams());
    }
    return grams;
  }

  private static List<Name> weighted(List<Name> names, TypedName typed, CommitSearcher searcher)
      throws IOException {
    List<Name> weighted = new ArrayList<>();
    float most = typed.weight(searcher) / searcher.weights().ofTranslation(typed.named().text());
    for (Name name : names) {
      float idf = 0;
      for (String gram : name.grams()) {
        idf += searcher.idf(gram);
      }
      float weight = name.weight() / names.getFirst().weight() / name.words().size();
      weighted.add(name.withWeight(Math.min(weight, most / idf)));
    }
    return List.copyOf(weighted);
  }

  private static boolean isRenamed(List<Name> names, TypedName typed, CommitSearcher searcher)
      throws IOException {
    // A Han character within a longer run has no gram of its own, an English word alone no parts.
    if (typed.grams().size() < (typed.isHan() ? 1 : 2)) {
      return false;
    }
    int most = 0;
    for (Name name : names) {
      if (name.isHan()) {
        most = Math.max(most, name.frequency());
      }
    }
    return typed.frequency(most / FAR_MORE, searcher) * FAR_MORE < most;
  }

  private static String key(List<QueryUnit> words) {
    StringBuilder key = new StringBuilder();
    for (QueryUnit word : words) {
      key.append(word.isHan() ? word.text() : word.grams().getFirst()).append(' ');
    }
    return key.toString();
  }

  private static List<QueryUnit> words(AnalyzedQuery name) {
    List<QueryUnit> words = new ArrayList<>();
    for (QueryUnit unit : name.units()) {
      if (unit.role() == QueryUnit.Role.WORD) {
        words.add(unit);
      }
    }
    boolean loose = words.stream().anyMatch(TranslatedWord::isLoose);
    return loose && name.units().size() > 1 ? List.of(whole(name)) : words;
  }

  private static boolean isLoose(QueryUnit unit) {
    return unit.isHan() && unit.text().length() == 1;
  }

  /** A name of which the segmenter leaves a character over (伺服器) is one word. */
  private static QueryUnit whole(AnalyzedQuery name) {
    int start = name.units().getFirst().start();
    int end = name.units().getLast().end();
    StringBuilder text = new StringBuilder();
    name.units().forEach(unit -> text.append(unit.text()));
    return QueryUnit.whole(text.toString(), start, end, name.grams());
  }

  boolean isEmpty() {
    return names.isEmpty();
  }

  /** All names to look for; what was typed among them where its parts alone are not enough. */
  List<Name> looked() {
    if (!renamed) {
      return names;
    }
    List<Name> looked = new ArrayList<>(names);
    looked.add(typed.name());
    return looked;
  }

  /** Returns the other names as a person would write them. */
  List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (Name name : names) {
      texts.add(name.text());
    }
    return texts;
  }

  /**
   * Finds any of the names in a field of grams, as far as the field has them.
   *
   * @return null if it has none
   */
  @Nullable Query query(String field, CommitSearcher searcher) throws IOException {
    SynonymQuery.Builder words = new SynonymQuery.Builder(field);
    List<Query> queries = new ArrayList<>();
    int single = 0;
    for (Name name : looked()) {
      List<String> grams = name.grams();
      if (searcher.docFreq(field, grams) == 0) {
        continue;
      }
      if (grams.size() == 1) {
        words.addTerm(new Term(field, grams.getFirst()), Math.min(1, name.weight()));
        single++;
      } else {
        queries.add(new BoostQuery(query(field, name), name.weight()));
      }
    }
    if (single > 0) {
      queries.add(new IdentityQuery(words.build()));
    }
    return switch (queries.size()) {
      case 0 -> null;
      case 1 -> queries.getFirst();
      default -> new DisjunctionMaxQuery(queries, 0.1f);
    };
  }

  static Query query(String field, Name name) {
    if (name.words().size() == 1) {
      QueryUnit word = name.words().getFirst();
      return DemandedQuery.gramPhrase(field, word.grams(), word.offsets(), 0);
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (QueryUnit word : name.words()) {
      all.add(DemandedQuery.gramPhrase(field, word.grams(), word.offsets(), 0), Occur.MUST);
    }
    return all.build();
  }
}
