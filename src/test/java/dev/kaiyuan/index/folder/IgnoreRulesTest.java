package dev.kaiyuan.index.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kaiyuan.index.Corpus;
import dev.kaiyuan.index.IndexingOptions;
import dev.kaiyuan.index.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code .gitignore} and {@code .kaiyuanignore} mean here what they mean to Git. */
class IgnoreRulesTest {
  @TempDir Path temp;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a.md            | a.md x/a.md         | b.md a.md.md",
        "/a.md           | a.md                | x/a.md",
        "x/a.md          | x/a.md              | a.md y/x/a.md",
        "x/              | x/a.md y/x/b.md     | y/x.md",
        "*.md            | a.md x/b.md         | a.txt",
        "x/*.md          | x/a.md              | x/y/a.md a.md",
        "**/y            | y/a.md x/y/b.md     | yy/a.md",
        "x/**            | x/a.md x/y/b.md     | a.md",
        "x/**/z.md       | x/z.md x/a/b/z.md   | z.md xz.md",
        "?.md            | a.md 开.md          | ab.md",
        "[a-c].md        | a.md c.md           | d.md",
        "[!a-c].md       | d.md                | a.md",
        "[[:digit:]]*.md | 1a.md               | a1.md",
        "\\#a.md         | `#a.md`             | a.md",
        "#a.md           | ``                  | `#a.md` a.md",
        "\\!a.md         | !a.md               | a.md",
        "a\\*.md         | a*.md               | ab.md",
        "草稿*           | 草稿一.md 草稿/a.md | 定稿.md",
        "[a              | ``                  | [a a.md",
      })
  void a_line_leaves_out(String line, String ignored, String kept) throws IOException {
    Files.writeString(temp.resolve(".gitignore"), line + "\n");
    for (String path : ignored.isEmpty() ? new String[0] : ignored.split(" ")) {
      assertTrue(isIgnored(path), path + " by " + line);
    }
    for (String path : kept.split(" ")) {
      assertTrue(!isIgnored(path), path + " by " + line);
    }
  }

  /** Whether a path, or a folder on the way to it, is ignored. */
  private boolean isIgnored(String path) throws IOException {
    IgnoreRules rules = null;
    Path at = temp;
    for (String part : path.split("/")) {
      if (Files.isDirectory(at)) {
        rules = IgnoreRules.in(at, rules, new TreeSet<>());
      }
      at = at.resolve(part);
      boolean folder = !at.equals(temp.resolve(path)) || Files.isDirectory(at);
      if (rules != null && rules.ignores(at, folder)) {
        return true;
      }
    }
    return false;
  }

  @Test
  void the_last_rule_decides_and_inner_files_come_before_outer_ones() throws IOException {
    Files.writeString(temp.resolve(".gitignore"), "\uFEFF*.md  \r\n!keep.md\nx/old.md\n");
    Files.createDirectory(temp.resolve("x"));
    Files.writeString(temp.resolve("x/.gitignore"), "!a.md\nkeep.md\n");
    Files.writeString(temp.resolve("x/.kaiyuanignore"), "!keep.md");
    assertTrue(isIgnored("a.md"));
    assertTrue(!isIgnored("keep.md"));
    assertTrue(!isIgnored("x/a.md"));
    assertTrue(!isIgnored("x/keep.md"));
    assertTrue(isIgnored("x/old.md"));
  }

  @Test
  void a_refresh_follows_the_rules() throws IOException {
    Corpus corpus = new Corpus(temp);
    corpus.write("a.md", "开源");
    corpus.write("drafts/b.md", "草稿");
    corpus.refresh();
    corpus.write(".kaiyuanignore", "drafts\n");
    Report report = corpus.refresh();
    assertEquals(Set.of("docs/a.md"), corpus.articles());
    assertEquals(1, report.ignored());
    Files.delete(corpus.docs.resolve(".kaiyuanignore"));
    corpus.refresh();
    assertEquals(Set.of("docs/a.md", "docs/drafts/b.md"), corpus.articles());
  }

  @Test
  void a_folder_in_a_repository_obeys_the_rules_around_it() throws IOException {
    Corpus corpus = new Corpus(temp);
    Files.createDirectory(temp.resolve(".git"));
    Files.writeString(temp.resolve(".gitignore"), "*.draft.md\n");
    corpus.write("a.md", "开源");
    corpus.write("b.draft.md", "草稿");
    corpus.refresh();
    assertEquals(Set.of("docs/a.md"), corpus.articles());
    Files.writeString(temp.resolve(".gitignore"), "*\n");
    corpus.refresh();
    assertEquals(Set.of("docs/a.md", "docs/b.draft.md"), corpus.articles());
  }

  @Test
  void it_does_not_matter_which_of_two_folders_is_asked_for() throws IOException {
    Corpus corpus = new Corpus(temp);
    corpus.write(".gitignore", "笔记/草稿.md\n");
    corpus.write("a.md", "开源");
    corpus.write("笔记/草稿.md", "草稿");
    corpus.write("笔记/b.md", "许可证");
    Path inner = corpus.docs.resolve("笔记");
    corpus.refresh();
    for (Path asked : List.of(inner, corpus.docs, inner)) {
      corpus.index(IndexingOptions.REFRESH, asked);
      assertEquals(Set.of("docs/a.md", "docs/笔记/b.md"), corpus.articles());
    }
  }

  @Test
  void rules_that_cannot_be_read_are_named_and_shut_no_folder() throws IOException {
    Corpus corpus = new Corpus(temp);
    corpus.write("a.md", "开源");
    Path rules = corpus.write("b/.gitignore", "草稿.md\n");
    corpus.write("b/草稿.md", "草稿");
    Files.setPosixFilePermissions(rules, PosixFilePermissions.fromString("---------"));
    assumeTrue(!Files.isReadable(rules), "root may read everything");
    Report report = corpus.refresh();
    assertEquals(
        List.of(new Report.Warning("docs/b/.gitignore", IndexingProblem.RULES.alone())),
        report.warnings());
    assertEquals(Set.of("docs/a.md", "docs/b/草稿.md"), corpus.articles());
  }

  /** Compares random rules over a tree of files with what {@code git check-ignore} says of them. */
  @Test
  void git_agrees() throws IOException, InterruptedException {
    assumeTrue(run(List.of("git", "--version"), "").startsWith("git"), "git is not installed");
    run(List.of("git", "init", "-q"), "");
    List<String> paths = new ArrayList<>();
    for (String folder : List.of("", "a/", "a/b/", "a/b/d/", "b/", "b/a/", "d/")) {
      Files.createDirectories(temp.resolve(folder));
      for (String name : List.of("a.md", "b.md", "ab", "c", "a-b.md", "B.md")) {
        if (!Files.exists(temp.resolve(folder + name))) {
          Files.writeString(temp.resolve(folder + name), "x");
        }
        paths.add(folder + name);
      }
    }
    long seed = Long.getLong("kaiyuan.seed", 20261125);
    Random random = new Random(seed);
    int rounds = Integer.getInteger("kaiyuan.ignoreRounds", 60);
    for (int round = 0; round < rounds; round++) {
      for (String folder : List.of("", "a/", "a/b/", "b/")) {
        Path file = temp.resolve(folder + ".gitignore");
        Files.deleteIfExists(file);
        if (folder.isEmpty() || random.nextInt(3) == 0) {
          Files.writeString(file, randomRules(random));
        }
      }
      Set<String> ours = new TreeSet<>();
      for (String path : paths) {
        if (isIgnored(path)) {
          ours.add(path);
        }
      }
      String told =
          run(
              List.of("git", "check-ignore", "--no-index", "-z", "--stdin"),
              String.join("\0", paths) + "\0");
      Set<String> gits = told.isEmpty() ? Set.of() : Set.of(told.split("\0"));
      assertEquals(new TreeSet<>(gits), ours, "seed " + seed + ", rules in " + rules());
    }
  }

  private String rules() throws IOException {
    StringBuilder rules = new StringBuilder();
    for (String folder : List.of("", "a/", "a/b/", "b/")) {
      Path file = temp.resolve(folder + ".gitignore");
      if (Files.exists(file)) {
        rules.append(folder).append(":\n").append(Files.readString(file)).append('\n');
      }
    }
    return rules.toString();
  }

  private static String randomRules(Random random) {
    List<String> pieces =
        List.of(
            "a",
            "b",
            "c",
            "ab",
            "*",
            "**",
            "?",
            "/",
            "/",
            ".md",
            "*.md",
            "[ab]",
            "[!a]",
            "[a-b]",
            "[[:upper:]]",
            "\\a",
            "-",
            "/**/",
            "**/",
            "/**",
            " ",
            "B");
    StringBuilder rules = new StringBuilder();
    for (int lines = 1 + random.nextInt(4); lines > 0; lines--) {
      StringBuilder line = new StringBuilder();
      for (int piece = 1 + random.nextInt(4); piece > 0; piece--) {
        line.append(pieces.get(random.nextInt(pieces.size())));
      }
      // Git cuts off what stands before the first wildcard, and so takes a**/ for **/ behind an a,
      // though its manual says that such stars are plain ones.
      if (!line.toString().matches(".*[^/*]\\*\\*+/.*")) {
        rules.append(random.nextInt(4) == 0 ? "!" : "").append(line);
        rules.append(random.nextInt(5) == 0 ? "/\n" : "\n");
      }
    }
    return rules.toString();
  }

  private String run(List<String> command, String input) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(temp.toFile());
    builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
    builder.environment().put("HOME", temp.toString());
    Process process;
    try {
      process = builder.redirectErrorStream(true).start();
    } catch (IOException e) {
      return "";
    }
    try (var out = process.getOutputStream()) {
      out.write(input.getBytes(StandardCharsets.UTF_8));
    }
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }
}
