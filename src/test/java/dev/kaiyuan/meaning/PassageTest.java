package dev.kaiyuan.meaning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.document.Article;
import dev.kaiyuan.document.UnreadableFileException;
import dev.kaiyuan.document.reader.ArticleReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Articles are cut into passages where their sections and sentences end. */
class PassageTest {
  private static Article article(String text) throws UnreadableFileException {
    return new ArticleReader().read("a.md", text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> passages(String text) throws UnreadableFileException {
    Article article = article(text);
    return Passage.all(article.title(), article.text(), article.sections()).stream()
        .map(Passage::words)
        .toList();
  }

  @Test
  void short_sections_stand_together_and_long_ones_are_cut_behind_a_sentence()
      throws UnreadableFileException {
    String sentence = "打印机卡纸的时候，先关电源，再打开后盖。";
    String text =
        """
        # 打印机

        怎么用。

        ## 卡纸

        %s

        ## 换墨

        按住按钮三秒。
        """
            .formatted(sentence.repeat(20));
    assertEquals(
        List.of(
            "打印机\n怎么用。\n卡纸\n" + sentence.repeat(16),
            "打印机\n卡纸\n" + sentence.repeat(4),
            "打印机\n换墨\n按住按钮三秒。"),
        passages(text).stream().map(each -> each.replaceAll("\\s*\n\\s*", "\n").strip()).toList());
  }

  @Test
  void a_text_without_words_has_its_title() throws UnreadableFileException {
    assertEquals(List.of("a\n"), passages(""));
  }

  @Test
  void a_sentence_without_end_is_cut() throws UnreadableFileException {
    List<String> passages = passages("词".repeat(1000));
    assertEquals(4, passages.size());
  }

  @Test
  void passages_of_all_articles_hold_all_text_in_its_order() throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> found = Files.walk(Path.of("corpus"))) {
      found.filter(file -> file.toString().endsWith(".md")).forEach(files::add);
    }
    for (Path file : files) {
      Article article = new ArticleReader().read(file.toString(), Files.readAllBytes(file));
      int at = 0;
      for (Passage each : Passage.all(article.title(), article.text(), article.sections())) {
        String between = article.text().substring(at, each.start());
        assertEquals("", between.strip(), () -> file + ": " + each);
        assertTrue(each.end() > each.start(), () -> file + ": " + each);
        at = each.end();
      }
      assertEquals(article.text().length(), at, file::toString);
    }
    assertTrue(files.size() >= 110);
  }

  @Test
  void the_lead_is_title_headings_and_the_first_sentences() throws UnreadableFileException {
    Article article = article("# 打印机\n\n怎么用。\n\n## 卡纸\n\n先关电源。\n");
    Passage lead = Passage.lead(article.title(), article.text(), article.sections());
    assertEquals("打印机 卡纸 打印机 怎么用。 卡纸 先关电源。", lead.words().strip().replaceAll("\\s+", " "));
  }
}
