package dev.kaiyuan.meaning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.document.Language;
import dev.kaiyuan.document.Section;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts that mean the same are nearer to each other than others. */
class EmbedderTest {
  private static final Path CACHE = Path.of("target", "models");
  private static final Embedder EMBEDDER = embedder(CACHE);

  private static Embedder embedder(Path cache) {
    return new Embedder(EmbedderTest.class.getClassLoader(), cache);
  }

  private static float nearness(Language language, String query, String text) throws IOException {
    ArticleVectors vectors = new ArticleVectors();
    vectors.read(EMBEDDER.article(language, text, "", List.of(), Depth.LEADS));
    ArticleVectors.Nearest nearest = vectors.nearest(EMBEDDER.query(language, query));
    return nearest == null ? Float.NaN : nearest.cosine();
  }

  @ParameterizedTest
  @CsvSource({
    "CHINESE, 怎么靠开源赚钱, 自由软件公司的收入从哪里来, 打印机卡纸怎么办",
    "CHINESE, 电脑开不了机, 计算机无法启动, 今天的天气很好",
    "ENGLISH, the printer is jammed, paper got stuck in the device, the weather is fine",
    "ENGLISH, how to earn money, ways of making an income, a history of the printing press"
  })
  void what_means_the_same_is_nearer(Language language, String query, String same, String other)
      throws IOException {
    assertTrue(nearness(language, query, same) > nearness(language, query, other) + 0.1);
  }

  @Test
  void a_text_is_nearest_to_itself() throws IOException {
    assertEquals(1, nearness(Language.CHINESE, "卡纸", "卡纸\n"), 0.01);
  }

  @Test
  void the_nearest_passage_is_named_by_its_place() throws IOException {
    String filler = "今天的天气很好，我们去公园散步，看花看鸟，还吃了冰淇淋。".repeat(10);
    String text = "出游\n" + filler + "\n打印\n打印机卡纸的时候，先关电源。\n";
    int start = text.indexOf("打印\n");
    List<Section> sections =
        List.of(new Section(1, "出游", 0, start), new Section(1, "打印", start, text.length()));
    ArticleVectors vectors = new ArticleVectors();
    vectors.read(EMBEDDER.article(Language.CHINESE, "杂记", text, sections, Depth.PASSAGES));
    assertEquals(Depth.PASSAGES, vectors.depth());
    assertEquals(2, vectors.count());
    ArticleVectors.Nearest nearest = vectors.nearest(EMBEDDER.query(Language.CHINESE, "纸夹在机器里出不来"));
    assertEquals(start, nearest.start());
    assertEquals(text.length(), nearest.end());
  }

  @Test
  void within_a_passage_the_nearest_sentences_are_named() throws IOException {
    String text =
        "今天的天气很好，我们去公园散步，看花看鸟，还在湖边的小店里吃了冰淇淋。孩子们在草地上放风筝，老人们坐在树下下棋，一直到太阳落山才回家。"
            + "打印机卡纸的时候，先关掉电源，等它冷却，再打开后盖，顺着出纸的方向把纸慢慢抽出来，不要用力拉扯，最后检查滚轮上有没有碎纸。"
            + "晚饭吃了面条和青菜，大家都说味道很好，饭后又喝了一壶茶，聊到很晚才各自回房间睡觉，第二天早上谁也没有起来。";
    ArticleVectors vectors = new ArticleVectors();
    vectors.read(EMBEDDER.article(Language.CHINESE, "日记", text, List.of(), Depth.PASSAGES));
    assertEquals(1, vectors.count());
    TextVector query = EMBEDDER.query(Language.CHINESE, "纸夹在机器里出不来");
    ArticleVectors.Nearest nearest = vectors.nearest(query);
    assertEquals("打印机", text.substring(nearest.start(), nearest.start() + 3));
    vectors.read(EMBEDDER.article(Language.CHINESE, "日记", text, List.of(), Depth.PASSAGES));
    assertTrue(nearest.cosine() > vectors.nearestPassage(query).cosine());
  }

  @Test
  void signs_alone_give_about_the_same_cosine() throws IOException {
    List<String> texts = List.of("打印机卡纸怎么办", "纸夹在机器里出不来", "今天的天气很好", "自由软件公司的收入", "early train");
    for (String one : texts) {
      SignSums sums = new SignSums(EMBEDDER.query(Language.CHINESE, one));
      for (String other : texts) {
        TextVector vector = EMBEDDER.query(Language.CHINESE, other);
        float cosine =
            EMBEDDER.query(Language.CHINESE, one).cosine(vector.values(), vector.scale());
        float about = sums.cosine(SignSums.signs(vector));
        assertEquals(one.equals(other) ? 1 : cosine, about, 0.2, one + " / " + other);
      }
    }
  }

  @Test
  void vectors_of_two_models_are_never_compared() throws IOException {
    assertNotEquals(EMBEDDER.version(Language.CHINESE), EMBEDDER.version(Language.ENGLISH));
    ArticleVectors vectors = new ArticleVectors();
    vectors.read(EMBEDDER.article(Language.CHINESE, "卡纸", "", List.of(), Depth.LEADS));
    assertNull(vectors.nearest(EMBEDDER.query(Language.ENGLISH, "卡纸")));
  }

  @ParameterizedTest
  @CsvSource({"''", "'   '", "'!!! ??? …… 。。。'", "'👍👨‍👩‍👧'", "'\uFFFD\u0000'"})
  void what_has_no_words_has_a_vector_too(String text) throws IOException {
    for (Language language : List.of(Language.CHINESE, Language.ENGLISH)) {
      assertTrue(Math.abs(nearness(language, "开源 open source", text)) <= 1.01);
    }
  }

  @Test
  void a_very_long_query_is_cut() throws IOException {
    String beginning = "how do I earn money with open source ".repeat(30);
    TextVector cut = EMBEDDER.query(Language.ENGLISH, beginning);
    assertEquals(
        Arrays.toString(cut.values()),
        Arrays.toString(EMBEDDER.query(Language.ENGLISH, beginning + "x".repeat(10_000)).values()));
  }

  @Test
  void without_the_models_the_missing_one_is_named(@TempDir Path cache) {
    Embedder without = new Embedder(ClassLoader.getPlatformClassLoader(), cache);
    ModelException e =
        assertThrows(ModelException.class, () -> without.query(Language.CHINESE, "卡纸"));
    assertEquals(ModelException.Problem.MISSING, e.problem());
    assertEquals("bge-small-zh-v1.5-q.onnx", e.getMessage());
  }

  @Test
  void a_damaged_model_is_told(@TempDir Path cache) throws IOException {
    ClassLoader damaged =
        new ClassLoader(EmbedderTest.class.getClassLoader()) {
          @Override
          public URL getResource(String name) {
            try {
              return name.endsWith(".onnx")
                  ? Files.writeString(cache.resolve(name), "no model").toUri().toURL()
                  : super.getResource(name);
            } catch (IOException e) {
              throw new java.io.UncheckedIOException(e);
            }
          }
        };
    Embedder embedder = new Embedder(damaged, cache);
    ModelException e =
        assertThrows(ModelException.class, () -> embedder.query(Language.CHINESE, "卡纸"));
    assertEquals(ModelException.Problem.DAMAGED, e.problem());
  }

  @ParameterizedTest
  @CsvSource({".ort, 1000000", "vocabulary, 100000"})
  void a_file_that_was_damaged_in_the_cache_is_made_anew(
      String name, long left, @TempDir Path cache) throws IOException {
    TextVector before = embedder(cache).query(Language.ENGLISH, "jam");
    Path damaged;
    try (Stream<Path> files = Files.walk(cache)) {
      damaged = files.filter(file -> file.toString().endsWith(name)).findFirst().orElseThrow();
    }
    byte[] cut = Arrays.copyOf(Files.readAllBytes(damaged), (int) left);
    Files.write(damaged, cut);
    assertArrayEquals(before.values(), embedder(cache).query(Language.ENGLISH, "jam").values());
    assertTrue(Files.size(damaged) > left);
  }

  @Test
  void where_nothing_can_be_unpacked_that_is_told(@TempDir Path folder) throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    ModelException e =
        assertThrows(ModelException.class, () -> embedder(file).query(Language.ENGLISH, "jam"));
    assertEquals(ModelException.Problem.NOT_UNPACKED, e.problem());
  }
}
