package dev.kaiyuan.document.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.kaiyuan.document.Article;
import dev.kaiyuan.document.Articles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnicodeFormTest {
  @ParameterizedTest
  @CsvSource({
    "\u2F42\u2F83, 文自",
    "\u2EC5\u9762, 见面",
    "\uFB01le o\uFB03ce, file office",
    "e\u0301cole, école",
    "\u304B\u3099, が",
    "\uF900\uFA10, 豈塚",
    "葛\uDB40\uDD00城, 葛城",
    "❤\uFE0F, ❤",
    "\u1112\u1161\u11AB, 한",
  })
  void what_unicode_calls_the_same_is_written_alike(String text, String plain) {
    assertEquals(plain + "\n", Articles.plainText(text).text());
    assertEquals(plain, Articles.read(text + ".md", "").title());
  }

  @Test
  void ordinary_text_is_not_copied() {
    String text = "开源 open café 🙂";
    assertSame(text, UnicodeForm.of(text));
  }

  @Test
  void lines_stay_lines() {
    Article article = Articles.markdown("e\u0301\n\n\u2F42字\n\n末");
    assertEquals(5, article.lines().lineAt(article.text().indexOf("末")));
  }
}
