package dev.kaiyuan.opensearch;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.Field;
import org.apache.lucene.index.IndexableField;

/**
 * A text that brings its analyzer along: that of OpenSearch goes by mappings, which know no words.
 */
final class AnalyzedField extends Field {
  private final Analyzer own;

  AnalyzedField(IndexableField text, Analyzer own) {
    super(text.name(), text.stringValue(), text.fieldType());
    this.own = own;
  }

  @Override
  public TokenStream tokenStream(Analyzer analyzer, TokenStream reuse) {
    return own.tokenStream(name(), stringValue());
  }
}
