package dev.kaiyuan.opensearch;

import dev.kaiyuan.analysis.segmenter.UserDictionary;
import dev.kaiyuan.index.ArticleField;
import dev.kaiyuan.index.IndexSchema;
import dev.kaiyuan.search.query.FieldSimilarity;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.opensearch.common.lucene.Lucene;
import org.opensearch.index.analysis.AnalyzerScope;
import org.opensearch.index.analysis.NamedAnalyzer;
import org.opensearch.index.mapper.FieldMapper;
import org.opensearch.index.mapper.ParseContext;
import org.opensearch.index.mapper.TextFieldMapper;
import org.opensearch.index.mapper.TextSearchInfo;
import org.opensearch.index.similarity.SimilarityProvider;

/**
 * A field of an article that is searched by its terms: OpenSearch learns its name by this, so that
 * its own queries can be used over it. Its values come from {@link ArticleMapper}.
 */
final class PartMapper extends FieldMapper {
  private static final Analyzer TEXTS = IndexSchema.analyzer(UserDictionary.shipped());
  private static final NamedAnalyzer ANALYZER =
      new NamedAnalyzer("kaiyuan_parts", AnalyzerScope.GLOBAL, TEXTS);

  private static final SimilarityProvider SIMILARITY =
      new SimilarityProvider("kaiyuan", new FieldSimilarity());

  /** A part of the text. */
  PartMapper(ArticleField field) {
    this(
        field.luceneName(),
        type(
            true,
            field.isWords()
                ? IndexOptions.DOCS_AND_FREQS
                : IndexOptions.DOCS_AND_FREQS_AND_POSITIONS),
        ANALYZER);
  }

  /** A field whose values are terms as they are. */
  PartMapper(String name) {
    this(name, type(false, IndexOptions.DOCS), Lucene.KEYWORD_ANALYZER);
  }

  private PartMapper(String name, FieldType type, NamedAnalyzer analyzer) {
    super(
        name,
        type,
        new TextFieldMapper.TextFieldType(
            name, true, false, new TextSearchInfo(type, SIMILARITY, analyzer, analyzer), Map.of()),
        MultiFields.empty(),
        CopyTo.empty());
    fieldType().setIndexAnalyzer(analyzer);
  }

  private static FieldType type(boolean text, IndexOptions options) {
    FieldType type = new FieldType();
    type.setTokenized(text);
    type.setOmitNorms(!text);
    type.setIndexOptions(options);
    type.freeze();
    return type;
  }

  @Override
  protected void parseCreateField(ParseContext context) {
    throw new UnsupportedOperationException("it is a part of an article");
  }

  @Override
  protected void mergeOptions(FieldMapper other, List<String> conflicts) {
    // It has no options.
  }

  @Override
  protected String contentType() {
    return TextFieldMapper.CONTENT_TYPE;
  }
}
