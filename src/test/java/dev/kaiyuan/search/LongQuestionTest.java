package dev.kaiyuan.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A longer question in English prefers, among equals, what is like the best articles. */
class LongQuestionTest {
  private static final Map<String, String> ARTICLES =
      Map.of(
          "best",
              """
              # Why a Java program starts slowly

              A small Java program starts slowly because the virtual machine loads classes, verifies
              bytecode and interprets it until the compiler has warmed up.
              """,
          "alike",
              """
              # Notes of May

              The program is in Java, and it starts after lunch. Bytecode is interpreted before the
              compiler sees it; classes are verified by the virtual machine.
              """,
          "apart",
              """
              # Notes of June

              The program is in Java, and it starts after lunch. Sandwiches are served at one in the
              garden behind the library; the choir sings at two.
              """,
          "other",
              """
              # Gardens

              Sandwiches are served in the garden behind the library, where the choir sings.
              """,
          "chinese",
              """
              # 会议记录

              这个 Java program 启动很慢，starts slowly，因为虚拟机要加载类。
              """);

  private static final String QUESTION = "why does a small Java program start slowly";

  @TempDir private Path folder;

  @Test
  void of_two_that_hold_as_many_words_the_one_like_the_best_comes_first() throws IOException {
    try (Shelf shelf = Shelf.of(folder, ARTICLES)) {
      List<String> found = shelf.found(QUESTION);
      assertEquals("best", found.getFirst());
      assertTrue(found.indexOf("alike") < found.indexOf("apart"), found::toString);
      assertEquals(
          given(shelf, "alike", Reason.Kind.WORD), given(shelf, "apart", Reason.Kind.WORD), 0.2);
      assertTrue(
          given(shelf, "alike", Reason.Kind.LIKENESS)
              > 2 * given(shelf, "apart", Reason.Kind.LIKENESS));
    }
  }

  @Test
  void finds_no_article_for_its_likeness_alone() throws IOException {
    try (Shelf shelf = Shelf.of(folder, ARTICLES)) {
      assertTrue(!shelf.found(QUESTION).contains("other"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {QUESTION, "Java program", "为什么 Java 程序启动很慢"})
  void what_each_reason_gave_adds_up_to_the_score(String query) throws IOException {
    try (Shelf shelf = Shelf.of(folder, ARTICLES)) {
      for (Hit hit : explained(shelf, query)) {
        double sum = hit.reasons().stream().mapToDouble(Reason::gave).sum();
        assertEquals(hit.score(), sum, 0.02 + hit.score() / 1000, hit::title);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Java program", "为什么 Java 程序 启动 很慢", QUESTION + " lang:zh"})
  void short_and_chinese_questions_and_chinese_articles_know_no_likeness(String query)
      throws IOException {
    try (Shelf shelf = Shelf.of(folder, ARTICLES)) {
      List<Hit> hits = explained(shelf, query);
      assertTrue(!hits.isEmpty());
      for (Hit hit : hits) {
        assertTrue(
            hit.reasons().stream().noneMatch(reason -> reason.kind() == Reason.Kind.LIKENESS),
            hit::toString);
      }
    }
  }

  private static double given(Shelf shelf, String name, Reason.Kind kind) throws IOException {
    return explained(shelf, QUESTION).stream()
        .filter(hit -> Shelf.name(hit).equals(name))
        .flatMap(hit -> hit.reasons().stream())
        .filter(reason -> reason.kind() == kind)
        .mapToDouble(Reason::gave)
        .sum();
  }

  private static List<Hit> explained(Shelf shelf, String query) throws IOException {
    return shelf.search(SearchRequest.of(query).withExplain(true)).hits();
  }
}
