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

  @Test
  void what_a_question_says_again_and_again_weighs_more() throws IOException {
    Map<String, String> articles =
        Map.of(
            "garden", "# A garden in May\n\nRoses want light, water and a gardener's patience.",
            "compiler",
                "# A compiler in May\n\nSources want a parser, types and a backend's patience.");
    try (Shelf shelf = Shelf.of(folder, articles)) {
      String once = "I want a compiler. Does the garden wait?";
      assertEquals("compiler", shelf.found(once + " A compiler, that is.").getFirst());
      assertEquals("garden", shelf.found(once + " The garden, that is.").getFirst());
      assertEquals("garden", shelf.found("编译器 compiler，花园 garden，花园 garden").getFirst());
    }
  }

  @Test
  void words_that_ask_are_not_asked_for() throws IOException {
    Map<String, String> articles =
        Map.of(
            "interest", "# Interested in articles?\n\nFind papers: 文章 资料 want looking information.",
            "compilers", "# Compilers\n\nA compiler warms up. 编译器要预热。");
    try (Shelf shelf = Shelf.of(folder, articles)) {
      for (String question :
          List.of(
              "I am interested in articles on compilers",
              "I'd like to find papers about any compiler",
              "articles about compilers",
              "我想找关于编译器的文章",
              "有没有编译器方面的资料")) {
        assertEquals(List.of("compilers"), shelf.found(question), question);
      }
      assertEquals(List.of("interest"), shelf.found("interested in articles"));
      assertEquals(List.of("interest"), shelf.found("information papers"));
    }
  }

  @Test
  void a_longer_question_also_finds_words_of_the_same_root() throws IOException {
    Map<String, String> articles =
        Map.of(
            "derived", "# Notes\n\nSecurity of compilers.",
            "said", "# Notes\n\nSecure compilation of a kernel.");
    try (Shelf shelf = Shelf.of(folder, articles)) {
      assertEquals(List.of("said"), shelf.found("secure kernel"));
      String question = "how do I secure my kernel and its linkers";
      assertEquals(List.of("said", "derived"), shelf.found(question + ", loaders and shells"));
      assertEquals(
          "【Security】 of compilers.",
          Shelf.marked(
              shelf.search(question + ", loaders and shells").hits().get(1).snippets().getFirst()));
    }
  }

  @Test
  void quotes_in_sentences_are_punctuation() throws IOException {
    try (Shelf shelf = Shelf.of(folder, ARTICLES)) {
      String sentences = "Which article explains why my small Java program starts slowly, ";
      assertEquals("best", shelf.found(sentences + "or has a \"slow start\"?").getFirst());
      assertEquals(List.of(), shelf.found("Java \"slow start\""));
      assertEquals(List.of(), shelf.found(sentences + "title:\"slow start\""));
      assertEquals("chinese", shelf.found("我想知道为什么我们公司的程序在早上启动得“非常之慢”，虚拟机在做什么").getFirst());
      assertEquals(List.of(), shelf.found("程序启动“非常之慢”"));
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
    return shelf.search(SearchRequest.builder(query).explain(true).build()).hits();
  }
}
