package dev.kaiyuan.opensearch.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.cli.Typed;
import dev.kaiyuan.cli.Typed.Answer;
import dev.kaiyuan.cluster.wire.Endpoint;
import dev.kaiyuan.cluster.wire.Question;
import dev.kaiyuan.cluster.wire.Wire;
import dev.kaiyuan.index.DirectoryIndexer;
import dev.kaiyuan.index.IndexingOptions;
import dev.kaiyuan.index.IndexingProgress;
import dev.kaiyuan.search.SearchAnswer;
import dev.kaiyuan.search.SearchRequest;
import dev.kaiyuan.search.SearchResults;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A shard that does not answer holds up a question for a bounded time, whatever it was asked. */
class SlowShardIT {
  /** For what is to be answered; short, since a blocked copy costs half of it. */
  private static final Duration WAITS = Duration.ofSeconds(5);

  private static final Duration LONG = Duration.ofMinutes(2);

  /** Takes the steps of relevance feedback. */
  private static final String QUERY = "how do tired maintainers find sponsors and helpers";

  private static final String MISSPELLED = "maintaniers";

  @TempDir static Path folder;
  private static TestCluster cluster;

  @BeforeAll
  static void fill() throws Exception {
    Path notes = Files.createDirectories(folder.resolve("notes"));
    for (String name : List.of("maintainer-burnout", "sponsorship", "copyleft", "forks")) {
      Files.copy(Path.of("corpus/en/" + name + ".md"), notes.resolve(name + ".md"));
    }
    Files.writeString(notes.resolve("a.txt"), "Maintainers find sponsors.\n");
    Files.writeString(notes.resolve("b.txt"), "Helpers of maintainers are tired.\n");
    Files.writeString(notes.resolve("c.txt"), "维护者也会累。\n");
    Path index = folder.resolve("index");
    new DirectoryIndexer(index, IndexingOptions.REFRESH)
        .index(List.of(notes), IndexingProgress.NONE);
    cluster = TestCluster.start(folder.resolve("cluster"), 2);
    Copy.of(index, cluster, "copied", 2, 1);
    Copy.of(index, cluster, "single", 2, 0);
    Copy.of(index, cluster, "whole", 1, 0);
  }

  @AfterAll
  static void close() throws IOException {
    cluster.close();
  }

  @AfterEach
  void release() {
    BlockedShards.release();
  }

  private static HttpResponse<byte[]> ask(
      String index, Endpoint endpoint, Record question, Duration waits) throws IOException {
    return cluster.send("POST", endpoint.address(index, waits), Wire.write(question));
  }

  private static Question.Search search(String query) {
    return new Question.Search(SearchRequest.of(query), null, true, null, null);
  }

  private static SearchResults answered(String query, Duration waits) throws IOException {
    HttpResponse<byte[]> answer = ask("copied", Endpoint.SEARCH, search(query), waits);
    assertEquals(200, answer.statusCode(), () -> new String(answer.body(), UTF_8));
    return Wire.read(answer.body(), SearchAnswer.class).results();
  }

  /** Blocks one question after the other, until a search needs no more. */
  @ParameterizedTest
  @ValueSource(strings = {QUERY, MISSPELLED})
  void whatever_a_copy_does_not_answer_the_other_does(String query) throws IOException {
    SearchResults expected = answered(query, LONG);
    assertEquals(query.equals(QUERY), expected.hits().size() > 3);
    assertEquals(query.equals(MISSPELLED), expected.suggestion() != null);
    int number = 0;
    for (boolean all = false; !all; number++) {
      int blocked = number;
      BlockedShards.block(each -> each == blocked);
      SearchResults actual = answered(query, WAITS);
      all = BlockedShards.release() <= blocked;
      assertEquals(expected.hits(), actual.hits(), "with question " + blocked + " blocked");
      assertEquals(expected.suggestion(), actual.suggestion());
    }
    assertTrue(number > 6, number + " questions to shards");
  }

  @Test
  void one_node_that_hangs_costs_time_once() throws IOException {
    SearchResults expected = answered(QUERY, LONG);
    // The two first questions are those of the first step, whose copies are not asked again.
    BlockedShards.block(each -> each < 2);
    assertEquals(expected.hits(), answered(QUERY, WAITS).hits());
  }

  @Test
  void without_another_copy_it_is_told_which_shard_is_slow() throws IOException {
    for (Endpoint endpoint : Endpoint.values()) {
      Record question =
          switch (endpoint) {
            case SEARCH -> search(QUERY);
            case ARTICLE -> new Question.Article("notes/a.txt");
            case COMPLETIONS -> new Question.Completions("ma", 3);
            case MARKER -> new Question.Marker(QUERY, null);
            case FILES -> new Question.Files("", null, 10);
            default -> new Question.Plain();
          };
      BlockedShards.block(each -> true);
      HttpResponse<byte[]> answer = ask("single", endpoint, question, Duration.ofMillis(100));
      String text = new String(answer.body(), UTF_8);
      if (BlockedShards.release() > 0) {
        assertEquals(503, answer.statusCode(), endpoint + text);
        assertTrue(text.startsWith("{\"error\":{\"type\":\"kaiyuan_slow\""), endpoint + text);
        assertTrue(text.contains("\"detail\":\"0, 127.0.0.1:"), endpoint + text);
      } else {
        assertEquals(200, answer.statusCode(), endpoint + text);
      }
    }
  }

  @Test
  void a_request_that_limits_itself_is_told_its_own_limit() throws IOException {
    SearchRequest hasty = SearchRequest.builder(QUERY).timeLimit(Duration.ofMillis(80)).build();
    for (String index : List.of("single", "copied", "whole")) {
      BlockedShards.block(each -> true);
      HttpResponse<byte[]> answer =
          ask(index, Endpoint.SEARCH, new Question.Search(hasty, null, false, null, null), WAITS);
      BlockedShards.release();
      String text = new String(answer.body(), UTF_8);
      assertTrue(text.startsWith("{\"error\":{\"type\":\"kaiyuan_timeout\""), text);
      assertTrue(text.contains("\"detail\":\"80\""), text);
    }
  }

  @Test
  void a_person_gets_one_line() throws IOException {
    // The node gives up a tenth before that, which has to be enough for its line to arrive.
    Typed person = new Typed(folder).with("KAIYUAN_CLUSTER_TIMEOUT", "4");
    for (String asked :
        List.of(
            "single: search tea",
            "single: show notes/a.txt",
            "single: stats",
            "single: similar notes/a.txt",
            "single: index notes",
            "whole: search tea",
            "whole: index notes")) {
      String index = asked.substring(0, asked.indexOf(':'));
      String command = asked.substring(asked.indexOf(' ') + 1);
      String address = cluster.addresses().getFirst() + "/" + index;
      BlockedShards.block(each -> true);
      Answer answer = person.run((command + " --index " + address).split(" "));
      BlockedShards.release();
      assertEquals(2, answer.code(), asked);
      assertEquals("", answer.out(), asked);
      assertTrue(
          answer
              .err()
              .matches(
                  "kaiyuan: shard [01], 127\\.0\\.0\\.1:[0-9]+ of "
                      + address
                      + " did not answer in time; try again, check its nodes, or set"
                      + " KAIYUAN_CLUSTER_TIMEOUT to more seconds\n"),
          answer.err());
    }
  }
}
