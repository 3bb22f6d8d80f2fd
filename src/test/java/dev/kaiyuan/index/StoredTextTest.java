package dev.kaiyuan.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StoredTextTest {
  @Test
  void every_character_comes_back() {
    StringBuilder all = new StringBuilder();
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      all.append((char) c);
      assertEquals(String.valueOf((char) c), roundTrip(String.valueOf((char) c)));
    }
    all.append("𠮷👩‍💻🇨🇳").reverse();
    assertEquals(all.toString(), roundTrip(all.toString()));
    assertEquals("", roundTrip(""));
  }

  @Test
  void chinese_takes_two_thirds_of_utf8_and_nothing_of_the_corpus_takes_more() throws IOException {
    assertEquals(2 * 7, StoredText.encode("开源，许可证。").length);
    List<Path> files;
    try (Stream<Path> walk = Files.walk(Path.of("corpus"))) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    assertTrue(files.size() > 100);
    for (Path file : files) {
      String text = Files.readString(file);
      assertEquals(text, roundTrip(text));
      int utf8 = text.getBytes(StandardCharsets.UTF_8).length;
      assertTrue(StoredText.encode(text).length <= utf8, file.toString());
    }
  }

  private static String roundTrip(String text) {
    return StoredText.decode(StoredText.encode(text));
  }
}
