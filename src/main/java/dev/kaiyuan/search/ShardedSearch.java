package dev.kaiyuan.search;

import dev.kaiyuan.analysis.segmenter.UserDictionary;
import dev.kaiyuan.analysis.translation.Glossary;
import dev.kaiyuan.analysis.translation.Translations;
import dev.kaiyuan.document.Language;
import dev.kaiyuan.index.ArticleField;
import dev.kaiyuan.index.CommitData;
import dev.kaiyuan.index.IndexSchema;
import dev.kaiyuan.meaning.Depth;
import dev.kaiyuan.search.query.CommitSearcher;
import dev.kaiyuan.search.query.Frequencies;
import dev.kaiyuan.search.query.TermFrequency;
import dev.kaiyuan.search.query.Weights;
import dev.kaiyuan.search.query.WordFrequency;
import dev.kaiyuan.search.query.WordPattern;
import dev.kaiyuan.search.ranking.OwnLanguage;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

/**
 * Answers a request over several shards, which it asks step by step; as one index of all of them
 * would.
 */
public final class ShardedSearch {
  private final Shards shards;
  private final CommitData data;

  /** The shards of an index. */
  public interface Shards {
    /**
     * Asks all of them.
     *
     * @return what each says, in their order
     * @throws IOException if one cannot answer, or not in the time that the request has
     */
    <T extends Record> List<T> ask(ShardStep step, Record question, Class<T> answer)
        throws IOException;
  }

  /**
   * Asks shards.
   *
   * @param data what their index says of itself
   */
  public ShardedSearch(Shards shards, CommitData data) {
    this.shards = shards;
    this.data = data;
  }

  /** Relevance feedback that was used. */
  private record Feedback(Map<String, Float> terms, float boost) {
    static final Feedback NONE = new Feedback(Map.of(), 0);
  }

  /**
   * Answers a request.
   *
   * @param like the article to find similar ones of, or null to search for the request's query
   * @param vectors what the query means, or null if that is not known yet
   * @throws NoSuchFileException if the index holds no such article
   * @throws IOException if a shard cannot answer, or not in time
   */
  public SearchAnswer search(
      SearchRequest request,
      @Nullable String like,
      boolean facets,
      @Nullable Glossary glossary,
      @Nullable QueryVectors vectors)
      throws IOException {
    long start = System.nanoTime();
    boolean meant = data.meaning() != Depth.OFF && Nearness.isWanted(request);
    ShardStep.Asked asked =
        new ShardStep.Asked(
            request, like, null, facets, glossary, Frequencies.NONE, meant ? vectors : null);
    if (like != null) {
      ShardStep.Telling telling = telling(asked);
      asked = asked.with(telling.words());
      asked = asked.with(meant ? new QueryVectors(telling.vectors(), Set.of()) : null);
    }
    asked = asked.with(frequencies(asked));
    Notice lacking = Notice.NO_VECTORS;
    if (meant && like == null) {
      if (vectors == null) {
        ShardStep.Texts texts = texts(asked);
        if (!texts.texts().isEmpty()) {
          return new SearchAnswer(null, texts.texts());
        }
        lacking = texts.known() ? Notice.OTHER_LANGUAGE : Notice.NO_VECTORS;
      } else if (vectors.vectors().isEmpty()) {
        lacking = Notice.NO_MODEL;
        asked = asked.with((QueryVectors) null);
      }
    }
    return SearchAnswer.of(answer(asked, lacking, start));
  }

  private ShardStep.Texts texts(ShardStep.Asked asked) throws IOException {
    boolean known = false;
    List<QueryText> texts = List.of();
    for (ShardStep.Texts each : shards.ask(ShardStep.TEXTS, asked, ShardStep.Texts.class)) {
      known |= each.known();
      texts = each.texts().size() > texts.size() ? each.texts() : texts;
    }
    return new ShardStep.Texts(known, known ? texts : List.of());
  }

  /**
   * Answers what is known to be searched for.
   *
   * @param lacking why it is searched by words alone, if it is
   */
  private SearchResults answer(ShardStep.Asked asked, Notice lacking, long start)
      throws IOException {
    SearchRequest request = asked.request();
    String like = asked.like();
    List<ShardStep.Found> found = shards.ask(ShardStep.FIND, asked, ShardStep.Found.class);
    List<SearchResults.QueryWord> words = words(found);
    MergedCandidates candidates = new MergedCandidates(request, found);
    List<ShardStep.Candidate> merged = candidates.all();
    ScoreDoc[] ranking = scored(merged.subList(0, candidates.byWords()), request.order());
    OwnLanguage own =
        new OwnLanguage(
            (doc, field) ->
                field.equals(IndexSchema.PATH)
                    ? merged.get(doc).path()
                    : merged.get(doc).language(),
            Weights.MEASURED,
            like == null ? language(asked) : null);
    Feedback feedback = Feedback.NONE;
    Fusion.Fused fused = new Fusion.Fused(ranking, Map.of(), 0);
    if (request.order() == SearchRequest.Order.SCORE) {
      feedback = feedback(asked, words, ranking, merged);
      fused = candidates.fused(ranking, asked.all().files());
      ranking =
          candidates.isByMeaningAlone()
              ? fused.hits()
              : Ranking.ordered(fused.hits(), own, request.twins() == SearchRequest.Twins.FOLD);
    }
    List<Hit> hits = read(asked, ranking, merged, own, fused.gains(), feedback);
    long total = found.stream().mapToLong(ShardStep.Found::total).sum();
    boolean exact = found.stream().allMatch(ShardStep.Found::exact);
    Map<String, List<String>> translations = new LinkedHashMap<>();
    Set<Notice> notices = new LinkedHashSet<>();
    for (ShardStep.Found each : found) {
      each.translations().forEach(translations::putIfAbsent);
      notices.addAll(each.notices());
    }
    if (asked.vectors() == null) {
      boolean told = lacking == Notice.NO_MODEL || request.meaning() == SearchRequest.Meaning.ONLY;
      if (told && Nearness.isWanted(request) && !words.isEmpty()) {
        notices.add(lacking);
      }
    } else if (like == null && isOfOtherModels(found, asked.vectors())) {
      notices.add(Notice.OTHER_MODEL);
    }
    String suggestion = null;
    if (like == null && Suggester.isWanted(total, words)) {
      suggestion =
          new Suggester(new AllWords(shards, data), total)
              .suggest(request.normalized().query(), words, translations.keySet());
    }
    if (total == 0 && like == null) {
      for (ShardStep.Reasons each : shards.ask(ShardStep.REASONS, asked, ShardStep.Reasons.class)) {
        notices.addAll(each.notices());
      }
    }
    return new SearchResults(
        like == null ? request.query() : like,
        total,
        exact,
        fused.added(),
        Duration.ofNanos(System.nanoTime() - start),
        hits,
        words,
        translations,
        suggestion,
        asked.facets() && exact && total > 0
            ? Facets.sum(found.stream().map(ShardStep.Found::facets).toList())
            : null,
        new ArrayList<>(notices));
  }

  /** Whether there are vectors, but none that could be compared, nor by who asks. */
  private static boolean isOfOtherModels(List<ShardStep.Found> found, QueryVectors asked) {
    Set<Integer> models = new HashSet<>();
    found.forEach(each -> models.addAll(each.models()));
    return asked.vectors().stream().noneMatch(each -> models.contains(each.model()))
        && !asked.models().containsAll(models);
  }

  private static @Nullable Language language(ShardStep.Asked asked) {
    return SearchRun.language(
        asked.request().normalized(), Translations.builtInWith(asked.glossary()));
  }

  private ShardStep.Telling telling(ShardStep.Asked asked) throws IOException {
    for (ShardStep.Telling each : shards.ask(ShardStep.TELLING, asked, ShardStep.Telling.class)) {
      if (each.words() != null) {
        return each;
      }
    }
    throw new NoSuchFileException(asked.like());
  }

  /** Returns the sums of the frequencies of all terms that the plan of any shard asks for. */
  private Frequencies frequencies(ShardStep.Asked asked) throws IOException {
    List<Frequencies> each = shards.ask(ShardStep.PLAN, asked, Frequencies.class);
    Set<String> keys = new LinkedHashSet<>();
    Frequencies sum = Frequencies.NONE;
    for (Frequencies part : each) {
      keys.addAll(part.terms().keySet());
      sum = sum.plus(part);
    }
    sum = sum.withFrequentWords();
    keys.addAll(sum.listedKeys());
    for (Frequencies part : each) {
      if (part.terms().size() < keys.size() || part.akin().size() < sum.akin().size()) {
        return sum.and(count(new ShardStep.Terms(keys, sum.akin().keySet()), shards));
      }
    }
    return sum;
  }

  private static Frequencies count(ShardStep.Terms terms, Shards shards) throws IOException {
    Frequencies sum = Frequencies.NONE;
    for (Frequencies part : shards.ask(ShardStep.COUNT, terms, Frequencies.class)) {
      sum = sum.plus(part);
    }
    return sum;
  }

  /** The lexicon of all shards together. */
  private record AllWords(Shards shards, CommitData data) implements Lexicon {
    @Override
    public UserDictionary known() throws IOException {
      return data.words().all();
    }

    @Override
    public List<WordFrequency> listed(WordPattern pattern) throws IOException {
      List<WordFrequency> all = List.of();
      for (ShardStep.Words each : shards.ask(ShardStep.WORDS, pattern, ShardStep.Words.class)) {
        all = pattern.merged(all, each.words());
      }
      return all;
    }

    @Override
    public int articlesWith(String word) throws IOException {
      String key = Frequencies.key(ArticleField.BODY_WORDS.term(word));
      return ShardedSearch.count(new ShardStep.Terms(Set.of(key), Set.of()), shards)
          .terms()
          .getOrDefault(key, TermFrequency.NONE)
          .articles();
    }

    @Override
    public int count(Together together) throws IOException {
      int sum = 0;
      for (ShardStep.Articles each :
          shards.ask(ShardStep.TOGETHER, together, ShardStep.Articles.class)) {
        sum += each.number();
      }
      return sum;
    }
  }

  /** Returns candidates by their number, the best by their positions too. */
  private static ScoreDoc[] scored(
      List<ShardStep.Candidate> candidates, SearchRequest.Order order) {
    ScoreDoc[] scored = new ScoreDoc[candidates.size()];
    for (int i = 0; i < scored.length; i++) {
      scored[i] = new ScoreDoc(i, candidates.get(i).byWords());
    }
    if (order == SearchRequest.Order.SCORE) {
      int best = Math.min(Ranking.RESCORED, scored.length);
      for (int i = 0; i < best; i++) {
        scored[i].score = candidates.get(i).rescored();
      }
      Arrays.sort(scored, 0, best, Comparator.comparingDouble(each -> -each.score));
    }
    return scored;
  }

  /** Refines the order of the best by their likeness to the first. */
  private Feedback feedback(
      ShardStep.Asked asked,
      List<SearchResults.QueryWord> words,
      ScoreDoc[] ranking,
      List<ShardStep.Candidate> candidates)
      throws IOException {
    float weight = Weights.MEASURED.feedback();
    int best = Math.min(Ranking.RESCORED, ranking.length);
    if (best == 0 || weight == 0 || !RelevanceFeedback.isWorthwhile(words)) {
      return Feedback.NONE;
    }
    Map<String, Float> likelihoods = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(RelevanceFeedback.FIRST_ARTICLES, best); i++) {
      likelihoods.put(
          candidates.get(ranking[i].doc).path(),
          RelevanceFeedback.likelihood(ranking[i].score, ranking[0].score));
    }
    Map<String, Float> weights = new HashMap<>();
    for (ShardStep.Weighted each :
        shards.ask(ShardStep.LIKED, new ShardStep.Liked(likelihoods), ShardStep.Weighted.class)) {
      each.weights().forEach((term, more) -> weights.merge(term, more, Float::sum));
    }
    Map<String, Float> considered = RelevanceFeedback.considered(weights);
    Set<String> keys = new LinkedHashSet<>();
    considered.keySet().forEach(term -> keys.add(key(term)));
    Frequencies all = asked.all().and(count(new ShardStep.Terms(keys, Set.of()), shards));
    Map<String, Float> terms =
        RelevanceFeedback.heaviest(
            considered,
            term ->
                CommitSearcher.idf(
                    all.files(),
                    all.terms().getOrDefault(key(term), TermFrequency.NONE).articles()));
    List<String> paths = new ArrayList<>();
    for (int i = 0; i < best; i++) {
      paths.add(candidates.get(ranking[i].doc).path());
    }
    Map<String, Float> alike = new HashMap<>();
    for (ShardStep.Weighted each :
        shards.ask(
            ShardStep.ALIKE, new ShardStep.Alike(all, terms, paths), ShardStep.Weighted.class)) {
      alike.putAll(each.weights());
    }
    float most = alike.values().stream().max(Float::compare).orElse(0f);
    if (most == 0) {
      return Feedback.NONE;
    }
    float boost = weight * ranking[0].score / most;
    for (int i = 0; i < best; i++) {
      ranking[i].score += boost * alike.getOrDefault(candidates.get(ranking[i].doc).path(), 0f);
    }
    Arrays.sort(ranking, 0, best, Comparator.comparingDouble(each -> -each.score));
    return new Feedback(terms, boost);
  }

  private static String key(String term) {
    return Frequencies.key(ArticleField.BODY.term(term));
  }

  private List<Hit> read(
      ShardStep.Asked asked,
      ScoreDoc[] ranking,
      List<ShardStep.Candidate> candidates,
      OwnLanguage own,
      Map<Integer, Float> gains,
      Feedback feedback)
      throws IOException {
    int from = asked.request().offset();
    int to = Math.min(from + asked.request().limit(), ranking.length);
    List<ShardStep.Wanted> wanted = new ArrayList<>();
    for (int i = from; i < to; i++) {
      int number = ranking[i].doc;
      wanted.add(
          new ShardStep.Wanted(
              i + 1,
              candidates.get(number).path(),
              ranking[i].score,
              gains.getOrDefault(number, 0f),
              own.gave(number),
              own.twins(number)));
    }
    List<Hit> hits = new ArrayList<>();
    if (!wanted.isEmpty()) {
      ShardStep.Read read = new ShardStep.Read(asked, wanted, feedback.terms, feedback.boost);
      shards
          .ask(ShardStep.READ, read, ShardStep.Hits.class)
          .forEach(each -> hits.addAll(each.hits()));
    }
    hits.sort(Comparator.comparingInt(Hit::rank));
    return hits;
  }

  /**
   * Returns the words of the query with their articles in all shards. Where shards differ, they
   * counted by themselves.
   */
  private static List<SearchResults.QueryWord> words(List<ShardStep.Found> found) {
    List<SearchResults.QueryWord> words = new ArrayList<>(found.getFirst().words());
    for (int i = 0; i < words.size(); i++) {
      String text = words.get(i).text();
      List<Integer> counts = new ArrayList<>();
      for (ShardStep.Found each : found) {
        if (i < each.words().size() && each.words().get(i).text().equals(text)) {
          counts.add(each.words().get(i).articles());
        }
      }
      boolean alike = counts.stream().distinct().count() == 1;
      int articles = alike ? counts.getFirst() : counts.stream().mapToInt(each -> each).sum();
      words.set(i, new SearchResults.QueryWord(text, articles));
    }
    return words;
  }
}
