package dev.kaiyuan.opensearch;

import java.io.IOException;
import java.util.Map;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.opensearch.core.common.io.stream.StreamInput;
import org.opensearch.core.common.io.stream.StreamOutput;
import org.opensearch.core.xcontent.XContentBuilder;
import org.opensearch.core.xcontent.XContentParser;
import org.opensearch.index.query.AbstractQueryBuilder;
import org.opensearch.index.query.QueryShardContext;

/**
 * The query {@code kaiyuan} of a plain search: on each shard the very query that ranks a folder's
 * index. Ask with {@code search_type=dfs_query_then_fetch}, so that shards weigh terms alike.
 */
final class KaiyuanQuery extends AbstractQueryBuilder<KaiyuanQuery> {
  static final String NAME = "kaiyuan";

  private final TypedRequest typed;

  private KaiyuanQuery(TypedRequest typed) {
    this.typed = typed;
  }

  KaiyuanQuery(StreamInput in) throws IOException {
    super(in);
    typed = TypedRequest.read(in.readString());
  }

  static KaiyuanQuery parse(XContentParser parser) throws IOException {
    Map<String, Object> object = parser.map();
    KaiyuanQuery query = new KaiyuanQuery(TypedRequest.of(object, parser));
    if (object.remove(BOOST_FIELD.getPreferredName()) instanceof Number boost) {
      query.boost(boost.floatValue());
    }
    if (object.remove(NAME_FIELD.getPreferredName()) instanceof String name) {
      query.queryName(name);
    }
    TypedRequest.requireEmpty(object, parser);
    return query;
  }

  @Override
  protected void doWriteTo(StreamOutput out) throws IOException {
    out.writeString(typed.written());
  }

  @Override
  protected void doXContent(XContentBuilder builder, Params params) throws IOException {
    builder.startObject(NAME);
    typed.write(builder);
    printBoostAndQueryName(builder);
    builder.endObject();
  }

  @Override
  protected Query doToQuery(QueryShardContext context) throws IOException {
    if (context.getIndexReader() == null) {
      return new MatchNoDocsQuery("there are no documents to ask");
    }
    return typed.searcher(context).query(typed.request());
  }

  @Override
  protected boolean doEquals(KaiyuanQuery other) {
    return typed.equals(other.typed);
  }

  @Override
  protected int doHashCode() {
    return typed.hashCode();
  }

  @Override
  public String getWriteableName() {
    return NAME;
  }
}
