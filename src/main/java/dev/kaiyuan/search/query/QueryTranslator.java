package dev.kaiyuan.search.query;

import dev.kaiyuan.analysis.AnalyzedQuery;
import dev.kaiyuan.analysis.QueryAnalyzer;
import dev.kaiyuan.analysis.QueryUnit;
import dev.kaiyuan.analysis.translation.Translation;
import dev.kaiyuan.analysis.translation.Translations;
import dev.kaiyuan.index.ArticleField;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the spans of a query that have other names in an index, in the other language or their own.
 *
 * <p>The longest run of words that a dictionary knows is taken first: 操作系统 before 操作 and 系统, {@code
 * operating system} before operating and system. The index tells which sense of a word is meant: a
 * replacement weighs what the dictionary gives it times the root of its document frequency; the
 * best one weighs 1, but none weighs more than what was typed.
 */
public final class QueryTranslator {
  private static final int LONGEST_HAN = 8;

  /** At most this many spans of a query are translated. */
  private static final int MOST_SPANS = 60;

  private static final int MOST_REPLACEMENTS = 8;
  private static final int FAR_MORE = 5;

  private final Translations translations;
  private final QueryAnalyzer analyzer;
  private final CommitSearcher searcher;
  private final Set<String> seen = new HashSet<>();

  public QueryTranslator(
      Translations translations, QueryAnalyzer analyzer, CommitSearcher searcher) {
    this.translations = translations;
    this.analyzer = analyzer;
    this.searcher = searcher;
  }

  /** Returns the spans of a query that have replacements, in order, each text once. */
  public List<QuerySpan> translate(String query, AnalyzedQuery analyzed) throws IOException {
    List<QueryUnit> units = new ArrayList<>(analyzed.units());
    units.removeIf(unit -> unit.role() == QueryUnit.Role.ALTERNATIVE);
    List<QuerySpan> spans = new ArrayList<>();
    seen.clear();
    for (int from = 0; from < units.size(); ) {
      int to = Math.min(units.size(), from + Translations.MOST_WORDS);
      List<Translation> known = List.of();
      while (to > from && (known = known(query, units.subList(from, to))).isEmpty()) {
        to--;
      }
      if (to > from) {
        int start = units.get(from).start();
        int end = units.get(to - 1).end();
        if (seen.size() < MOST_SPANS && seen.add(query.substring(start, end))) {
          QuerySpan span = replaced(QuerySpan.of(query, start, end, analyzed), known);
          if (!span.replacements().isEmpty()) {
            spans.add(span);
          }
        }
      }
      from = Math.max(to, from + 1);
    }
    return spans;
  }

  /** Returns what the dictionaries know of words that are together, if they are one thing. */
  private List<Translation> known(String query, List<QueryUnit> words) {
    boolean han = words.getFirst().isHan();
    int start = words.getFirst().start();
    int end = words.getLast().end();
    if (!isOneRun(words, han) || words.size() > 1 && han && end - start > LONGEST_HAN) {
      return List.of();
    }
    String text = query.substring(start, end);
    List<Translation> known = new ArrayList<>(translations.otherNames(text));
    known.addAll(han ? translations.toEnglish(text) : translations.toChinese(text));
    return known;
  }

  private static boolean isOneRun(List<QueryUnit> units, boolean han) {
    int words = 0;
    for (int i = 0; i < units.size(); i++) {
      int gap = i == 0 ? 0 : units.get(i).start() - units.get(i - 1).end();
      if (units.get(i).isHan() != han || (han ? gap != 0 : gap > 1)) {
        return false;
      }
      words += units.get(i).role() == QueryUnit.Role.WORD ? 1 : 0;
    }
    return words > 0 && (units.getFirst().role() == QueryUnit.Role.WORD || units.size() > 1 && han);
  }

  private QuerySpan replaced(QuerySpan typed, List<Translation> known) throws IOException {
    List<Replacement> all = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (Translation translation : known) {
      List<QueryUnit> words = words(analyzer.analyze(translation.text()));
      int docFreq = searcher.docFreq(ArticleField.BODY, Replacement.grams(words));
      if (!words.isEmpty() && docFreq > 0 && keys.add(key(words))) {
        float weight = translation.weight() * (float) Math.sqrt(docFreq);
        all.add(new Replacement(translation.text(), words, weight, docFreq));
      }
    }
    all.sort((a, b) -> Float.compare(b.weight(), a.weight()));
    List<Replacement> best = all.subList(0, Math.min(MOST_REPLACEMENTS, all.size()));
    return typed.with(weighted(best, typed), isRenamed(best, typed));
  }

  private List<Replacement> weighted(List<Replacement> all, QuerySpan typed) throws IOException {
    List<Replacement> weighted = new ArrayList<>();
    float most = typed.weight(searcher) / searcher.weights().ofTranslation(typed.text());
    for (Replacement each : all) {
      float idf = 0;
      for (String gram : each.grams()) {
        idf += searcher.idf(gram);
      }
      float weight =
          Math.min(each.weight() / all.getFirst().weight() / each.words().size(), most / idf);
      weighted.add(new Replacement(each.text(), each.words(), weight, each.docFreq()));
    }
    return List.copyOf(weighted);
  }

  private boolean isRenamed(List<Replacement> all, QuerySpan typed) throws IOException {
    // A Han character within a longer run has no gram of its own, an English word alone no parts.
    if (typed.grams().size() < (typed.isHan() ? 1 : 2)) {
      return false;
    }
    int most = 0;
    for (Replacement each : all) {
      if (each.isHan()) {
        most = Math.max(most, each.docFreq());
      }
    }
    return typed.docFreq(most / FAR_MORE, searcher) * FAR_MORE < most;
  }

  private static String key(List<QueryUnit> words) {
    StringBuilder key = new StringBuilder();
    for (QueryUnit word : words) {
      key.append(word.isHan() ? word.text() : word.grams().getFirst()).append(' ');
    }
    return key.toString();
  }

  /**
   * Returns the words of a name; one of which the segmenter leaves a character over is one word.
   */
  private static List<QueryUnit> words(AnalyzedQuery name) {
    List<QueryUnit> words = new ArrayList<>();
    boolean loose = false;
    for (QueryUnit unit : name.units()) {
      if (unit.role() == QueryUnit.Role.WORD) {
        words.add(unit);
        loose |= unit.isHan() && unit.text().length() == 1;
      }
    }
    if (!loose || name.units().size() < 2) {
      return words;
    }
    int start = name.units().getFirst().start();
    int end = name.units().getLast().end();
    StringBuilder text = new StringBuilder();
    name.units().forEach(unit -> text.append(unit.text()));
    return List.of(QueryUnit.whole(text.toString(), start, end, name.grams()));
  }
}
