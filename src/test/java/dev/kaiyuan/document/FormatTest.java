package dev.kaiyuan.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The end of a file's name tells its format. */
class FormatTest {
  @Test
  void an_ending_is_what_follows_the_last_dot() {
    assertEquals(".md", Format.ending("笔记/开源.md"));
    assertEquals(".md", Format.ending("笔记/开源.MD "));
    assertEquals(".gz", Format.ending("backup.tar.gz"));
    assertEquals(".md", Format.ending("notes 1.30.md"));
    assertEquals(".md", Format.ending("笔记 .md"));
  }

  @Test
  void other_dots_are_no_ending() {
    for (String name :
        List.of(
            "",
            ".",
            ".md",
            "笔记/.md",
            "笔记/ .md",
            "README",
            "v1.md/README",
            "notes 1.30",
            "2. 读书",
            "读书.",
            "a.b c",
            "a.thirtyletterslongisnoending")) {
      assertEquals("", Format.ending(name), name);
    }
  }

  @Test
  void a_format_is_known_by_any_of_its_endings() {
    assertEquals(Format.MARKDOWN, Format.of("开源.Markdown"));
    assertEquals(Format.HTML, Format.of("index.htm"));
    assertEquals(Format.PLAIN_TEXT, Format.orPlainText("LICENSE"));
    assertNull(Format.of("照片.jpg"));
  }
}
