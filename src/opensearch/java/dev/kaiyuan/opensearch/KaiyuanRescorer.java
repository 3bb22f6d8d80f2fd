package dev.kaiyuan.opensearch;

import dev.kaiyuan.search.ShardSearcher;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.opensearch.core.common.io.stream.StreamInput;
import org.opensearch.core.common.io.stream.StreamOutput;
import org.opensearch.core.xcontent.XContentBuilder;
import org.opensearch.core.xcontent.XContentParser;
import org.opensearch.index.query.QueryRewriteContext;
import org.opensearch.index.query.QueryShardContext;
import org.opensearch.search.rescore.RescoreContext;
import org.opensearch.search.rescore.Rescorer;
import org.opensearch.search.rescore.RescorerBuilder;

/**
 * The rescorer {@code kaiyuan} of a plain search: orders the best of each shard as our own search
 * does, of which up to 50 are rescored.
 */
final class KaiyuanRescorer extends RescorerBuilder<KaiyuanRescorer> {
  private final TypedRequest typed;

  private KaiyuanRescorer(TypedRequest typed) {
    this.typed = typed;
  }

  KaiyuanRescorer(StreamInput in) throws IOException {
    super(in);
    typed = TypedRequest.read(in.readString());
  }

  static KaiyuanRescorer parse(XContentParser parser) throws IOException {
    Map<String, Object> object = parser.map();
    KaiyuanRescorer rescorer = new KaiyuanRescorer(TypedRequest.of(object, parser));
    TypedRequest.requireEmpty(object, parser);
    return rescorer;
  }

  @Override
  protected void doWriteTo(StreamOutput out) throws IOException {
    out.writeString(typed.written());
  }

  @Override
  protected void doXContent(XContentBuilder builder, Params params) throws IOException {
    builder.startObject(KaiyuanQuery.NAME);
    typed.write(builder);
    builder.endObject();
  }

  @Override
  public RescorerBuilder<KaiyuanRescorer> rewrite(QueryRewriteContext context) {
    return this;
  }

  @Override
  protected RescoreContext innerBuildContext(int windowSize, QueryShardContext context) {
    ShardSearcher searcher = typed.searcher(context);
    return new RescoreContext(windowSize, new AsOurs(searcher, typed));
  }

  /** Rescores the best of one shard. */
  private record AsOurs(ShardSearcher shard, TypedRequest typed) implements Rescorer {
    @Override
    public TopDocs rescore(TopDocs top, IndexSearcher searcher, RescoreContext context)
        throws IOException {
      int window = Math.min(context.getWindowSize(), top.scoreDocs.length);
      ScoreDoc[] best = shard.rescored(typed.request(), Arrays.copyOf(top.scoreDocs, window));
      Set<Integer> rescored = new HashSet<>();
      for (ScoreDoc each : best) {
        rescored.add(each.doc);
      }
      context.setRescoredDocs(rescored);
      ScoreDoc[] all = top.scoreDocs.clone();
      System.arraycopy(best, 0, all, 0, window);
      Arrays.sort(all, Comparator.comparingDouble((ScoreDoc each) -> -each.score));
      return new TopDocs(top.totalHits, all);
    }

    @Override
    public Explanation explain(
        int doc, IndexSearcher searcher, RescoreContext context, Explanation source)
        throws IOException {
      ScoreDoc scored = new ScoreDoc(doc, source.getValue().floatValue());
      ScoreDoc[] alone = shard.rescored(typed.request(), new ScoreDoc[] {scored});
      return Explanation.match(alone[0].score, "with the places of its terms, alone", source);
    }
  }

  @Override
  public String getWriteableName() {
    return KaiyuanQuery.NAME;
  }

  @Override
  public boolean equals(Object other) {
    return super.equals(other) && typed.equals(((KaiyuanRescorer) other).typed);
  }

  @Override
  public int hashCode() {
    return Objects.hash(super.hashCode(), typed);
  }
}
