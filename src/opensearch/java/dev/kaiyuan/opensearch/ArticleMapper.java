package dev.kaiyuan.opensearch;

import dev.kaiyuan.cluster.wire.Wire;
import dev.kaiyuan.cluster.wire.WireDocument;
import dev.kaiyuan.index.ArticleField;
import dev.kaiyuan.index.IndexSchema;
import dev.kaiyuan.meaning.ArticleVectors;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.opensearch.common.xcontent.json.JsonXContent;
import org.opensearch.core.common.bytes.BytesReference;
import org.opensearch.core.xcontent.XContentBuilder;
import org.opensearch.index.mapper.MappedFieldType;
import org.opensearch.index.mapper.Mapper;
import org.opensearch.index.mapper.MapperParsingException;
import org.opensearch.index.mapper.ParametrizedFieldMapper;
import org.opensearch.index.mapper.ParseContext;
import org.opensearch.index.mapper.TextSearchInfo;
import org.opensearch.index.mapper.ValueFetcher;
import org.opensearch.index.query.QueryShardContext;
import org.opensearch.index.query.QueryShardException;
import org.opensearch.search.lookup.SearchLookup;

/**
 * Turns a {@link WireDocument} into the fields that a folder's index has for the same file. They
 * keep their names, so an index that has such a field holds articles alone.
 */
final class ArticleMapper extends ParametrizedFieldMapper {
  static final String TYPE = WireDocument.TYPE;
  static final Mapper.TypeParser PARSER =
      new TypeParser((name, context) -> new Builder(name, new ShardWords()));

  private final ShardWords words;
  private final List<Mapper> parts = new ArrayList<>();

  private ArticleMapper(
      String name, MappedFieldType type, MultiFields fields, CopyTo copies, ShardWords words) {
    super(name, type, fields, copies);
    this.words = words;
    for (ArticleField each : ArticleField.values()) {
      parts.add(new PartMapper(each));
    }
    for (String each :
        List.of(
            IndexSchema.PATH,
            IndexSchema.LANGUAGE,
            IndexSchema.TYPE,
            IndexSchema.TAG,
            IndexSchema.LINK,
            IndexSchema.NAME,
            IndexSchema.KIND)) {
      parts.add(new PartMapper(each));
    }
  }

  /** Makes the mapper, which has no parameters. */
  private static final class Builder extends ParametrizedFieldMapper.Builder {
    private final ShardWords words;

    Builder(String name, ShardWords words) {
      super(name);
      this.words = words;
    }

    @Override
    protected List<Parameter<?>> getParameters() {
      return List.of();
    }

    @Override
    public ParametrizedFieldMapper build(BuilderContext context) {
      MappedFieldType type = new ArticleType(buildFullName(context));
      return new ArticleMapper(
          name, type, multiFieldsBuilder.build(this, context), copyTo.build(), words);
    }
  }

  @Override
  public ParametrizedFieldMapper.Builder getMergeBuilder() {
    return new Builder(simpleName(), words).init(this);
  }

  @Override
  protected String contentType() {
    return TYPE;
  }

  @Override
  public Iterator<Mapper> iterator() {
    return parts.iterator();
  }

  @Override
  protected void parseCreateField(ParseContext context) throws IOException {
    XContentBuilder json = XContentBuilder.builder(JsonXContent.jsonXContent);
    json.copyCurrentStructure(context.parser());
    WireDocument file =
        Wire.read(BytesReference.toBytes(BytesReference.bytes(json)), WireDocument.class);
    if (!WireDocument.id(file.path()).equals(context.sourceToParse().id())) {
      throw new MapperParsingException("the id of " + file.path() + " must be its path");
    }
    Analyzer analyzer = words.analyzer(context.docMapper().meta());
    for (IndexableField field : document(file)) {
      boolean text = ArticleField.named(field.name()) != null;
      context.doc().add(text ? new AnalyzedField(field, analyzer) : field);
    }
  }

  private static Document document(WireDocument file) throws IOException {
    if (file.article() != null) {
      Document document =
          IndexSchema.document(file.path(), file.root(), file.article(), file.stamp(), file.hash());
      if (file.vectors() != null) {
        document.add(IndexSchema.vectors(ArticleVectors.of(file.vectors())));
      }
      return document;
    }
    return IndexSchema.skipped(file.path(), file.skipped(), file.stamp(), file.hash());
  }

  /** The type of the whole field, which cannot be searched itself. */
  private static final class ArticleType extends MappedFieldType {
    ArticleType(String name) {
      super(name, false, false, false, TextSearchInfo.NONE, Map.of());
    }

    @Override
    public ValueFetcher valueFetcher(
        QueryShardContext context, SearchLookup lookup, @Nullable String format) {
      return source -> List.of();
    }

    @Override
    public String typeName() {
      return TYPE;
    }

    @Override
    public Query termQuery(Object value, @Nullable QueryShardContext context) {
      throw new QueryShardException(
          context, "[" + name() + "] cannot be searched: use the query kaiyuan, or its parts");
    }
  }
}
