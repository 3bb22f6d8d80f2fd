package dev.kaiyuan.analysis;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Cuts what a person typed into the words to look for, each with its terms. */
public final class QueryAnalyzer {
  private QueryAnalyzer() {}

  /** A term of one of the two views, where it stands in the query. */
  record Gram(String term, int start, int end) {}

  public static List<QueryUnit> units(String text) {
    List<QueryUnit> units = new ArrayList<>();
    for (Gram gram : tokens(new GramTokenizer(), text)) {
      units.add(
          new QueryUnit(
              gram.term(),
              gram.start(),
              gram.end(),
              List.of(gram.term()),
              List.of(0),
              QueryUnit.Role.WORD));
    }
    return units;
  }

  static List<Gram> tokens(TermTokenizer tokenizer, String text) {
    List<Gram> tokens = new ArrayList<>();
    try (tokenizer) {
      tokenizer.setReader(new StringReader(text));
      CharTermAttribute term = tokenizer.getAttribute(CharTermAttribute.class);
      OffsetAttribute offset = tokenizer.getAttribute(OffsetAttribute.class);
      tokenizer.reset();
      while (tokenizer.incrementToken()) {
        tokens.add(new Gram(term.toString(), offset.startOffset(), offset.endOffset()));
      }
      tokenizer.end();
    } catch (IOException e) {
      throw new UncheckedIOException("a string can be read", e);
    }
    return tokens;
  }
}
