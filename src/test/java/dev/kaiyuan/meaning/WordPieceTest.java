package dev.kaiyuan.meaning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Texts become the tokens that the tokenizers of the models' publishers make of them.
 *
 * <p>{@code tokens.tsv.gz} was written by Hugging Face's tokenizers 0.2.0 from npm: sentences of
 * {@code corpus/}, questions, rare characters, random strings; each in JSON, with the ids of the
 * Chinese and of the English model. Left out are characters beyond the first plane that BERT takes
 * for Chinese, which that implementation alone does not cut apart, and the names of special tokens,
 * which are words like others here.
 */
class WordPieceTest {
  private static final ModelFiles FILES =
      new ModelFiles(
          new UnpackedFiles(WordPieceTest.class.getClassLoader(), Path.of("target", "models")));
  private static WordPiece chinese;
  private static WordPiece english;

  @BeforeAll
  static void readModels() throws ModelException {
    chinese = FILES.read(EmbeddingModel.CHINESE).tokens();
    english = FILES.read(EmbeddingModel.ENGLISH).tokens();
  }

  @Test
  void tokens_are_those_of_the_reference() throws IOException {
    List<String> wrong = new ArrayList<>();
    int texts = 0;
    try (InputStream in = WordPieceTest.class.getResourceAsStream("tokens.tsv.gz");
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    new GZIPInputStream(Objects.requireNonNull(in)), StandardCharsets.UTF_8))) {
      for (String line; (line = lines.readLine()) != null; texts++) {
        String[] columns = line.split("\t");
        String text = text(columns[0]);
        compare(columns[0], columns[1], chinese.encode(text, 1000), wrong);
        compare(columns[0], columns[2], english.encode(text, 1000), wrong);
      }
    }
    assertEquals(List.of(), wrong);
    assertEquals(2675, texts);
  }

  private static String text(String json) throws IOException {
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      parser.nextToken();
      return parser.getText();
    }
  }

  private static void compare(String text, String expected, long[] ids, List<String> wrong) {
    String found = String.join(" ", Arrays.stream(ids).mapToObj(Long::toString).toList());
    if (!found.equals(expected)) {
      wrong.add(text + ": " + found + " instead of " + expected);
    }
  }

  @Test
  void a_rare_han_character_is_a_word_of_its_own() {
    long unknown = 100;
    assertArrayEquals(new long[] {101, 1037, unknown, 1038, 102}, english.encode("a𠮷b", 10));
  }

  @Test
  void names_of_special_tokens_are_words_like_others() {
    assertArrayEquals(new long[] {101, 1031, 18856, 2015, 1033, 102}, english.encode("[CLS]", 10));
  }

  @Test
  void what_is_too_long_is_cut_off_before_the_last_token() {
    long[] whole = chinese.encode("开源软件的许可证", 1000);
    long[] cut = chinese.encode("开源软件的许可证", 5);
    assertArrayEquals(new long[] {101, whole[1], whole[2], whole[3], 102}, cut);
    assertEquals(128, chinese.encode("源".repeat(100_000), 128).length);
  }
}
