package dev.kaiyuan.opensearch;

import org.apache.lucene.analysis.Analyzer;
import org.opensearch.index.analysis.AnalyzerProvider;
import org.opensearch.index.analysis.AnalyzerScope;

/** Gives mappings an analyzer that all indexes have in common: none closes it. */
record SharedAnalyzer(String name, Analyzer get) implements AnalyzerProvider<Analyzer> {
  @Override
  public AnalyzerScope scope() {
    return AnalyzerScope.GLOBAL;
  }
}
