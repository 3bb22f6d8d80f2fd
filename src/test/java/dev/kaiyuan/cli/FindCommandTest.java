package dev.kaiyuan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.cli.context.ShellWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Types into the finder at a real pseudo-terminal, and looks at its screen. */
@Timeout(600)
class FindCommandTest {
  private static final String ESCAPE = "\u001b";
  private static final String UP = "\u001b[A";
  private static final String DOWN = "\u001b[B";
  private static final String LEFT = "\u001b[D";

  @TempDir Path folder;
  private final Map<String, String> variables = new HashMap<>();

  @BeforeEach
  void anIndex() {
    variables.put("TERM", "xterm-256color");
    variables.put("LC_ALL", "C.UTF-8");
    variables.put("HOME", folder.toString());
    new Typed(folder)
        .file("corpus/a.md", "---\nlang: zh\ntags: [drink]\n---\n# 手冲咖啡豆\n\n咖啡豆要现磨。\n\n水温九十二度。\n")
        .file("corpus/b.md", "---\nlang: en\n---\n# Beans\n\nGrind coffee beans 咖啡豆 fresh.\n")
        .file("corpus/c.md", "# Cafe\u0301\n\nNaïve résumé of a café.\n")
        .run("index");
  }

  private static String kaiyuan(String arguments) {
    return ShellWords.join(ProgramProcess.command()) + " " + arguments;
  }

  private PseudoTerminal at(int columns, int rows, String command) throws IOException {
    return new PseudoTerminal(folder, variables, columns, rows, command);
  }

  @Test
  void finds_with_each_burst_of_an_input_method_and_prints_the_choice() throws Exception {
    try (var terminal = at(120, 24, "echo before; " + kaiyuan("find"))) {
      terminal.until("3 articles");
      terminal.type("咖").type("啡豆").until("kaiyuan> 咖啡豆").until("2 articles");
      assertEquals("kaiyuan> 咖啡豆", terminal.lines().getFirst());
      assertEquals(15, terminal.cursorColumn());
      terminal.until("> 手冲咖啡豆").until("│ corpus/a.md:7 · Chinese").until("│ 水温九十二度。");
      terminal.type(DOWN).until("> Beans").until("│ corpus/b.md:6 · English");
      terminal.type(UP + "\r");
      assertEquals(0, terminal.exitCode());
      assertFalse(terminal.isAlternate());
      assertEquals("before\ncorpus/a.md:7", String.join("\n", terminal.lines()).strip());
    }
  }

  @Test
  void takes_the_best_of_all_that_was_typed_before_enter() throws Exception {
    try (var terminal = at(80, 24, kaiyuan("find --format paths > chosen"))) {
      terminal.until("3 articles").type("coffee beans\r");
      assertEquals(0, terminal.exitCode());
    }
    assertEquals("corpus/b.md\n", Files.readString(folder.resolve("chosen")));
  }

  @Test
  void finds_words_that_begin_as_an_unfinished_one() throws Exception {
    try (var terminal = at(80, 24, kaiyuan("find"))) {
      terminal.until("3 articles").type("coff").until("> Beans").type(ESCAPE);
      assertEquals(1, terminal.exitCode());
    }
  }

  @Test
  void pastes_lines_as_one_and_moves_over_what_combines() throws Exception {
    try (var terminal = at(80, 24, kaiyuan("find"))) {
      terminal.until("3 articles");
      terminal.type("\u001b[200~咖啡豆\n\tcafe\u0301\u001b[31m\u001b[201~");
      terminal.until("kaiyuan> 咖啡豆  cafe\u0301␛[31m");
      terminal.type(LEFT.repeat(6)).until(seen -> seen.cursorColumn() == 20);
      terminal.type("\u007f").until("kaiyuan> 咖啡豆  cae\u0301␛[31m");
      terminal.type("\u0005\u0015cafe\u0301").until("kaiyuan> cafe\u0301").until("> Caf\u00e9");
      terminal.type("\u007f").until(seen -> seen.lines().getFirst().equals("kaiyuan> caf"));
      terminal.type("\u0003");
      assertEquals(1, terminal.exitCode());
    }
  }

  @Test
  void fits_the_screen_whenever_that_changes() throws Exception {
    try (var terminal = at(60, 20, kaiyuan("find 咖啡豆"))) {
      terminal.until("2 articles").until("─".repeat(60)).until("corpus/a.md:7 · Chinese");
      terminal.resize(200, 50).until("> 手冲咖啡豆").until("   │ corpus/a.md:7 · Chinese");
      terminal.resize(100, 12).until("> 手冲咖啡豆").until("   │ corpus/a.md:7 · Chinese");
      terminal.resize(30, 5).until("> 手冲咖啡豆").until(seen -> !seen.toString().contains("│"));
      terminal.resize(80, 24).until("─".repeat(80)).until("corpus/a.md:7 · Chinese");
      terminal.type(ESCAPE);
      assertEquals(1, terminal.exitCode());
      assertFalse(terminal.isAlternate());
    }
  }

  @Test
  void sets_and_drops_filters() throws Exception {
    try (var terminal = at(80, 24, kaiyuan("find"))) {
      terminal.until("3 articles").type("咖啡豆").until("2 articles");
      terminal.type("\t").until("filter>").until("--lang zh (1)").type("zh").until("filter> zh");
      terminal.type("\r").until("--lang zh> 咖啡豆").until("1 article ");
      terminal.type("\t").until("--lang zh (set; Enter drops it)").type(ESCAPE);
      terminal.until("--lang zh> 咖啡豆").type("\u0015\u007f").until("3 articles").type(ESCAPE);
      assertEquals(1, terminal.exitCode());
    }
  }

  @Test
  void opens_an_article_at_its_line_and_comes_back() throws Exception {
    Path editor = folder.resolve("editor");
    Files.writeString(
        editor, "#!/bin/sh\nprintf '%s\\n' \"$@\" > edited\nread key\necho $key > key\n");
    assertTrue(editor.toFile().setExecutable(true));
    variables.put("EDITOR", editor.toString());
    try (var terminal = at(80, 24, kaiyuan("find 咖啡豆"))) {
      terminal.until("> 手冲咖啡豆").type("\u000f").until(seen -> !seen.isAlternate());
      terminal.type("k\n").until(VirtualScreen::isAlternate).until("> 手冲咖啡豆");
      terminal.type(ESCAPE);
      assertEquals(1, terminal.exitCode());
    }
    String file = folder.toRealPath().resolve("corpus/a.md").toString();
    assertEquals("+7\n" + file + "\n", Files.readString(folder.resolve("edited")));
    assertEquals("k\n", Files.readString(folder.resolve("key")));
  }

  @Test
  void stops_for_the_shell_and_goes_on() throws Exception {
    variables.put("PS1", "ready> ");
    Files.writeString(folder.resolve("run"), "exec " + kaiyuan("--no-config") + "\n");
    try (var terminal = at(80, 24, "bash --norc --noprofile --noediting -i")) {
      terminal.until("ready>").type("sh run\n").until("3 articles");
      terminal.type("咖啡豆").until("2 articles").type("\u001a").until("Stopped");
      terminal.until(FindCommandTest::isPrompting);
      assertFalse(terminal.isAlternate());
      terminal.type("echo $((40 + 2))\n").until("\n42").until(FindCommandTest::isPrompting);
      terminal.type("fg\n").until("kaiyuan> 咖啡豆");
      terminal.type("\u0003").until(FindCommandTest::isPrompting);
      terminal.type("echo code $?\n").until("code 1").type("exit\n");
    }
  }

  /** Whether the shell waits for a line: what is typed before that, the terminal echoes at once. */
  private static boolean isPrompting(VirtualScreen seen) {
    return !seen.isAlternate() && seen.toString().endsWith("ready>");
  }

  @Test
  void uses_no_colours_where_none_are_wanted() throws Exception {
    variables.put("NO_COLOR", "1");
    try (var terminal = at(120, 24, kaiyuan("find 咖啡豆"))) {
      terminal.until("> 手冲咖啡豆").until("│ corpus/a.md:7").type(ESCAPE);
      assertEquals(1, terminal.exitCode());
      assertFalse(terminal.written().matches("(?s).*\u001b\\[[1-9][0-9;]*m.*"));
    }
  }

  @Test
  void says_what_is_wrong_and_leaves_the_screen_as_it_was() throws Exception {
    try (var terminal = at(80, 24, kaiyuan("find --index nowhere"))) {
      terminal.until("there is no index in").type(ESCAPE);
      assertEquals(2, terminal.exitCode());
      assertTrue(terminal.lines().getFirst().startsWith("kaiyuan: there is no index in"));
    }
    String needs =
        "kaiyuan: find needs a terminal that can move its cursor; elsewhere use kaiyuan search\n";
    Typed.Answer answer = new Typed(folder).with("TERM", "dumb").run("find");
    assertEquals(new Typed.Answer(2, "", needs), answer);
  }
}
