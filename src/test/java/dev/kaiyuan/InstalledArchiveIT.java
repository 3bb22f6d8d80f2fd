package dev.kaiyuan;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The archive, unpacked into a folder with spaces and Chinese in its name, works from anywhere. */
@DisabledOnOs(OS.WINDOWS)
class InstalledArchiveIT {
  /** Not a temporary folder: the first start goes on making its cache there in the background. */
  private static final Path BASE = Path.of("target", "安装 here").toAbsolutePath();

  private static Path home;
  private static Path elsewhere;

  record Outcome(int exitCode, String out, String err) {}

  @BeforeAll
  static void unpack() throws Exception {
    elsewhere = Files.createDirectories(BASE.resolve("我的 文件夹"));
    String archive = System.getProperty("kaiyuan.archive");
    home = BASE.resolve(Path.of(archive).getFileName().toString().replace(".tar.gz", ""));
    // An archive's files all have one time, so a cache of an earlier build would pass for its own.
    assertEquals(0, run(Map.of(), BASE, "rm", "-rf", home.toString()).exitCode());
    Outcome unpacked = run(Map.of(), BASE, "tar", "xzf", archive);
    assertEquals(0, unpacked.exitCode(), unpacked.err());
    Outcome indexed = kaiyuan("index", home.resolve("corpus").toString());
    assertEquals(0, indexed.exitCode(), indexed.err());
  }

  @Test
  void a_search_from_another_folder_answers_and_says_nothing_on_stderr() throws Exception {
    Outcome outcome = kaiyuan("search", "开源许可证", "--format", "paths");
    assertEquals("", outcome.err());
    assertTrue(outcome.out().contains("zh/"), outcome.out());
    assertEquals(0, outcome.exitCode());
  }

  @Test
  void the_exit_code_is_that_of_the_program() throws Exception {
    assertEquals(1, kaiyuan("search", "zzqqxxyyzz", "--translate", "off").exitCode());
    assertEquals(2, kaiyuan("search", "--no-such-option").exitCode());
  }

  @Test
  void arguments_and_output_are_right_in_the_c_locale() throws Exception {
    String[] command = {launcher(), "search", "自由软件", "--limit", "1"};
    Outcome utf8 = run(Map.of("LC_ALL", "C.UTF-8"), elsewhere, command);
    assertTrue(utf8.out().contains("自由软件"), utf8.out());
    for (Map<String, String> locale :
        List.of(
            Map.of("LC_ALL", "C"),
            Map.of("LC_ALL", "", "LANG", "POSIX"),
            Map.of("LC_ALL", "", "LC_CTYPE", "", "LANG", ""))) {
      Outcome ascii = run(locale, elsewhere, command);
      assertEquals(withoutTimes(utf8), withoutTimes(ascii), locale.toString());
    }
    String chinese = run(Map.of("LC_ALL", "zh_XX.UTF-8"), elsewhere, command).out();
    assertTrue(chinese.contains("自由软件") && chinese.contains("中文"), chinese);
  }

  @Test
  void a_link_in_path_starts_it() throws Exception {
    Path bin = Files.createDirectories(BASE.resolve("bin"));
    link(bin.resolve("kaiyuan"), Path.of("..").resolve(home.getFileName()).resolve("bin/kaiyuan"));
    link(bin.resolve("ky"), Path.of("kaiyuan"));
    Map<String, String> path = Map.of("PATH", bin + ":" + System.getenv("PATH"));
    Outcome outcome = run(path, elsewhere, "sh", "-c", "kaiyuan --version && ky --version");
    List<String> lines = outcome.out().lines().toList();
    assertEquals(2, lines.size(), outcome.toString());
    assertEquals(lines.get(0), lines.get(1));
  }

  @Test
  void every_shell_runs_the_launcher_alike() throws Exception {
    String expected = kaiyuan("--version").out();
    assertFalse(expected.isBlank());
    for (String shell : List.of("dash", "bash", "ksh", "zsh", "busybox")) {
      if (run(Map.of(), elsewhere, "sh", "-c", "command -v " + shell).exitCode() == 0) {
        List<String> command = new ArrayList<>(List.of(shell));
        command.addAll(shell.equals("busybox") ? List.of("sh") : List.of());
        command.addAll(shell.equals("zsh") ? List.of("--emulate", "sh") : List.of());
        command.addAll(List.of(launcher(), "--version"));
        Outcome outcome = run(Map.of(), elsewhere, command.toArray(String[]::new));
        assertEquals(new Outcome(0, expected, ""), outcome, shell);
      }
    }
  }

  @Test
  void an_old_java_in_java_home_is_passed_over() throws Exception {
    Path old = BASE.resolve("jdk 17");
    Files.createDirectories(old.resolve("bin"));
    Files.writeString(old.resolve("release"), "JAVA_VERSION=\"17.0.15\"\n");
    Path java = old.resolve("bin/java");
    Files.writeString(java, "#!/bin/sh\necho too old\nexit 9\n");
    assertTrue(java.toFile().setExecutable(true));
    // The Java of this test stands in for one of the usual folders.
    Map<String, String> around =
        Map.of(
            "JAVA_HOME",
            old.toString(),
            "PATH",
            System.getProperty("java.home") + "/bin:" + System.getenv("PATH"));
    Outcome outcome = run(around, elsewhere, launcher(), "--version");
    assertEquals(new Outcome(0, kaiyuan("--version").out(), ""), outcome);
  }

  @Test
  void a_java_home_that_leads_to_the_same_java_keeps_the_cache() throws Exception {
    Path memory = home.resolve("cache/java");
    String path = System.getProperty("java.home") + "/bin:" + System.getenv("PATH");
    run(Map.of("PATH", path, "JAVA_HOME", ""), elsewhere, launcher(), "--version");
    String java = Files.readAllLines(memory).getFirst();
    Path cache = Files.createFile(memory.resolveSibling("kept.cache"));
    Map<String, String> same = Map.of("JAVA_HOME", java.replaceFirst("/bin/java$", ""));
    run(same, elsewhere, launcher(), "--version");
    assertEquals(java, Files.readAllLines(memory).getFirst());
    assertTrue(Files.exists(cache));
    Files.delete(cache);
  }

  @Test
  void the_archive_has_what_an_installed_tool_has() {
    assertAll(
        Stream.of(
                "bin/kaiyuan.cmd",
                "share/man/man1/kaiyuan.1",
                "share/man/zh_CN/man1/kaiyuan.1",
                "share/bash-completion/completions/kaiyuan",
                "share/zsh/site-functions/_kaiyuan",
                "share/fish/vendor_completions.d/kaiyuan.fish",
                "LICENSE",
                "licenses/jline-BSD-3-Clause.txt",
                "licenses/juniversalchardet-MPL-1.1.txt",
                "NOTICE")
            .map(file -> () -> assertTrue(Files.size(home.resolve(file)) > 0, file)));
  }

  private static String launcher() {
    return home.resolve("bin/kaiyuan").toString();
  }

  private static Outcome kaiyuan(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(launcher()));
    command.addAll(List.of(arguments));
    return run(Map.of(), elsewhere, command.toArray(String[]::new));
  }

  private static Outcome run(Map<String, String> variables, Path folder, String... command)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("out", ".txt");
    Path err = Files.createTempFile("err", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().putAll(variables);
    int exitCode = builder.start().waitFor();
    Outcome outcome = new Outcome(exitCode, Files.readString(out), Files.readString(err));
    Files.delete(out);
    Files.delete(err);
    return outcome;
  }

  private static Outcome withoutTimes(Outcome outcome) {
    return new Outcome(
        outcome.exitCode(), outcome.out().replaceAll("[0-9.,]+ ?(ms|s|毫秒|秒)", ""), outcome.err());
  }

  private static void link(Path link, Path target) throws IOException {
    Files.deleteIfExists(link);
    Files.createSymbolicLink(link, target);
  }
}
