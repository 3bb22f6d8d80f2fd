package dev.kaiyuan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.cli.Typed.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexLocationTest {
  private static final String NONE_HERE =
      "kaiyuan: no index here or in a folder above: searching the articles that come with Kaiyuan;"
          + " to create your own: kaiyuan index FOLDER\n";

  @TempDir Path folder;
  private Typed atHome;
  private Path home;

  @BeforeEach
  void theProgramAndItsArticles() throws IOException {
    home = Files.createDirectory(folder.resolve("program"));
    atHome = new Typed(home).home(home).file("corpus/a.md", "# 许可证\n\n随程序而来的许可证。\n");
    atHome.run("index");
  }

  private Typed at(String place) throws IOException {
    return new Typed(Files.createDirectories(folder.resolve(place))).home(home);
  }

  @Test
  void is_the_nearest_index_above() throws IOException {
    at("own")
        .file("notes/b.md", "# 许可证\n")
        .file("notes/deep/c.md", "# 许可证\n")
        .run("index", "notes");
    for (String command : new String[] {"search 许可证 --sort path", "similar b.md", "show b.md"}) {
      Answer answer = at("own/notes").run((command + " --no-pager").split(" "));
      assertEquals("", answer.err(), command);
    }
    String[] search = {"search", "许可证", "--sort", "path", "--format", "paths"};
    assertEquals(new Answer(0, "b.md\ndeep/c.md\n", ""), at("own/notes").run(search));
    assertEquals(new Answer(0, "../b.md\nc.md\n", ""), at("own/notes/deep").run(search));
    assertEquals(0, at("own/notes/deep").run("show", "../b.md").code());
    at("own").file("notes/d.md", "# 丁\n");
    assertTrue(at("own/notes/deep").run("index").out().startsWith("1 added, 2 unchanged"));
    assertFalse(Files.exists(folder.resolve("own/notes/deep/index")));
  }

  @Test
  void is_that_of_the_program_where_there_is_none_which_it_says() throws IOException {
    Typed person = at("elsewhere").input("许可证\n");
    for (String command : new String[] {"search 许可证", "shell", "stats"}) {
      assertEquals(new Answer(0, "", NONE_HERE), person.run(command.split(" ")).withoutOut());
    }
    String path = home.resolve("corpus/a.md").toString();
    assertEquals(new Answer(0, "", NONE_HERE), person.run("show", path, "--raw").withoutOut());
    assertEquals(NONE_HERE, person.run("similar", path).err().substring(0, NONE_HERE.length()));
    assertEquals("", person.run("analyze", "许可证").err());
    assertEquals("", atHome.run("search", "许可证").err());
    try (var files = Files.list(folder.resolve("elsewhere"))) {
      assertEquals(0, files.count());
    }
  }

  @Test
  void of_the_program_is_refreshed_only_in_its_folder() throws IOException {
    assertEquals(
        new Answer(
            2,
            "",
            "kaiyuan: there is no index here or in a folder above; name the folder to index: kaiyuan index"
                + " FOLDER\n"),
        at("elsewhere").run("index"));
    assertTrue(atHome.run("index").out().startsWith("0 added, 1 unchanged"));
  }

  @Test
  void of_a_folder_is_made_here_though_there_is_one_above() throws IOException {
    at("own").file("notes/b.md", "# 乙\n").run("index", "notes");
    at("own/notes").file("deep/c.md", "# 丙\n").run("index", "deep");
    assertEquals("deep/c.md\n", at("own/notes").run("search", "丙", "--format", "paths").out());
  }

  @Test
  void that_is_named_has_to_be_a_folder() throws IOException {
    Typed person = at("own").file("a.md", "# 许可证\n");
    String told = "kaiyuan: DIR/a.md is a file, not a folder\n";
    assertEquals(told, person.run("search", "许可证", "--index", "a.md").err());
    assertEquals(told, person.run("index", "a.md", "--index", "a.md").err());
    assertEquals(
        "kaiyuan: --index needs a value: DIR\n", person.run("search", "许可证", "--index", "").err());
  }
}
