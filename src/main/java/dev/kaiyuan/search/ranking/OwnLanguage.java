package dev.kaiyuan.search.ranking;

import dev.kaiyuan.document.Language;
import dev.kaiyuan.index.IndexSchema;
import dev.kaiyuan.search.query.CommitSearcher;
import dev.kaiyuan.search.query.Weights;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

/**
 * Prefers the reader's language among articles of about the same score, and ranks the same article
 * in two languages side by side.
 *
 * <p>Such twins have paths that differ only in the name of a language: {@code zh/copyleft.md} and
 * {@code en/copyleft.md}, {@code README.md} and {@code README.zh-CN.md}.
 */
public final class OwnLanguage implements LanguagePreference {
  private static final Pattern LANGUAGE_NAME =
      Pattern.compile(
          "(?<=^|[/._-])(?:zh|en|cn|chinese|english|中文|英文)"
              + "(?:[-_](?:hans|hant|cn|tw|hk|sg|us|gb))?(?=[/._-]|$)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern EMPTY_PIECES = Pattern.compile("[/._-]+([/._-])");

  private final Labels labels;
  private final float weight;
  private final @Nullable Language own;
  private final Map<Integer, Float> gave = new HashMap<>();
  private final Map<Integer, List<String>> twins = new HashMap<>();

  /** What is known of articles by their numbers. */
  public interface Labels {
    /** Returns the value that an article has in a field, or an empty string. */
    String value(int doc, String field) throws IOException;
  }

  /**
   * Prefers a language.
   *
   * @param own null to prefer none
   */
  public OwnLanguage(CommitSearcher searcher, @Nullable Language own) {
    this(new ArticleLabels(searcher)::value, searcher.weights(), own);
  }

  /**
   * Prefers a language among articles of which something else knows languages and paths.
   *
   * @param own null to prefer none
   */
  public OwnLanguage(Labels labels, Weights weights, @Nullable Language own) {
    this.labels = labels;
    this.weight = weights.ownLanguage();
    this.own = own;
  }

  private record Found(ScoreDoc scored, String language, String path) {}

  @Override
  public float gave(int doc) {
    return gave.getOrDefault(doc, 0f);
  }

  @Override
  public List<String> twins(int doc) {
    return twins.getOrDefault(doc, List.of());
  }

  /**
   * Returns the best articles in order.
   *
   * @param fold whether only the first of twins is kept
   */
  public ScoreDoc[] order(ScoreDoc[] best, boolean fold) throws IOException {
    List<Found> found = new ArrayList<>();
    Set<String> languages = new HashSet<>();
    for (ScoreDoc scored : best) {
      String language = labels.value(scored.doc, IndexSchema.LANGUAGE);
      languages.add(language);
      found.add(new Found(scored, language, ""));
    }
    if (languages.size() < 2) {
      return best;
    }
    for (int i = 0; i < best.length; i++) {
      if (own != null && own.code().equals(found.get(i).language())) {
        float more = weight * best[i].score;
        best[i].score += more;
        gave.put(best[i].doc, more);
      }
      found.set(
          i,
          new Found(best[i], found.get(i).language(), labels.value(best[i].doc, IndexSchema.PATH)));
    }
    found.sort(
        Comparator.comparingDouble((Found each) -> -each.scored().score)
            .thenComparing(Found::path));
    return together(found, fold);
  }

  private ScoreDoc[] together(List<Found> found, boolean fold) {
    Map<String, List<Found>> same = new LinkedHashMap<>();
    for (Found each : found) {
      same.computeIfAbsent(key(each.path()), key -> new ArrayList<>()).add(each);
    }
    List<ScoreDoc> ordered = new ArrayList<>();
    for (Found each : found) {
      List<Found> group = same.get(key(each.path()));
      if (group.stream().map(Found::language).distinct().count() < 2) {
        ordered.add(each.scored());
      } else if (!twins.containsKey(group.getFirst().scored().doc)) {
        addTwins(group, fold, ordered);
      }
    }
    return ordered.toArray(ScoreDoc[]::new);
  }

  private void addTwins(List<Found> group, boolean fold, List<ScoreDoc> ordered) {
    if (own != null) {
      group.sort(Comparator.comparing(each -> !each.language().equals(own.code())));
    }
    for (Found each : fold ? group.subList(0, 1) : group) {
      List<String> others = new ArrayList<>();
      for (Found other : group) {
        if (other != each) {
          others.add(other.path());
        }
      }
      twins.put(each.scored().doc, others);
      ordered.add(each.scored());
    }
  }

  /** Returns what the paths of twins have in common. */
  static String key(String path) {
    return EMPTY_PIECES.matcher(LANGUAGE_NAME.matcher(path).replaceAll("")).replaceAll("$1");
  }
}
