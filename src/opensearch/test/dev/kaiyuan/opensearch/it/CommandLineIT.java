package dev.kaiyuan.opensearch.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.cli.ProgramProcess;
import dev.kaiyuan.cli.Typed;
import dev.kaiyuan.cli.Typed.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People index their folders into three nodes, and ask them, as they do with a folder's index. */
class CommandLineIT {
  private static final int FILES = 6000;

  @TempDir static Path shared;
  private static TestCluster cluster;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws Exception {
    cluster = TestCluster.start(shared.resolve("cluster"), 3);
  }

  @AfterAll
  static void stop() throws IOException {
    cluster.close();
  }

  private static String address(String index) {
    return String.join(",", cluster.addresses()) + "/" + index;
  }

  private static Answer run(Typed person, String command, String index) {
    List<String> words = new ArrayList<>(List.of(command.split(" ")));
    words.addAll(List.of("--index", index));
    return person.run(words.toArray(String[]::new));
  }

  /** Returns what a run of {@code index} did, in its first line. */
  private static String indexed(Typed person, String command, String index) {
    Answer answer = run(person, command, index);
    assertEquals(0, answer.code(), answer.err());
    return answer.out().lines().findFirst().orElseThrow();
  }

  @Test
  void the_corpus_is_indexed_and_asked_as_in_a_folder() throws IOException {
    copy(Path.of("corpus"), folder.resolve("corpus"));
    Typed person = new Typed(folder);
    String index = address("corpus");
    String added = indexed(person, "index corpus", "index");
    assertEquals(added, indexed(person, "index corpus", index));
    assertEquals("0 added, 110 unchanged", first(indexed(person, "index", index), 2));
    for (String command :
        List.of(
            "search 开源许可证",
            "search 开源许可证 --format json --explain",
            "search lisense",
            "search copyleft --tag law --format vimgrep",
            "search 没有这样的词",
            "search licence --sort path --format paths --limit 100",
            "search 著佐权 --twins fold",
            "similar corpus/zh/forks.md",
            "show corpus/zh/forks.md 许可证",
            "show corpus/en/forks.md --format json",
            "show forks.md",
            "analyze 开源许可证")) {
      assertEquals(run(person, command, "index"), run(person, command, index), command);
    }
    String stats = "stats --format json";
    assertEquals(
        withoutPlace(run(person, stats, "index").out()),
        withoutPlace(run(person, stats, index).out()));
    String session = "许可证\n1\nmore\nfork\n:nothing\n";
    person.input(session);
    Answer expected = run(person, "shell", "index");
    person.input(session);
    assertEquals(expected, run(person, "shell", index));
    person
        .file("asked/queries.tsv", "1\t许可证\n2\thow forks come about\n")
        .file("asked/qrels.txt", "1 0 license-families 1\n2 0 forks 1\n");
    assertEquals(
        withoutTimes(run(person, "eval asked", "index").out()),
        withoutTimes(run(person, "eval asked", index).out()));
  }

  private static String first(String list, int number) {
    return String.join(", ", List.of(list.split(", ")).subList(0, number));
  }

  private static String withoutPlace(String json) {
    return json.replaceAll("\"index\":\"[^\"]*\"", "").replaceAll("\"indexBytes\":[0-9]+", "");
  }

  private static String withoutTimes(String table) {
    return table.replaceAll("ms per query .*", "");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
  }

  @Test
  void what_changes_in_a_folder_changes_in_the_cluster() throws IOException {
    String index = address("changes");
    Typed person =
        new Typed(folder)
            .file("notes/tea.md", "# 工夫茶\n\n用小壶泡乌龙茶。\n")
            .file("notes/water.md", "# 水温\n\n泡绿茶的水烧到八十度。\n")
            .file("notes/broken.pdf", "no pdf")
            .file("words.txt", "苹果酒\n");
    assertEquals(
        "would be done: 2 added, 1 skipped", lastOf(run(person, "index notes --dry-run", index)));
    assertEquals(404, cluster.send("GET", "/changes", new byte[0]).statusCode());
    assertEquals(0, run(person, "index notes --words words.txt", index).code());
    assertTrue(run(person, "analyze 苹果酒", index).out().contains("苹果酒"));
    Files.delete(folder.resolve("notes/water.md"));
    person
        .file("notes/tea.md", "# 工夫茶\n\n用紫砂壶泡普洱茶。\n")
        .file("notes/cider.txt", "今年的苹果酒很酸。\n")
        .file("notes/run.log", "紫砂壶\n");
    assertEquals(
        "1 added, 1 updated, 1 removed, 1 skipped, 1 of other kinds passed over",
        run(person, "index", index).out().lines().skip(1).findFirst().orElseThrow());
    assertEquals("notes/tea.md\n", run(person, "search 紫砂壶 --format paths", index).out());
    assertEquals("", run(person, "search 八十度 --format paths", index).out());
    assertEquals("notes/cider.txt\n", run(person, "search 苹果酒 --format paths", index).out());
    assertEquals(0, run(person, "index --include *.log", index).code());
    assertEquals(
        "notes/run.log\nnotes/tea.md\n",
        run(person, "search 紫砂壶 --format paths --sort path", index).out());
    Answer words = run(person, "index --no-words", index);
    assertEquals(2, words.code());
    assertTrue(words.err().contains(" were chosen when it was created; "), words.err());
    assertEquals(0, run(person, "index --rebuild --no-words", index).code());
    assertEquals(
        "notes/run.log\nnotes/tea.md\n",
        run(person, "search 紫砂壶 --format paths --sort path", index).out());
    assertEquals(0, run(person, "index --rebuild --shards 3 --replicas 2", index).code());
    String settings = cluster.require("GET", "/changes/_settings", "");
    assertTrue(settings.contains("\"number_of_shards\":\"3\""), settings);
    assertTrue(settings.contains("\"number_of_replicas\":\"2\""), settings);
  }

  @Test
  void vectors_go_along_and_the_index_remembers_it() throws IOException {
    String index = address("meaning");
    Typed person =
        new Typed(folder)
            .file("notes/printer.md", "# 打印机卡纸\n\n先关电源，再把纸慢慢抽出来。\n")
            .file("notes/money.md", "# Business models\n\nCompanies sell support.\n")
            .file("notes/ru.md", "# Принтер\n\nСначала выключите питание принтера.\n");
    for (String place : List.of("index", index)) {
      assertEquals("3 added", indexed(person, "index notes", place));
    }
    assertEquals(
        "0 added, 2 updated, 1 unchanged", indexed(person, "index --meaning passages", index));
    assertEquals("0 added, 3 unchanged", indexed(person, "index --meaning passages", "index"));
    assertAlike(person, index);
    assertEquals("0 added, 3 unchanged", indexed(person, "index", index));
    person.file("notes/jam.md", "# Paper jam\n\nPull the sheet out slowly.\n");
    for (String place : List.of("index", index)) {
      assertEquals("1 added, 3 unchanged", indexed(person, "index", place));
    }
    assertAlike(person, index);
    assertEquals("4 added", indexed(person, "index --rebuild --shards 2", index));
    assertEquals(
        coverage(run(person, "stats --format json", "index")),
        coverage(run(person, "stats --format json", index)));
    assertEquals("0 added, 3 updated, 1 unchanged", indexed(person, "index --meaning off", index));
    Answer off = run(person, "search 纸夹在机器里怎么办 --meaning only", index);
    assertTrue((off.out() + off.err()).contains("The index has no vectors"), off.toString());
    assertEquals("0 added, 4 unchanged", indexed(person, "index", index));
  }

  private static String coverage(Answer statistics) {
    String json = statistics.out();
    return json.substring(json.indexOf("\"meaning\""));
  }

  private static void assertAlike(Typed person, String index) {
    for (String command :
        List.of(
            "search 纸夹在机器里怎么办",
            "search how does one earn an income from giving programs away --explain",
            "search income --meaning only --format json",
            "search income --meaning only --lang zh",
            "similar notes/printer.md")) {
      assertEquals(run(person, command, "index"), run(person, command, index), command);
    }
    String stats = "stats --format json";
    assertEquals(
        withoutPlace(run(person, stats, "index").out()),
        withoutPlace(run(person, stats, index).out()));
  }

  private static String lastOf(Answer answer) {
    return answer.out().lines().reduce((first, second) -> second).orElseThrow();
  }

  @Test
  void two_people_fill_one_index_and_neither_disturbs_the_other() throws Exception {
    String index = address("people");
    Path anns = Files.createDirectories(folder.resolve("ann"));
    Path bobs = Files.createDirectories(folder.resolve("bob"));
    Typed ann = new Typed(anns).file("notes/tea.md", "# 安的茶\n");
    Typed bob = new Typed(bobs).file("notes/tea.md", "# 鲍的茶\n").file("mine/a.md", "# 鲍的笔记\n");
    assertEquals("1 added", indexed(ann, "index notes", index));
    String taken = asBob(bobs, 2, "index", "notes", "--index", index);
    assertTrue(taken.contains("kaiyuan: the name notes is taken: the index holds it of "), taken);
    assertTrue(asBob(bobs, 0, "index", "mine", "--index", index).startsWith("1 added\n"));
    assertEquals("0 added, 1 unchanged", indexed(ann, "index", index));
    Files.delete(bobs.resolve("mine/a.md"));
    bob.file("mine/b.md", "# 鲍的新笔记\n");
    assertTrue(asBob(bobs, 0, "index", "--index", index).startsWith("1 added, 1 removed\n"));
    assertEquals(
        "mine/b.md\nnotes/tea.md\n",
        run(ann, "search 安 OR 鲍 --format paths --sort path", index).out());
    String shared = asBob(bobs, 2, "index", "--rebuild", "--shards", "2", "--index", index);
    assertTrue(shared.contains(" cannot be rebuilt: "), shared);
    assertTrue(
        asBob(bobs, 0, "index", "notes", "--take-over", "--index", index)
            .startsWith("0 added, 1 updated\n"));
    assertEquals("", run(ann, "search 安 --format paths", index).out());
    Answer gone = run(ann, "index", index);
    assertEquals(2, gone.code());
    assertTrue(gone.err().contains(" holds nothing from this machine; "), gone.err());
  }

  private static String asBob(Path folder, int code, String... words) throws Exception {
    Process process = process(folder, "-Duser.name=bob", words);
    String said = said(process);
    assertEquals(code, process.waitFor(), said);
    return said;
  }

  private static String said(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), UTF_8);
  }

  private static Process process(Path folder, String property, String... words) throws IOException {
    List<String> command = ProgramProcess.command();
    command.add(1, property);
    command.addAll(List.of(words));
    return new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
  }

  @Test
  void a_run_that_was_killed_is_gone_on_with() throws Exception {
    String index = address("killed");
    Typed person = new Typed(folder);
    for (int i = 0; i < FILES; i++) {
      person.file("notes/" + i + ".txt", "第" + i + "篇笔记，说的是编号" + (100_000 + i) + "。\n");
    }
    Process killed = process(folder, "-Dkilled=true", "index", "notes", "--index", index);
    int before = 0;
    while (killed.isAlive() && before == 0) {
      before = count("killed");
    }
    String ended = killed.isAlive() ? "" : said(killed);
    killed.destroyForcibly().waitFor();
    Answer again = run(person, "index", index);
    assertEquals(0, again.code(), again.err());
    assertEquals(FILES, count("killed"));
    assertTrue(before > 0 && before < FILES, before + " files were written; " + ended);
    assertEquals("0 added, 6,000 unchanged", indexed(person, "index notes", index));
    assertEquals("notes/2499.txt\n", run(person, "search 102499 --format paths", index).out());
  }

  /** Returns the number of files that have been written, also of those not yet to be searched. */
  private static int count(String index) throws IOException {
    cluster.send("POST", "/" + index + "/_refresh", new byte[0]);
    String said =
        new String(cluster.send("GET", "/" + index + "/_count", new byte[0]).body(), UTF_8);
    return said.startsWith("{\"count\":") ? Integer.parseInt(said.split("[:,]")[1]) : 0;
  }
}
