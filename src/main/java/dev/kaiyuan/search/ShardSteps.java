package dev.kaiyuan.search;

import dev.kaiyuan.analysis.translation.Translations;
import dev.kaiyuan.index.ArticleField;
import dev.kaiyuan.index.IndexSchema;
import dev.kaiyuan.search.query.CommitSearcher;
import dev.kaiyuan.search.query.CountedTerms;
import dev.kaiyuan.search.query.Frequencies;
import dev.kaiyuan.search.query.RelatedWords;
import dev.kaiyuan.search.query.WordPattern;
import dev.kaiyuan.search.ranking.ArticleLabels;
import dev.kaiyuan.search.ranking.Cosines;
import dev.kaiyuan.search.ranking.LanguagePreference;
import dev.kaiyuan.search.ranking.OwnLanguage;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TotalHits;
import org.jspecify.annotations.Nullable;

/** What one shard does in each {@link ShardStep}. */
final class ShardSteps {
  private final CommitSearcher whole;

  /** Answers for the shard of a searcher. */
  ShardSteps(CommitSearcher searcher) {
    whole = searcher;
  }

  Record answer(ShardStep step, Record question) throws IOException {
    return switch (step) {
      case TELLING -> telling((ShardStep.Asked) question);
      case PLAN -> frequencies((ShardStep.Asked) question);
      case COUNT -> count((ShardStep.Terms) question);
      case TEXTS -> texts((ShardStep.Asked) question);
      case FIND -> find((ShardStep.Asked) question);
      case LIKED -> liked((ShardStep.Liked) question);
      case ALIKE -> alike((ShardStep.Alike) question);
      case READ -> read((ShardStep.Read) question);
      case WORDS -> new ShardStep.Words(whole.listed((WordPattern) question));
      case TOGETHER ->
          new ShardStep.Articles(new IndexLexicon(whole).count((Lexicon.Together) question));
      case REASONS -> reasons((ShardStep.Asked) question);
    };
  }

  /** Returns the searcher for a request, which weighs as all shards do. */
  private CommitSearcher searcher(ShardStep.Asked asked) {
    return whole.with(asked.all().forPart(whole.getIndexReader().numDocs()));
  }

  private static QueryPlan plan(ShardStep.Asked asked, CommitSearcher searcher) throws IOException {
    SearchRequest request = asked.request().normalized();
    Translations translations = Translations.builtInWith(asked.glossary());
    return asked.telling() == null
        ? QueryBuilder.plan(request, searcher, translations)
        : QueryBuilder.similar(request, asked.telling(), asked.like(), searcher, translations);
  }

  private ShardStep.Telling telling(ShardStep.Asked asked) throws IOException {
    try {
      String words =
          new SimilarArticles(whole, Translations.builtInWith(asked.glossary()))
              .telling(asked.like());
      return new ShardStep.Telling(
          words,
          Nearness.isWanted(asked.request()) ? Nearness.vector(whole, asked.like()) : List.of());
    } catch (NoSuchFileException e) {
      return new ShardStep.Telling(null, List.of()); // Another shard may have it.
    }
  }

  private Frequencies frequencies(ShardStep.Asked asked) throws IOException {
    CountedTerms counted = new CountedTerms();
    CommitSearcher searcher = whole.with(counted);
    // What scores asks for the statistics of its terms, also of those that the plan did not ask.
    searcher.createWeight(searcher.rewrite(plan(asked, searcher).query()), ScoreMode.COMPLETE, 1);
    counted.beGenerous();
    plan(asked, searcher);
    for (ArticleField field : ArticleField.values()) {
      searcher.collectionStatistics(field.luceneName());
    }
    if (Nearness.isWanted(asked.request())) {
      Nearness.count(searcher);
    }
    return counted.frequencies(whole.getIndexReader().numDocs());
  }

  private Frequencies count(ShardStep.Terms asked) throws IOException {
    CountedTerms counted = new CountedTerms();
    CommitSearcher searcher = whole.with(counted);
    for (String key : asked.keys()) {
      searcher.docFreq(Frequencies.term(key));
    }
    RelatedWords related = new RelatedWords(searcher);
    for (String word : asked.words()) {
      related.of(word);
    }
    return counted.frequencies(0);
  }

  private ShardStep.Texts texts(ShardStep.Asked asked) throws IOException {
    CommitSearcher searcher = searcher(asked);
    QueryPlan plan = plan(asked, searcher);
    boolean wanted = Nearness.isWanted(asked.request(), plan);
    return new ShardStep.Texts(
        Nearness.isKnown(whole), wanted ? Nearness.texts(searcher, plan) : List.of());
  }

  private static @Nullable Nearness nearness(
      ShardStep.Asked asked, CommitSearcher searcher, QueryPlan plan) {
    QueryVectors vectors = asked.vectors();
    return vectors != null && Nearness.isWanted(asked.request(), plan)
        ? Nearness.to(searcher, vectors.vectors())
        : null;
  }

  private ShardStep.Found find(ShardStep.Asked asked) throws IOException {
    CommitSearcher searcher = searcher(asked);
    SearchRequest request = asked.request().normalized();
    QueryPlan plan = plan(asked, searcher);
    Nearness nearness = nearness(asked, searcher, plan);
    MeaningRanking meaning = nearness == null ? null : new MeaningRanking(searcher, plan, nearness);
    FacetCounter matches =
        asked.facets() && plan.counted() != null
            ? new FacetCounter(searcher, plan.counted())
            : null;
    Ranking ranking =
        new Ranking(searcher, plan, matches, nearness, new OwnLanguage(searcher, null));
    List<ShardStep.Candidate> best;
    TotalHits total;
    boolean alone = meaning != null && request.meaning() == SearchRequest.Meaning.ONLY;
    if (alone) {
      total = new TotalHits(0, TotalHits.Relation.EQUAL_TO);
      ScoreDoc[] none = new ScoreDoc[0];
      best = candidates(searcher, none, none, meaning.all());
    } else if (request.order() == SearchRequest.Order.SCORE) {
      boolean fold = request.twins() == SearchRequest.Twins.FOLD;
      Ranking.Best found = ranking.best(ranking.wanted(request), fold);
      total = found.total();
      ScoreDoc[] copies = new ScoreDoc[found.ranking().length];
      for (int i = 0; i < copies.length; i++) {
        copies[i] = new ScoreDoc(found.ranking()[i].doc, found.ranking()[i].score);
      }
      ranking.rescored(copies); // In place: a copy stays beside its article.
      MeaningRanking.Compared compared = meaning == null ? null : meaning.with(found.ranking());
      best = candidates(searcher, found.ranking(), copies, compared);
    } else {
      TopDocs top = ranking.sorted(request.order(), ranking.wanted(request));
      total = top.totalHits;
      best = candidates(searcher, top.scoreDocs, top.scoreDocs, null);
    }
    boolean exact = total.relation() == TotalHits.Relation.EQUAL_TO;
    Facets facets = null;
    if (asked.facets() && exact && !alone) {
      facets = (matches == null ? new FacetCounter(searcher, plan.query()) : matches).facets();
    }
    return new ShardStep.Found(
        best,
        total.value(),
        exact,
        plan.words(),
        plan.translations(),
        facets,
        plan.notices(),
        nearness == null ? null : QueryKind.of(plan),
        nearness == null ? Set.of() : nearness.seen());
  }

  /** Returns what words found, and behind that what only meaning did. */
  private static List<ShardStep.Candidate> candidates(
      CommitSearcher searcher,
      ScoreDoc[] found,
      ScoreDoc[] rescored,
      MeaningRanking.@Nullable Compared compared)
      throws IOException {
    ArticleLabels labels = new ArticleLabels(searcher);
    Map<Integer, Float> passages = new LinkedHashMap<>();
    if (compared != null) {
      Stream.of(compared.near()).forEach(hit -> passages.put(hit.doc, hit.score));
    }
    List<ShardStep.Candidate> candidates = new ArrayList<>();
    Set<Integer> docs = new HashSet<>();
    for (int i = 0; i < found.length; i++) {
      int doc = found[i].doc;
      docs.add(doc);
      ShardStep.Meant meant = compared == null ? null : meant(doc, passages, compared.cosines());
      candidates.add(candidate(doc, found[i].score, rescored[i].score, labels, meant));
    }
    for (int doc : passages.keySet()) {
      if (!docs.contains(doc)) {
        Float score = compared.others().get(doc);
        ShardStep.Meant meant = meant(doc, passages, compared.cosines());
        candidates.add(candidate(doc, score, score == null ? 0 : score, labels, meant));
      }
    }
    return candidates;
  }

  private static ShardStep.Candidate candidate(
      int doc,
      @Nullable Float score,
      float rescored,
      ArticleLabels labels,
      ShardStep.@Nullable Meant meant)
      throws IOException {
    return new ShardStep.Candidate(
        labels.value(doc, IndexSchema.PATH),
        labels.value(doc, IndexSchema.LANGUAGE),
        score,
        rescored,
        labels.date(doc),
        meant);
  }

  private static ShardStep.@Nullable Meant meant(
      int doc, Map<Integer, Float> passages, Cosines cosines) {
    return cosines.has(doc)
        ? new ShardStep.Meant(
            passages.get(doc), cosines.values()[doc], cosines.translated().get(doc))
        : null;
  }

  private ShardStep.Weighted liked(ShardStep.Liked liked) throws IOException {
    RelevanceFeedback likeness = new RelevanceFeedback(whole);
    Map<String, Float> weights = new HashMap<>();
    for (Map.Entry<String, Float> each : liked.likelihoods().entrySet()) {
      int doc = whole.document(each.getKey());
      if (doc >= 0) {
        likeness.addTerms(doc, each.getValue(), weights);
      }
    }
    return new ShardStep.Weighted(weights);
  }

  private ShardStep.Weighted alike(ShardStep.Alike asked) throws IOException {
    CommitSearcher searcher = whole.with(asked.all().forPart(whole.getIndexReader().numDocs()));
    RelevanceFeedback likeness = new RelevanceFeedback(searcher);
    Map<Integer, String> paths = new HashMap<>();
    for (String path : asked.paths()) {
      int doc = whole.document(path);
      if (doc >= 0) {
        paths.put(doc, path);
      }
    }
    ScoreDoc[] unscored =
        paths.keySet().stream().map(doc -> new ScoreDoc(doc, 0)).toArray(ScoreDoc[]::new);
    Map<String, Float> scores = new HashMap<>();
    for (ScoreDoc each : likeness.rescore(unscored, likeness.query(asked.terms()))) {
      scores.put(paths.get(each.doc), each.score);
    }
    return new ShardStep.Weighted(scores);
  }

  private ShardStep.Hits read(ShardStep.Read asked) throws IOException {
    CommitSearcher searcher = searcher(asked.asked());
    QueryPlan plan = plan(asked.asked(), searcher);
    Map<Integer, ShardStep.Wanted> wanted = new HashMap<>();
    Map<Integer, Float> gains = new HashMap<>();
    for (ShardStep.Wanted each : asked.hits()) {
      int doc = whole.document(each.path());
      if (doc >= 0) {
        wanted.put(doc, each);
        gains.put(doc, each.meant());
      }
    }
    Query feedback =
        asked.terms().isEmpty()
            ? null
            : new BoostQuery(new RelevanceFeedback(searcher).query(asked.terms()), asked.boost());
    TopDocs none = new TopDocs(new TotalHits(0, TotalHits.Relation.EQUAL_TO), new ScoreDoc[0]);
    HitReader reader =
        new HitReader(
            searcher,
            plan,
            asked.asked().request(),
            new Ranking.Ranked(none, feedback, gains, 0),
            nearness(asked.asked(), searcher, plan),
            new Shown(wanted));
    StoredFields stored = searcher.storedFields();
    List<Hit> hits = new ArrayList<>();
    for (Map.Entry<Integer, ShardStep.Wanted> each : wanted.entrySet()) {
      ScoreDoc scored = new ScoreDoc(each.getKey(), each.getValue().score());
      hits.add(reader.read(each.getValue().rank(), scored, stored));
    }
    return new ShardStep.Hits(hits);
  }

  /** What the languages of the hits did, as the node found that asks. */
  private record Shown(Map<Integer, ShardStep.Wanted> hits) implements LanguagePreference {
    @Override
    public float gave(int doc) {
      ShardStep.Wanted hit = hits.get(doc);
      return hit == null ? 0 : hit.gave();
    }

    @Override
    public List<String> twins(int doc) {
      ShardStep.Wanted hit = hits.get(doc);
      return hit == null ? List.of() : hit.twins();
    }
  }

  private ShardStep.Reasons reasons(ShardStep.Asked asked) throws IOException {
    return new ShardStep.Reasons(
        QueryBuilder.reasonsForNothing(
            asked.request().normalized(),
            searcher(asked),
            Translations.builtInWith(asked.glossary())));
  }
}
