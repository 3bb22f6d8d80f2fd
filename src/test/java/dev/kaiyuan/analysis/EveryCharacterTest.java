package dev.kaiyuan.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.analysis.segmenter.UserDictionary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is written, text and query are cut alike. */
class EveryCharacterTest {
  private static final int REPEATED = 12;
  private static final int UNIFIED_FIRST = 0x4E00;
  private static final int UNIFIED_LAST = 0x9FFF;

  @Test
  void every_character_can_stand_in_a_text_and_in_a_query() throws IOException {
    QueryAnalyzer queries = new QueryAnalyzer();
    try (Analyzer grams = ChineseEnglishAnalyzer.grams();
        Analyzer words = ChineseEnglishAnalyzer.words(UserDictionary.shipped())) {
      for (int c = 0; c <= 0x1FFFF; c++) {
        boolean ideograph = c > UNIFIED_FIRST && c < UNIFIED_LAST;
        if (!Character.isDefined(c) || ideograph) {
          continue;
        }
        String text = Character.toString(c).repeat(REPEATED);
        List<String> terms = terms(grams, text);
        terms(words, text);
        Set<String> asked = new TreeSet<>();
        queries.analyze(text).grams().forEach(gram -> asked.add(gram.text()));
        assertEquals(new TreeSet<>(terms), asked, () -> Integer.toHexString(text.codePointAt(0)));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "开\u200B源许可证, 开源许可证",
    "开\uFE00源\uFE00, 开源",
    "中\uD840\uDDB2国, 中\uD840\uDDB2国",
    "許\u200B可證, 许可证",
  })
  void what_nobody_sees_parts_no_query(String query, String text) throws IOException {
    List<String> asked = new ArrayList<>();
    new QueryAnalyzer().analyze(query).grams().forEach(gram -> asked.add(gram.text()));
    try (Analyzer grams = ChineseEnglishAnalyzer.grams()) {
      assertEquals(terms(grams, text), asked);
    }
  }

  private static List<String> terms(Analyzer analyzer, String text) throws IOException {
    List<String> terms = new ArrayList<>();
    try (TokenStream tokens = analyzer.tokenStream("", text)) {
      CharTermAttribute term = tokens.getAttribute(CharTermAttribute.class);
      OffsetAttribute offset = tokens.getAttribute(OffsetAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        assertTrue(offset.startOffset() < offset.endOffset());
        assertTrue(offset.endOffset() <= text.length());
        terms.add(term.toString());
      }
      tokens.end();
    }
    return terms;
  }
}
