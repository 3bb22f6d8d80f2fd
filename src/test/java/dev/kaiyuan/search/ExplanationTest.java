package dev.kaiyuan.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What gave to a score is told by the words of the query, not by what the index makes of them. */
class ExplanationTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "操作系统 | 介绍一种操作系统。 | 操作系统 WORD, 操作系统 WHOLE",
        "開源社區 | 我们的开源社区。 | 開源社區 → 开源社区 WORD, 開源社區 WHOLE",
        "社区贡献者 | 社区贡献者很多。 | 社区 WORD, 贡献者 WORD, 社区贡献者 NEARNESS, 社区贡献者 WHOLE",
        "Licences | Two licences. | Licences WORD",
        "node.js | 用 nodejs 写的。 | node.js WORD",
        "GPLv3 | 采用 GPL 3 许可证。 | GPLv3 WORD",
      })
  void the_words_are_named(String query, String text, String expected) throws IOException {
    Map<String, String> articles = Map.of("hit", "# 题目\n\n" + text, "other", "天气很好。");
    try (Shelf shelf = Shelf.of(folder, articles)) {
      SearchRequest request = SearchRequest.builder(query).explain(true).translate(false).build();
      Hit hit = shelf.search(request).hits().getFirst();
      List<String> told =
          hit.reasons().stream()
              .filter(reason -> !reason.word().isEmpty() && reason.field().equals("body"))
              .map(ExplanationTest::told)
              .distinct()
              .sorted()
              .toList();
      assertEquals(List.of(expected.split(", ")).stream().sorted().toList(), told);
    }
  }

  private static String told(Reason reason) {
    String from = reason.word().equals(reason.term()) ? "" : reason.word() + " → ";
    return from + reason.term() + " " + reason.kind();
  }
}
