package dev.kaiyuan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.cli.Typed.Answer;
import dev.kaiyuan.cli.context.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Measures a collection of four articles: one question misses, one is about its own article. */
class EvalCommandTest {
  private static final String SECOND_OF_TWO = "0.6309"; // 1 / log2(3)

  @TempDir Path folder;
  private Typed person;

  @BeforeEach
  void aCollection() {
    person =
        new Typed(folder)
            .file("tea/docs/gongfu.md", "# 工夫茶\n\n用小壶泡乌龙茶，头一泡倒掉。\n")
            .file("tea/docs/water.md", "# 水温\n\n泡绿茶的水烧到八十度，乌龙茶要用开水。\n")
            .file(
                "tea/docs/pour-over.md", "# Pour over\n\nGrind the beans, pour water in circles.\n")
            .file("tea/docs/grinder.txt", "Which grinder? One with burrs grinds beans evenly.\n")
            .file(
                "tea/queries.tsv",
                "q1\t绿茶水温\nq2\tgrind beans burrs\nq3\t工夫茶\nq4\t手机\nq5\tnobody judged this\n")
            .file(
                "tea/qrels.txt",
                """
                q1 0 water 1
                q2 0 pour-over 1
                q3 0 water 1
                q4 0 gongfu 1
                """)
            .file("tea/exclude.tsv", "q3\tgongfu\n");
  }

  /** q1 and q3 find their answer first, q3 since gongfu is left out; q2 second; q4 never. */
  private static String table() {
    double ndcg = (1 + Double.parseDouble(SECOND_OF_TWO) + 1 + 0) / 4;
    return """
      nDCG@10       %.4f
      MRR@10        0.6250
      R@100         0.7500
      queries       4
      ms per query  N
    """
        .formatted(ndcg);
  }

  private static String withoutTimes(String table) {
    return table.replaceAll("(query +)[0-9.]+", "$1N");
  }

  @Test
  void indexes_the_documents_in_the_collection_and_leaves_nothing_behind() {
    Answer answer = person.run("eval", "tea");
    assertEquals(table(), withoutTimes(answer.out()));
    assertEquals("kaiyuan: indexing DIR/tea/docs in a temporary folder\n", answer.err());
    assertFalse(Files.exists(folder.resolve("index")));
  }

  @Test
  void deletes_a_temporary_folder_with_all_that_is_in_it() throws IOException {
    TemporaryFolder temporary = new TemporaryFolder();
    Files.writeString(Files.createDirectory(temporary.path().resolve("index")).resolve("a"), "茶");
    temporary.close();
    assertFalse(Files.exists(temporary.path()));
  }

  @Test
  void takes_documents_or_an_index_that_collections_share() throws IOException {
    Files.move(folder.resolve("tea/docs"), folder.resolve("shared"));
    assertEquals(table(), withoutTimes(person.run("eval", "tea", "--docs", "shared").out()));
    person.run("index", "shared", "--index", "shared.index");
    assertEquals(
        new Answer(0, table(), ""),
        withoutTimes(person.run("eval", "tea", "--index", "shared.index")));
  }

  private static Answer withoutTimes(Answer answer) {
    return new Answer(answer.code(), withoutTimes(answer.out()), answer.err());
  }

  @Test
  void writes_json_and_a_run_for_trec_eval() throws IOException {
    String json =
        person
            .run("eval", "tea", "--format", "json", "--run", "run.txt", "--translate", "off")
            .out();
    assertTrue(json.startsWith("{\"queries\":4,\"ndcg10\":0.65"), json);
    List<String> run = Files.readAllLines(folder.resolve("run.txt"));
    assertTrue(run.getFirst().matches("q1 Q0 water 1 [0-9.]+ kaiyuan"), run.getFirst());
    assertFalse(String.join("\n", run).contains("q3 Q0 gongfu"), run::toString);
  }

  @Test
  void says_where_documents_are_looked_for() throws IOException {
    Files.move(folder.resolve("tea/docs"), folder.resolve("shared"));
    assertEquals(
        "kaiyuan: there is no folder DIR/tea/docs; name the documents with --docs DIR,"
            + " or an index of them with --index DIR\n",
        person.run("eval", "tea").err());
    assertEquals(2, person.run("eval", "tea", "--docs", "shared", "--index", "x").code());
    assertEquals(
        "kaiyuan: DIR/tea/qrels.txt:2: 4 columns are needed\n",
        person.file("tea/qrels.txt", "q1 0 water 1\nq2 water\n").run("eval", "tea").err());
  }

  @Test
  void misses_the_folder_of_the_run_before_it_indexes() {
    assertEquals(
        new Answer(2, "", "kaiyuan: --run: there is no folder for the file DIR/nosuch/run.txt\n"),
        person.run("eval", "tea", "--run", "nosuch/run.txt"));
  }
}
