package dev.kaiyuan.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.cli.ProgramProcess;
import dev.kaiyuan.cli.Typed;
import dev.kaiyuan.cli.Typed.Answer;
import dev.kaiyuan.document.Language;
import dev.kaiyuan.meaning.Embedder;
import dev.kaiyuan.search.ArticleSearcher;
import dev.kaiyuan.search.SearchRequest;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.store.AlreadyClosedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A command says of a cluster what it says of a folder's index that holds the same. */
class ClusterSearchTest {
  @TempDir Path folder;
  private Typed person;
  private FolderNode node;

  @BeforeEach
  void anIndex() throws IOException {
    person =
        new Typed(folder)
            .file("notes/许可证.md", "# 选择许可证\n\n先读条文。\n\n每份**开源许可证**都不同。\n")
            .file("notes/licence.md", "---\ntags: [law]\n---\n# Choosing a licence\n\nRead it.\n")
            .file("notes/mail.txt", "讨论列表里的人都读过许可证。\n");
    person.run("index", "notes");
    node =
        FolderNode.over(folder.resolve("index"))
            .holding(
                new Source(
                    Person.name(),
                    folder.toRealPath().toString(),
                    Map.of("schema", "8", "roots", "notes")));
  }

  @AfterEach
  void close() throws IOException {
    node.close();
  }

  private String address() {
    return "http://" + node.host() + "/articles";
  }

  private Answer ask(String command, String index) {
    List<String> words = new ArrayList<>(List.of(command.split(" ")));
    words.addAll(List.of("--index", index));
    return person.run(words.toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "search 许可证",
        "search 许可证 --format json",
        "search licence --format vimgrep",
        "search licence --lang zh --explain",
        "search 没有的词语",
        "search lisence --locale zh",
        "search read --format paths --sort path",
        "similar notes/许可证.md",
        "show notes/mail.txt",
        "show notes/许可证.md",
        "show notes/许可证.md --raw",
        "show notes/licenze.md",
        "analyze 开源许可证",
      })
  void what_is_asked_of_a_cluster_is_answered_alike(String command) {
    assertEquals(ask(command, "index"), ask(command, address()));
  }

  @Test
  void where_the_index_has_vectors_the_models_run_here() {
    assertEquals(0, person.run("index", "--meaning", "leads").code());
    for (String command :
        List.of(
            "search how_do_I_pick_the_terms --format json --explain",
            "search 怎么挑选授权的条款 --format json",
            "search 怎么挑选授权的条款 --meaning only --lang en",
            "search как_выбрать --meaning only",
            "similar notes/许可证.md --meaning only")) {
      String typed = command.replace('_', ' ');
      assertEquals(ask(typed, "index"), ask(typed, address()));
    }
    assertEquals(2, questions("search 怎么挑选授权的条款"));
    assertEquals(1, questions("search 怎么挑选授权的条款 --meaning off"));
    assertEquals(1, questions("search 怎么挑选授权的条款 --sort path"));
  }

  /** Returns how often a command asks the node. */
  private int questions(String command) {
    int before = node.requests().size();
    ask(command, address());
    return (int)
        node.requests().subList(before, node.requests().size()).stream()
            .filter(each -> each.endsWith("/search"))
            .count();
  }

  @Test
  void without_models_words_answer_and_nothing_is_sent() throws Exception {
    assertEquals(0, person.run("index", "--meaning", "leads").code());
    String found = withoutModels(0, "search", "许可证", "--format", "paths");
    assertTrue(found.startsWith("notes/"), found);
    assertEquals(
        1,
        withoutModels(0, "search", "许可证")
            .lines()
            .filter(line -> line.contains("can't be used here: only words were looked for"))
            .count());
    String refused = withoutModels(2, "index", "notes", "--meaning", "leads");
    assertEquals(1, refused.lines().count(), refused);
    assertTrue(refused.contains(Embedder.name(Language.CHINESE)), refused);
    assertFalse(node.requests().stream().anyMatch(each -> each.startsWith("PUT")));
    assertFalse(node.requests().stream().anyMatch(each -> each.contains("_bulk")));
  }

  /** Runs the program without the Chinese model, and returns all that it said. */
  private String withoutModels(int code, String... words) throws Exception {
    List<String> command = ProgramProcess.command();
    int classPath = command.indexOf("-cp") + 1;
    command.set(
        classPath,
        Stream.of(command.get(classPath).split(File.pathSeparator))
            .filter(jar -> !jar.contains("langchain4j-embeddings-bge"))
            .collect(Collectors.joining(File.pathSeparator)));
    command.addAll(List.of(words));
    command.addAll(List.of("--index", address()));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertEquals(code, process.waitFor(), said);
    return said;
  }

  @Test
  void statistics_name_the_cluster() {
    String expected = ask("stats --format json", "index").out();
    assertEquals(
        new Answer(
            0, expected.replace("\"index\":\"index\"", "\"index\":\"" + address() + '"'), ""),
        ask("stats --format json", address()));
  }

  @Test
  void a_session_asks_on() {
    person.input("许可证\nmore\nread --lang en\n");
    Answer expected = ask("shell", "index");
    person.input("许可证\nmore\nread --lang en\n");
    assertEquals(expected.out(), ask("shell", address()).out());
  }

  @Test
  void the_variable_names_it_too_and_the_next_node_answers_for_one_that_is_away() {
    person.with("KAIYUAN_INDEX", "http://127.0.0.1:1," + node.host() + "/articles");
    assertEquals(
        new Answer(0, "notes/许可证.md\n", ""),
        person.run("search", "开源", "--format", "paths", "--limit", "1"));
  }

  @Test
  void what_another_person_put_there_has_no_file_here() throws IOException {
    node.holding(
        new Source(
            "bob@tower", folder.toRealPath().toString(), Map.of("schema", "8", "roots", "notes")));
    assertEquals("notes/mail.txt\n", ask("search 讨论 --format paths", address()).out());
    Answer raw = ask("show notes/mail.txt --raw", address());
    assertEquals(2, raw.code());
    assertEquals(
        "kaiyuan: notes/mail.txt is not on this machine; the index has its text: kaiyuan"
            + " show notes/mail.txt\n",
        raw.err());
    assertEquals(0, ask("show notes/mail.txt", address()).code());
  }

  @Test
  void a_library_asks_by_the_same_type() throws IOException {
    try (ArticleSearcher here = ArticleSearcher.open(folder.resolve("index"));
        ArticleSearcher there = ArticleSearcher.open(URI.create(address()))) {
      SearchRequest request = SearchRequest.of("许可证");
      assertEquals(here.search(request).hits(), there.search(request).hits());
      assertEquals(here.folders(), there.folders());
      assertEquals(here.completions("lic", 3), there.completions("lic", 3));
      assertEquals(here.words().lines(), there.words().lines());
      there.close();
      assertThrows(AlreadyClosedException.class, () -> there.search(request));
    }
  }

  @Test
  void what_only_a_folder_can_do_is_said_in_one_line() {
    assertEquals(
        new Answer(
            2,
            "",
            "kaiyuan: --watch works only with an index in a folder; leave it out, or name a folder"
                + " with --index\n"),
        ask("index notes --watch", address()));
    assertEquals(
        "kaiyuan: --shards is only for an index in a cluster: --index"
            + " https://host:9200/name\n",
        person.run("index", "notes", "--shards", "2").err());
    assertFalse(node.requests().stream().anyMatch(each -> each.contains("_bulk")));
  }

  @Test
  void who_searches_a_folder_loads_none_of_it() throws IOException, InterruptedException {
    List<String> command = ProgramProcess.command();
    command.addAll(1 + command.indexOf("-Xlog:disable"), List.of("-Xlog:class+load"));
    command.addAll(List.of("search", "许可证"));
    Process process = new ProcessBuilder(command).directory(folder.toFile()).start();
    String loaded = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, process.waitFor());
    assertTrue(loaded.contains("dev.kaiyuan.search.FolderIndex"));
    for (String other : List.of("dev.kaiyuan.cluster.", "java.net.http.")) {
      assertFalse(loaded.contains(" " + other), other);
    }
  }
}
