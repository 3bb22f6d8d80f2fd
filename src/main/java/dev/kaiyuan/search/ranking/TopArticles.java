package dev.kaiyuan.search.ranking;

import dev.kaiyuan.index.IndexSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Objects;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Collects the articles with the highest scores, those of equal scores in the order of their paths.
 *
 * <p>Lucene's collector for such an order reads the path of every article that is among the best
 * for a moment. This one reads a path only where two scores are equal.
 */
public final class TopArticles implements CollectorManager<TopArticles.Best, TopDocs> {
  private final int most;
  private final int counted;

  /**
   * Makes a collector.
   *
   * @param most the number of articles to collect, at least 1
   * @param counted up to which number matches are counted exactly
   */
  public TopArticles(int most, int counted) {
    this.most = most;
    this.counted = Math.max(most, counted);
  }

  @Override
  public Best newCollector() {
    return new Best(most, counted);
  }

  @Override
  public TopDocs reduce(Collection<Best> collected) {
    Best best = new Best(most, counted);
    collected.forEach(best::add);
    return best.top();
  }

  private static final class Found {
    private final ScoreDoc scored;
    private final SortedDocValues paths;
    private final int ord;
    private @Nullable BytesRef path;

    Found(ScoreDoc scored, SortedDocValues paths, int ord) {
      this.scored = scored;
      this.paths = paths;
      this.ord = ord;
    }

    boolean isWorseThan(Found other) throws IOException {
      if (scored.score != other.scored.score) {
        return scored.score < other.scored.score;
      }
      int order = paths == other.paths ? ord - other.ord : path().compareTo(other.path());
      return order == 0 ? scored.doc > other.scored.doc : order > 0;
    }

    private BytesRef path() throws IOException {
      if (path == null) {
        path = ord < 0 ? new BytesRef() : BytesRef.deepCopyOf(paths.lookupOrd(ord));
      }
      return path;
    }
  }

  private static final class WorstFirst extends PriorityQueue<Found> {
    WorstFirst(int most) {
      super(most);
    }

    @Override
    protected boolean lessThan(Found a, Found b) {
      try {
        return a.isWorseThan(b);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The best articles so far. */
  public static final class Best implements Collector {
    private final int most;
    private final int counted;
    private final PriorityQueue<Found> queue;
    private int matches;

    private Best(int most, int counted) {
      this.most = most;
      this.counted = counted;
      this.queue = new WorstFirst(most);
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.TOP_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
      SortedDocValues paths = DocValues.getSorted(leaf.reader(), IndexSchema.PATH);
      return new LeafCollector() {
        private @Nullable Scorable scorer;
        private float least;

        @Override
        public void setScorer(Scorable current) throws IOException {
          scorer = current;
          least = 0;
          skip(current);
        }

        @Override
        public void collect(int doc) throws IOException {
          Scorable current = Objects.requireNonNull(scorer);
          matches++;
          float score = current.score();
          if (queue.size() < most || score >= queue.top().scored.score) {
            int ord = paths.advanceExact(doc) ? paths.ordValue() : -1;
            queue.insertWithOverflow(
                new Found(new ScoreDoc(leaf.docBase + doc, score), paths, ord));
          }
          skip(current);
        }

        /** Lets Lucene skip what can't be among the best, once enough was counted. */
        private void skip(Scorable current) throws IOException {
          if (matches > counted && queue.size() == most && queue.top().scored.score > least) {
            least = queue.top().scored.score;
            current.setMinCompetitiveScore(least);
          }
        }
      };
    }

    private void add(Best other) {
      other.queue.forEach(queue::insertWithOverflow);
      matches += other.matches;
    }

    private TopDocs top() {
      boolean skips = matches > counted && queue.top().scored.score > 0;
      ScoreDoc[] best = new ScoreDoc[queue.size()];
      for (int i = best.length - 1; i >= 0; i--) {
        best[i] = queue.pop().scored;
      }
      return new TopDocs(
          skips
              ? new TotalHits(counted, TotalHits.Relation.GREATER_THAN_OR_EQUAL_TO)
              : new TotalHits(matches, TotalHits.Relation.EQUAL_TO),
          best);
    }
  }
}
