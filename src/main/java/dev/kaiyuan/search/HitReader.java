package dev.kaiyuan.search;

import dev.kaiyuan.document.Format;
import dev.kaiyuan.document.Place;
import dev.kaiyuan.meaning.ArticleVectors;
import dev.kaiyuan.search.query.CommitSearcher;
import dev.kaiyuan.search.ranking.LanguagePreference;
import dev.kaiyuan.search.snippet.PassageHighlighter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.jspecify.annotations.Nullable;

/** Reads the hits of a ranking from the index. */
final class HitReader {
  private final CommitSearcher searcher;
  private final QueryPlan plan;
  private final SearchRequest request;
  private final Ranking.Ranked ranked;
  private final @Nullable Nearness nearness;
  private final LanguagePreference own;
  private final Explainer explainer;
  private final PassageHighlighter highlighter;

  /**
   * Makes a reader.
   *
   * @param ranked the ranking
   * @param nearness finds the passage that is nearest in meaning, or null
   * @param own prefers the reader's language
   */
  HitReader(
      CommitSearcher searcher,
      QueryPlan plan,
      SearchRequest request,
      Ranking.Ranked ranked,
      @Nullable Nearness nearness,
      LanguagePreference own) {
    this.searcher = searcher;
    this.plan = plan;
    this.request = request;
    this.ranked = ranked;
    this.nearness = nearness;
    this.own = own;
    explainer = new Explainer(searcher, plan, ranked.feedback(), own);
    highlighter =
        new PassageHighlighter(
            plan.highlights(), plan.known(), request.snippets(), request.snippetWidth());
  }

  /** Reads the hits that the request asks for, in as many threads as the searcher may use. */
  List<Hit> read(TopDocs top) throws IOException {
    int first = request.offset();
    Hit[] hits = new Hit[Math.max(0, top.scoreDocs.length - first)];
    AtomicInteger next = new AtomicInteger();
    List<Callable<Boolean>> work = new ArrayList<>();
    for (int i = 0; i < Math.min(searcher.threads(), hits.length); i++) {
      HitReader reader =
          i == 0 ? this : new HitReader(searcher, plan, request, ranked, nearness, own);
      work.add(
          () -> {
            StoredFields stored = searcher.storedFields();
            for (int hit; (hit = next.getAndIncrement()) < hits.length; ) {
              hits[hit] = reader.read(first + hit + 1, top.scoreDocs[first + hit], stored);
            }
            return true;
          });
    }
    searcher.sideBySide(work);
    return List.of(hits);
  }

  /** Reads one hit. */
  Hit read(int rank, ScoreDoc scored, StoredFields stored) throws IOException {
    searcher.checkTime(); // A long article is long to mark.
    StoredDocument article =
        new StoredDocument(
            request.snippets() > 0
                ? stored.document(scored.doc)
                : stored.document(scored.doc, StoredDocument.WITHOUT_TEXT));
    float gain = ranked.gains().getOrDefault(scored.doc, 0f);
    List<Reason> reasons = request.explain() ? explainer.reasons(scored, gain) : List.of();
    return hit(rank, scored, article, nearest(scored, gain), reasons);
  }

  /** Returns what is nearest in meaning, if the article was found by that rather than by words. */
  private ArticleVectors.@Nullable Nearest nearest(ScoreDoc scored, float gain) throws IOException {
    if (nearness == null || gain <= scored.score - gain) {
      return null;
    }
    synchronized (nearness) { // It reads vectors into one place.
      return nearness.nearest(scored.doc);
    }
  }

  private Hit hit(
      int rank,
      ScoreDoc scored,
      StoredDocument article,
      ArticleVectors.@Nullable Nearest nearest,
      List<Reason> reasons) {
    String title = article.title();
    String text = article.text();
    Format format = article.format();
    PassageHighlighter.Excerpt excerpt =
        text == null
            ? beginning(format)
            : highlighter.excerpt(title, text, article.layout(text), nearest);
    List<String> authors = article.authors();
    List<String> tags = article.tags();
    return new Hit(
        rank,
        scored.score,
        article.path(),
        title,
        highlighter.highlights(title),
        article.language(),
        article.date(),
        authors,
        tags,
        matched(authors, tags, article.aliases()),
        format,
        excerpt.line(),
        excerpt.place(),
        excerpt.sections(),
        excerpt.snippets(),
        own.twins(scored.doc),
        reasons);
  }

  private static PassageHighlighter.Excerpt beginning(Format format) {
    int line = format.isText() ? 1 : 0;
    Place place =
        format.places() == Place.Kind.LINE && line > 0 ? new Place(Place.Kind.LINE, 1) : null;
    return new PassageHighlighter.Excerpt(List.of(), line, place, List.of());
  }

  private List<String> matched(List<String> authors, List<String> tags, List<String> aliases) {
    List<String> matched = new ArrayList<>();
    for (List<String> names : List.of(authors, tags, aliases)) {
      for (String name : names) {
        if (!highlighter.highlights(name).isEmpty()) {
          matched.add(name);
        }
      }
    }
    return matched;
  }
}
