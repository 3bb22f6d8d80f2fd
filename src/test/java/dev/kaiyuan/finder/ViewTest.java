package dev.kaiyuan.finder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.index.DirectoryIndexer;
import dev.kaiyuan.index.IndexingOptions;
import dev.kaiyuan.index.IndexingProgress;
import dev.kaiyuan.output.ArticleLocator;
import dev.kaiyuan.output.Display;
import dev.kaiyuan.output.HitSummary;
import dev.kaiyuan.output.Messages;
import dev.kaiyuan.output.Narrowing;
import dev.kaiyuan.output.Theme;
import dev.kaiyuan.search.ArticleSearcher;
import dev.kaiyuan.search.Hit;
import dev.kaiyuan.search.SearchRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jline.utils.WCWidth;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewTest {
  @TempDir Path folder;
  private FinderSetting setting;
  private View view;
  private Answers answers;

  @BeforeEach
  void anIndex() throws IOException {
    StringBuilder list =
        new StringBuilder("---\ndate: 2024-05-06\ntags: [drink]\n---\n# 清单 👩‍👩‍👧 list\n\n");
    for (int i = 0; i < 80; i++) {
      list.append("- 第 ").append(i).append(" 项 item ").append("long ".repeat(i % 9)).append('\n');
    }
    list.append("- 最后一项：咖啡豆要现磨 cafe\u0301\n\n    code ").append("不换行 ".repeat(60));
    Path articles = Files.createDirectories(folder.resolve("articles"));
    Files.writeString(articles.resolve("清单.md"), list);
    Files.writeString(
        articles.resolve("b.md"), "---\nlang: en\n---\n# Beans\n\nGrind coffee beans 咖啡豆.\n");
    Path index = folder.resolve("index");
    new DirectoryIndexer(index, IndexingOptions.REFRESH)
        .index(List.of(articles), IndexingProgress.NONE);
    ArticleLocator locator = ArticleLocator.of(index, folder);
    setting =
        new FinderSetting(
            SearchRequest.of(""),
            "",
            new Display(80, 0, Theme.AUTO, false),
            Messages.in("zh_CN"),
            locator,
            Exception::toString,
            true);
    view = new View(setting, new HitSummary(setting.display(), setting.messages(), locator));
    answers = new Answers(() -> ArticleSearcher.open(index), setting.request());
  }

  private Scene scene(String query, Layout layout) throws IOException {
    Scene scene = new Scene();
    scene.line.insert(query);
    Question question = new Question(query, List.of(), 10, layout.listColumns(), false);
    scene.show(question, answers.to(question));
    Hit hit = Objects.requireNonNull(scene.choice());
    if (layout.pageColumns() > 0) {
      Page page = new Pages(setting, answers).of(hit, query, layout.pageColumns());
      scene.show(Objects.requireNonNull(page), layout.pageRows() - 1);
    }
    return scene;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 20, 21, 59, 60, 80, 99, 100, 101, 160, 200, 250})
  void no_row_is_wider_than_the_screen_and_there_are_no_more_than_it_has(int columns)
      throws IOException {
    for (int rows : new int[] {1, 2, 3, 9, 10, 15, 16, 17, 24, 60}) {
      Layout layout = Layout.of(columns, rows);
      Scene scene = scene("咖啡豆", layout);
      check(view.picture(scene, layout), columns, rows);
      scene.offer(answers.to(new Question("", List.of(), 1, 80, true)));
      check(view.picture(scene, layout), columns, rows);
    }
  }

  private static void check(View.Picture picture, int columns, int rows) {
    assertTrue(picture.rows().size() <= rows);
    assertTrue(picture.cursor() >= 1 && picture.cursor() <= Math.max(columns, 2));
    for (Row row : picture.rows()) {
      int room = row.at() > 0 ? row.at() - 1 : Math.max(2, columns);
      assertTrue(width(row.left()) <= room, row.left());
      assertTrue(row.at() + width(row.right()) - 1 <= columns, row.right());
    }
  }

  private static int width(String text) {
    return Clip.plain(text).codePoints().map(WCWidth::wcwidth).sum();
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 100, 160})
  void the_best_sentence_is_in_sight_even_at_the_end_of_a_long_list(int columns)
      throws IOException {
    Layout layout = Layout.of(columns, 24);
    Scene scene = scene("最后一项 现磨", layout);
    String shown = "";
    for (Row row : view.picture(scene, layout).rows()) {
      shown += Clip.plain(layout.isBeside() ? row.right() : row.left()) + "\n";
    }
    assertTrue(shown.contains("• 最后一项：咖啡豆要现磨"), shown);
  }

  @Test
  void an_unfinished_word_finds_what_begins_so_and_a_filter_narrows_it() throws IOException {
    assertEquals(0, answers.to(new Question("xyzzy", List.of(), 5, 80, false)).total());
    assertEquals(1, answers.to(new Question("grin", List.of(), 5, 80, false)).total());
    assertEquals(2, answers.to(new Question("", List.of(), 5, 80, false)).total());
    for (Narrowing filter :
        List.of(
            new Narrowing("--tag", "drink", 1),
            new Narrowing("--since", "2024", 1),
            new Narrowing("--path", "清单.md", 1),
            new Narrowing("--lang", "zh", 1))) {
      assertEquals(1, answers.to(new Question("", List.of(filter), 5, 80, false)).total());
    }
  }
}
