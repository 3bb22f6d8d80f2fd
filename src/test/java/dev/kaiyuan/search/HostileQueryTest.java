package dev.kaiyuan.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.index.DirectoryIndexer;
import dev.kaiyuan.index.IndexingOptions;
import dev.kaiyuan.index.IndexingProgress;
import dev.kaiyuan.search.limit.TooComplexPatternException;
import dev.kaiyuan.search.snippet.Range;
import dev.kaiyuan.search.snippet.Snippet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is typed is answered. Lucene refuses to run a query of more than 1,024 clauses, so that
 * an answer is also proof of a bound. How many random queries are asked is set by {@code
 * -Dkaiyuan.queries=100000}.
 */
@Timeout(600)
class HostileQueryTest {
  private static final int QUERIES = Integer.getInteger("kaiyuan.queries", 1500);
  private static final List<String> PIECES =
      List.of(
          "开源",
          "许可证",
          "的",
          "linux",
          "licence",
          "a",
          "the",
          "OR",
          "OR ",
          " OR ",
          "-",
          "－",
          "\"",
          "“",
          "”",
          "「",
          "」",
          "(",
          ")",
          "（",
          "）",
          "*",
          "~",
          ":",
          "：",
          "title:",
          "tag:",
          "lang:",
          "path:",
          "标题：",
          "标签：",
          "语言:zh",
          "路径:",
          "**",
          "/",
          "?",
          "[",
          "]",
          "{",
          "}",
          "\\",
          "^",
          "+",
          "&&",
          "||",
          "!",
          " ",
          " ",
          " ",
          "\u3000",
          "\t",
          "\n",
          "\0",
          "\u001B[31m",
          "\u202E",
          "\uFEFF",
          "\uD83D",
          "\uDC27",
          "🐧",
          "𠮷",
          "e\u0301",
          "ﬁ",
          "１２３",
          "42",
          "-1",
          "C++",
          "node.js",
          "1.2.3",
          "AND",
          "NOT",
          "TO",
          "<b>",
          "&amp;",
          "%s",
          "${x}",
          "'",
          "''",
          "$(id)",
          "\r\n",
          "l*",
          "开*",
          "lisense~",
          "许可~",
          "\uFFFF",
          "\u0000\u0000",
          "_",
          "…",
          "——",
          "·");

  @TempDir static Path temp;
  private static ArticleSearcher searcher;

  @BeforeAll
  static void indexTheCorpus() throws IOException {
    new DirectoryIndexer(temp.resolve("index"), IndexingOptions.REFRESH)
        .index(List.of(Path.of("corpus")), IndexingProgress.NONE);
    searcher = ArticleSearcher.open(temp.resolve("index"));
  }

  @AfterAll
  static void close() throws IOException {
    searcher.close();
  }

  private static SearchResults search(String query) throws IOException {
    SearchResults results = searcher.search(SearchRequest.builder(query).explain(true).build());
    assertEquals(query, results.query());
    for (Hit hit : results.hits()) {
      assertTrue(hit.line() >= 1);
      for (Snippet snippet : hit.snippets()) {
        for (Range range : snippet.highlights()) {
          assertTrue(range.end() <= snippet.text().length());
        }
      }
    }
    return results;
  }

  static List<String> oversized() {
    StringBuilder words = new StringBuilder();
    StringBuilder prefixes = new StringBuilder();
    StringBuilder fuzzies = new StringBuilder();
    StringBuilder alternatives = new StringBuilder("开源");
    StringBuilder exclusions = new StringBuilder("开源");
    StringBuilder fields = new StringBuilder();
    StringBuilder phrases = new StringBuilder();
    Random random = new Random(5);
    for (int i = 0; i < 5000; i++) {
      String word = Integer.toString(random.nextInt(1 << 24), 36);
      words.append(i % 3 == 0 ? "许可证开源软件" : "linux open kernel ").append(word).append(' ');
      prefixes.append((char) ('a' + i % 26)).append("* ");
      fuzzies.append(List.of("licence~ ", "linux~ ", "opensource~ ", "a~ ").get(i % 4));
      alternatives.append(" OR ").append(i % 2 == 0 ? "许可证" : word);
      exclusions.append(" -").append(i % 2 == 0 ? "社区贡献者" : word);
      fields.append("title:开源 tag:").append(word).append(" path:**/*").append(word).append("* ");
      phrases.append("\"the open source licence 许可证\" ");
    }
    StringBuilder chinese = new StringBuilder();
    while (chinese.length() < 10_000) {
      chinese.append((char) ('一' + random.nextInt(3000)));
    }
    return List.of(
        words.toString(),
        prefixes.toString(),
        fuzzies.toString(),
        alternatives.toString(),
        exclusions.toString(),
        fields.toString(),
        phrases.toString(),
        chinese.toString(),
        chinese.toString().replaceAll("(.{7})", "$1 OR "),
        "\"" + words + "\"",
        "-\"" + words + "\"",
        "title:\"" + chinese + "\"",
        "*a*b*",
        "path:" + "*a".repeat(500),
        "path:" + "**/".repeat(500),
        "path:" + "?".repeat(5000),
        "(".repeat(200) + "开源" + ")".repeat(200),
        "(a OR ".repeat(200) + "开源" + ")".repeat(200),
        "-(".repeat(200) + "开源" + ")".repeat(200),
        "(".repeat(10_000),
        ")".repeat(10_000),
        "\"".repeat(10_001),
        "-".repeat(10_000),
        "title:".repeat(2000) + "开源",
        "a".repeat(10_000),
        "开".repeat(10_000),
        "a".repeat(10_000) + "*",
        "a".repeat(10_000) + "~",
        "a OR ".repeat(3000),
        "\uD83D".repeat(10_000),
        "\u0301".repeat(10_000),
        "an".repeat(31) + "q",
        "ໝ".repeat(10_000),
        "한".repeat(5_000),
        "한".repeat(5_000) + "~",
        "path:*中???????????" + " OR path:*中???????????".repeat(23),
        "path:*中????" + " OR path:*中????".repeat(100),
        "path:" + "*中?".repeat(300));
  }

  @Test
  void path_patterns_are_bounded_together() throws IOException {
    String pattern = "path:*中??????";
    assertEquals(List.of(), search(pattern + " OR path:copyleft*").notices());
    assertTrue(search("path:copyleft.md").total() > 0);
    for (String query : List.of("path:*中???????????", pattern + (" OR " + pattern).repeat(31))) {
      assertEquals(List.of(Notice.PATTERN_TOO_COMPLEX), search(query).notices(), query);
      // What else the query asks for is found.
      assertTrue(search("path:copyleft.md OR " + query).total() > 0);
    }
    SearchRequest filtered = SearchRequest.builder("许可证").pathGlob("zh/copy*").build();
    assertTrue(searcher.search(filtered).total() > 0);
    assertThrows(
        TooComplexPatternException.class,
        () -> searcher.search(filtered.toBuilder().pathGlob("*中???????????").build()));
    assertThrows(
        TooComplexPatternException.class,
        () -> searcher.search(filtered.toBuilder().pathGlob("a".repeat(60_000)).build()));
  }

  @Test
  void tags_are_bounded() throws IOException {
    List<String> tags = Collections.nCopies(SearchRequest.MOST_TAGS, "licence");
    assertTrue(searcher.search(SearchRequest.builder("许可证").tags(tags).build()).total() > 0);
    List<String> more = Collections.nCopies(SearchRequest.MOST_TAGS + 1, "licence");
    SearchRequest request = SearchRequest.of("许可证");
    assertThrows(IllegalArgumentException.class, () -> request.toBuilder().tags(more).build());
  }

  @ParameterizedTest
  @MethodSource("oversized")
  void a_query_of_any_size_is_answered(String query) throws IOException {
    search(query);
  }

  @Test
  void a_query_that_is_cut_says_so() throws IOException {
    assertEquals(1, search(oversized().getFirst()).notices().size());
    assertEquals(List.of(), search("开源 许可证").notices());
  }

  @Test
  void random_queries_are_answered() throws IOException {
    long seed = Long.getLong("kaiyuan.seed", 20261125);
    for (int i = 0; i < QUERIES; i++) {
      Random random = new Random(seed + i);
      StringBuilder query = new StringBuilder();
      for (int pieces = random.nextInt(random.nextInt(100) == 0 ? 400 : 12);
          pieces >= 0;
          pieces--) {
        if (random.nextInt(20) == 0) {
          query.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
        } else {
          query.append(PIECES.get(random.nextInt(PIECES.size())));
        }
      }
      try {
        search(query.toString());
      } catch (IOException | RuntimeException | Error e) {
        throw new AssertionError("-Dkaiyuan.seed=" + (seed + i) + ": " + query, e);
      }
    }
  }
}
