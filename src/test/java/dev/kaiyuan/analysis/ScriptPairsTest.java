package dev.kaiyuan.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.analysis.folding.CharacterFolding;
import dev.kaiyuan.analysis.translation.Translations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whole sentences of two regions meet when their characters are folded and their words are taken
 * for one another.
 */
class ScriptPairsTest {
  private static final int LONGEST_NAME = 12;

  @ParameterizedTest
  @CsvSource({
    "這個軟體的原始碼放在伺服器上, 这个软件的源代码放在服务器上",
    "滑鼠、印表機與記憶體, 鼠标、打印机与内存",
    "用搜尋引擎在網際網路上尋找資料庫, 用搜索引擎在互联网上查找数据库",
    "作業系統的核心, 操作系统的内核",
    "程式設計師撰寫演算法, 程序员撰写算法",
    "舊金山與紐西蘭, 旧金山与新西兰",
  })
  void a_sentence_of_taiwan_meets_one_of_the_mainland(String taiwan, String mainland) {
    assertEquals(common(mainland), common(taiwan));
  }

  /**
   * OpenCC's own cases or a list like it: lines of id, kind, Traditional and Simplified with tabs
   * between them.
   */
  @Test
  @EnabledIfSystemProperty(named = "script.pairs", matches = ".+")
  void a_list_of_pairs_meets() throws IOException {
    List<String> apart = new ArrayList<>();
    List<String> rows = Files.readAllLines(Path.of(System.getProperty("script.pairs")));
    for (String row : rows) {
      String[] columns = row.split("\t");
      if (!common(columns[2]).equals(common(columns[3]))) {
        apart.add(columns[0] + " " + columns[1]);
      }
    }
    assertTrue(
        apart.size() * 25 < rows.size(),
        () -> apart.size() + " of " + rows.size() + " stay apart: " + apart);
  }

  /**
   * The folded text, the longest names in it replaced by one that stands for all their other names.
   */
  private static String common(String text) {
    String folded = CharacterFolding.fold(text);
    StringBuilder common = new StringBuilder();
    for (int at = 0; at < folded.length(); ) {
      int length = Math.min(LONGEST_NAME, folded.length() - at);
      TreeSet<String> names = names(folded.substring(at, at + length));
      while (length > 1 && names.size() == 1) {
        length--;
        names = names(folded.substring(at, at + length));
      }
      common.append(length > 1 ? names.first() : folded.substring(at, at + 1));
      at += length;
    }
    return common.toString();
  }

  private static TreeSet<String> names(String name) {
    TreeSet<String> names = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(name));
    while (!open.isEmpty()) {
      String next = open.poll();
      if (names.add(next)) {
        Translations.builtIn()
            .otherNames(next)
            .forEach(other -> open.add(CharacterFolding.fold(other.text())));
      }
    }
    return names;
  }
}
