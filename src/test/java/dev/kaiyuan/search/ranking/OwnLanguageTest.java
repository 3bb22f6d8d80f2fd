package dev.kaiyuan.search.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.analysis.translation.Translations;
import dev.kaiyuan.document.Language;
import dev.kaiyuan.search.Hit;
import dev.kaiyuan.search.SearchRequest;
import dev.kaiyuan.search.Shelf;
import dev.kaiyuan.search.query.QueryLanguage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who asks in one language reads that first; the same article in the other stands below it. */
class OwnLanguageTest {
  private static final Map<String, String> ARTICLES =
      Map.of(
          "zh/copyleft", "# 著佐权与许可证 licence\n\ncopyleft licence 要求改过的代码以同样的许可证发布，著佐权因此得名。",
          "en/copyleft",
              "# Copyleft\n\nA licence that asks for changes under the same terms again.",
          "zh/n8n", "# n8n 是什么\n\nn8n 是一种工作流工具，n8n 可以自己部署。",
          "en/n8n",
              "# What n8n is\n\nThe tool n8n runs workflows, and n8n can be hosted by oneself.",
          "README", "# Penguin\n\nA penguin is a bird that swims, and the mascot of a kernel.",
          "README.zh-CN", "# 企鹅 penguin\n\npenguin penguin：企鹅是会游泳的鸟，也是内核的吉祥物。",
          "zh/only", "# 银杏\n\n银杏是一种树，ginkgo，秋天叶子发黄。",
          "en/other", "# Trees\n\nOf trees, oak and ash are common; a footnote names the ginkgo.");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "copyleft licence,   en/copyleft.md, zh/copyleft.md",
    "著佐权 licence 许可证, zh/copyleft.md, en/copyleft.md",
    "what is n8n,        en/n8n.md,      zh/n8n.md",
    "n8n 是什么,          zh/n8n.md,      en/n8n.md",
    "is a penguin a bird, README.md,     README.zh-CN.md"
  })
  void the_language_of_the_query_comes_first_and_its_twin_next(
      String query, String first, String second) throws IOException {
    try (Shelf shelf = Shelf.of(folder, ARTICLES)) {
      assertEquals(List.of(first, second), paths(shelf, SearchRequest.of(query)).subList(0, 2));
    }
  }

  @Test
  void names_alone_are_of_no_language_but_the_readers() throws IOException {
    try (Shelf shelf = Shelf.of(folder, ARTICLES)) {
      SearchRequest names = SearchRequest.of("n8n");
      assertEquals(
          List.of("zh/n8n.md", "en/n8n.md"),
          paths(shelf, names.toBuilder().ownLanguage(Language.CHINESE).build()));
      assertEquals(
          List.of("en/n8n.md", "zh/n8n.md"),
          paths(shelf, names.toBuilder().ownLanguage(Language.ENGLISH).build()));
    }
  }

  @Test
  void what_answers_clearly_better_comes_first_in_any_language() throws IOException {
    try (Shelf shelf = Shelf.of(folder, ARTICLES)) {
      List<String> found = paths(shelf, SearchRequest.of("which trees are ginkgo 银杏 银杏树"));
      assertEquals("zh/only.md", found.getFirst());
    }
  }

  @Test
  void twins_are_folded_on_demand_and_counted() throws IOException {
    try (Shelf shelf = Shelf.of(folder, ARTICLES)) {
      SearchRequest request = SearchRequest.of("what is n8n");
      List<Hit> shown = shelf.search(request).hits();
      List<Hit> folded =
          shelf.search(request.toBuilder().twins(SearchRequest.Twins.FOLD).build()).hits();
      assertTrue(shown.stream().anyMatch(hit -> hit.path().endsWith("zh/n8n.md")));
      assertTrue(folded.stream().noneMatch(hit -> hit.path().endsWith("zh/n8n.md")));
      assertEquals(
          List.of("zh/n8n.md"), folded.getFirst().twins().stream().map(this::name).toList());
      assertEquals(shown.getFirst().twins(), folded.getFirst().twins());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "a/zh/x.md,            a/en/x.md,          true",
    "a/zh-hans/x.md,       a/en/x.md,          true",
    "README.md,            README.zh-CN.md,    true",
    "docs/x.md,            docs/zh_TW/x.md,    true",
    "notes/x.en.md,        notes/x.zh.md,      true",
    "guide_cn.md,          guide.md,           true",
    "posts/open.md,        posts/opening.md,   false",
    "posts/zhang.md,       posts/ang.md,       false",
    "zh/copyleft.md,       en/copyright.md,    false"
  })
  void twins_differ_in_the_name_of_a_language_alone(String one, String other, boolean twins) {
    assertEquals(twins, OwnLanguage.key(one).equals(OwnLanguage.key(other)));
  }

  @ParameterizedTest
  @CsvSource({
    "redis license history,    ENGLISH",
    "licence for datasets,     ENGLISH",
    "SECURITY.md what to write, ENGLISH",
    "容器编排,                  CHINESE",
    "Kubernetes 是什么,         CHINESE",
    "CVE-2024-3094,",
    "n8n,",
    "node.js,",
    "DeepSeek R1,"
  })
  void the_language_of_a_query_is_that_of_its_words_not_of_its_names(
      String query, Language language) {
    assertEquals(language, QueryLanguage.of(query, Translations.builtIn()));
  }

  private List<String> paths(Shelf shelf, SearchRequest request) throws IOException {
    return shelf.search(request).hits().stream().map(Hit::path).map(this::name).toList();
  }

  private String name(String path) {
    return path.substring(path.indexOf("/docs/") + "/docs/".length());
  }
}
