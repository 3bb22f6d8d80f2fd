package dev.kaiyuan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.document.Language;
import dev.kaiyuan.index.DirectoryIndexer;
import dev.kaiyuan.index.IndexingOptions;
import dev.kaiyuan.index.IndexingProgress;
import dev.kaiyuan.index.MeaningIndexer;
import dev.kaiyuan.index.MeaningProgress;
import dev.kaiyuan.meaning.Depth;
import dev.kaiyuan.meaning.Embedder;
import dev.kaiyuan.search.ArticleSearcher;
import dev.kaiyuan.search.SearchRequest;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where models can't be used, words answer, and one line says so. */
class WithoutModelsTest {
  @TempDir Path temp;
  private Path docs;
  private Path index;

  /** Stands first on the class path. */
  private Path damaged = Path.of("none");

  @BeforeEach
  void makeIndexWithVectors() throws IOException {
    docs = Files.createDirectory(temp.toRealPath().resolve("docs"));
    index = docs.resolveSibling("index");
    Files.writeString(docs.resolve("printer.md"), "# 打印机卡纸\n\n先关电源。\n");
    refresh();
    new MeaningIndexer(index, 1).index(Depth.LEADS, MeaningProgress.NONE);
  }

  private void refresh() throws IOException {
    new DirectoryIndexer(index, IndexingOptions.REFRESH)
        .index(List.of(docs), IndexingProgress.NONE);
  }

  private record Answer(int code, String out, String err) {}

  /** Runs the program without the jars of a name, and with a cache of its own. */
  private Answer run(String without, String... arguments) throws Exception {
    List<String> command = ProgramProcess.command();
    int classPath = command.indexOf("-cp") + 1;
    command.set(
        classPath,
        Stream.concat(
                Stream.of(damaged.toString()),
                Stream.of(command.get(classPath).split(File.pathSeparator)))
            .filter(jar -> without.isEmpty() || !jar.contains(without))
            .collect(Collectors.joining(File.pathSeparator)));
    command.addAll(List.of(arguments));
    command.addAll(List.of("--index", index.toString()));
    Path out = temp.resolve("out");
    Path err = temp.resolve("err");
    ProcessBuilder builder = new ProcessBuilder(command).directory(temp.toFile());
    builder.environment().put("XDG_CACHE_HOME", temp.resolve("cache").toString());
    builder.environment().put("LC_ALL", "C.UTF-8");
    int code = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start().waitFor();
    return new Answer(code, Files.readString(out), Files.readString(err));
  }

  private static final String NOTICE =
      "The model that the index was embedded with can't be used here: only words were looked for.";

  private void assertFoundByWords(Answer answer) {
    assertEquals(0, answer.code(), answer::toString);
    assertTrue(answer.out().contains("打印机卡纸"), answer::toString);
    String all = answer.out() + answer.err();
    assertEquals(1, all.lines().filter(line -> line.contains(NOTICE)).count(), all);
    assertTrue(!all.contains("Exception"), all);
  }

  @ParameterizedTest
  @ValueSource(strings = {"langchain4j-embeddings-bge", "onnxruntime"})
  void a_search_without_what_models_need_answers_by_words(String missing) throws Exception {
    assertFoundByWords(run(missing, "search", "打印机"));
  }

  @Test
  void a_model_that_was_damaged_in_the_cache_is_made_anew() throws Exception {
    assertEquals(0, run("", "search", "打印机").code());
    Path model;
    try (Stream<Path> files = Files.walk(temp.resolve("cache"))) {
      model = files.filter(each -> each.toString().endsWith(".ort")).findFirst().orElseThrow();
    }
    Files.writeString(model, "no model");
    Answer answer = run("", "search", "打印机");
    assertEquals(0, answer.code(), answer::toString);
    assertTrue(!(answer.out() + answer.err()).contains(NOTICE), answer::toString);
    assertTrue(Files.size(model) > 1_000_000, answer::toString);
  }

  @Test
  void a_search_with_a_damaged_model_answers_by_words() throws Exception {
    damaged = Files.createDirectory(temp.resolve("damaged"));
    Path model = damaged.resolve(Embedder.name(Language.CHINESE) + ".onnx");
    Files.writeString(model, "no model");
    assertFoundByWords(run("", "search", "打印机"));
    Files.writeString(docs.resolve("lunch.md"), "# 午饭\n\n今天吃面条。\n");
    Answer indexing = run("", "index", docs.toString());
    assertEquals(2, indexing.code(), indexing::toString);
    assertEquals(1, indexing.err().lines().count(), indexing::toString);
    assertTrue(indexing.err().contains(model.toString()), indexing::toString);
    try (ArticleSearcher searcher = ArticleSearcher.open(index)) {
      assertEquals(1, searcher.search(SearchRequest.of("面条")).total());
    }
  }
}
