package dev.kaiyuan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimilarCommandTest {
  @TempDir Path folder;

  @Test
  void finds_what_is_like_an_article_and_names_one_that_is_not_there() {
    Typed person =
        new Typed(folder)
            .file("notes/a.md", "# 许可证\n\n开源许可证的选择。\n")
            .file("notes/b.md", "# Licences\n\nHow to choose an open source licence.\n")
            .file("notes/c.md", "# 午饭\n\n今天吃面条。\n");
    person.run("index", "notes");
    assertEquals(
        new Typed.Answer(0, "notes/b.md\n", ""),
        person.run("similar", "notes/a.md", "--format", "paths"));
    assertEquals(1, person.run("similar", "notes/c.md").code());
    assertEquals(
        new Typed.Answer(
            1,
            "",
            """
            kaiyuan: nothing found for: notes/a.md
            kaiyuan: without --tag 法律, 1 would be found
            """),
        person.run("similar", "notes/a.md", "--tag", "法律"));
    assertEquals(
        new Typed.Answer(
            2,
            "",
            "kaiyuan: notes/d.md is not an article in the index; did you mean: notes/a.md\n"),
        person.run("similar", "notes/d.md"));
  }
}
