package dev.kaiyuan.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kaiyuan.index.DirectoryIndexer;
import dev.kaiyuan.index.IndexingOptions;
import dev.kaiyuan.index.IndexingProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same files give the same answers, however the index came to hold them. */
class SameAnswersTest {
  private static final List<String> WORDS =
      List.of("开源", "许可证", "社区", "代码", "copyleft", "licence", "kernel", "compiler", "自由软件");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void an_index_refreshed_many_times_answers_as_one_made_anew(long seed) throws IOException {
    Random random = new Random(seed);
    Path docs = Files.createDirectories(folder.toRealPath().resolve("docs"));
    Path refreshed = folder.resolve("refreshed");
    for (int run = 0; run < 12; run++) {
      for (int change = 0; change < 4; change++) {
        Path file = docs.resolve("note" + random.nextInt(16) + ".md");
        if (random.nextInt(4) == 0) {
          Files.deleteIfExists(file);
        } else {
          Files.writeString(file, text(random, run));
        }
      }
      Files.writeString(docs.resolve("note.md"), "# 开源\n\n许可证");
      index(docs, refreshed);
    }
    Path anew = folder.resolve("anew");
    index(docs, anew);
    assertEquals(answers(anew), answers(refreshed));
  }

  private static String text(Random random, int run) {
    StringBuilder text = new StringBuilder("# " + WORDS.get(random.nextInt(WORDS.size())) + "\n\n");
    // Two notes may well say the same, and then stand in the order of their paths.
    for (int word = 0; word < 2 + random.nextInt(6); word++) {
      text.append(WORDS.get(random.nextInt(WORDS.size()))).append("，");
    }
    return text + "x".repeat(run + 1);
  }

  private static void index(Path docs, Path index) throws IOException {
    new DirectoryIndexer(index, IndexingOptions.REFRESH)
        .index(List.of(docs), IndexingProgress.NONE);
  }

  private static List<String> answers(Path index) throws IOException {
    List<String> answers = new ArrayList<>();
    try (ArticleSearcher searcher = ArticleSearcher.open(index)) {
      for (String query :
          List.of("开源", "许可证 社区", "copyleft licence", "自由软件的代码", "kernel compiler", "lang:zh")) {
        for (Hit hit : searcher.search(SearchRequest.builder(query).limit(50).build()).hits()) {
          answers.add(String.format(Locale.ROOT, "%s %s %.4f", query, hit.path(), hit.score()));
        }
      }
    }
    return answers;
  }
}
