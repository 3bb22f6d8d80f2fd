package dev.kaiyuan.analysis.segmenter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserDictionaryTest {
  @TempDir private Path folder;

  @Test
  void readsAWordALineWithWeightsAndComments() throws IOException {
    UserDictionary words = read("\uFEFF# 本站用词\r\n大模型\n\n  云原生\t50000  # 常见\n微服务 1\n大模型\n");
    assertEquals(read("云原生 50000\n微服务 1\n大模型").fingerprint(), words.fingerprint());
  }

  @Test
  void namesTheLineThatItCannotRead() {
    IOException error = assertThrows(IOException.class, () -> read("大模型\n云原生 常用\n"));
    assertEquals(
        folder.resolve("words.txt")
            + ":2: \"常用\" is no weight: write a word alone, or a word and a number from 1 to"
            + " 2159997",
        error.getMessage());
    assertThrows(IOException.class, () -> read("大模型 0"));
    assertThrows(IOException.class, () -> read("大模型 99999999999"));
    assertThrows(IOException.class, () -> read("大模型 -5"));
  }

  @Test
  void readsOnlyUtf8() throws IOException {
    Path file = folder.resolve("gbk.txt");
    Files.write(file, "大模型".getBytes(Charset.forName("GBK")));
    IOException error = assertThrows(IOException.class, () -> UserDictionary.read(file));
    assertEquals(file + " is not UTF-8: save it in that encoding", error.getMessage());
  }

  @Test
  void tellsDictionariesApartByTheirWordsAndWeights() throws IOException {
    String fingerprint = read("大模型\n云原生 7").fingerprint();
    assertEquals(fingerprint, read("# 次序不同\n云原生 7\n大模型").fingerprint());
    assertEquals(fingerprint, read("大模型").and(read("云原生 7")).fingerprint());
    assertNotEquals(fingerprint, read("大模型\n云原生 8").fingerprint());
    assertNotEquals(fingerprint, read("大模型").fingerprint());
    assertNotEquals(fingerprint, read("大模\n型云原生 7").fingerprint());
  }

  @Test
  void joinsDictionariesTheSecondDecidingWeights() throws IOException {
    UserDictionary first = read("大模型 1\n云原生");
    UserDictionary second = read("大模型 2\n微服务");
    assertEquals(read("大模型 2\n云原生\n微服务").fingerprint(), first.and(second).fingerprint());
  }

  @Test
  void tellsTheShippedWordsFromNone() throws IOException {
    UserDictionary shipped = UserDictionary.shipped();
    assertNotEquals(UserDictionary.none().fingerprint(), shipped.fingerprint());
    assertNotEquals(shipped.fingerprint(), shipped.and(read("大模型 7")).fingerprint());
    assertEquals(
        read("大模型 7").and(shipped).fingerprint(), shipped.and(read("大模型 7")).fingerprint());
  }

  private UserDictionary read(String lines) throws IOException {
    return UserDictionary.read(Files.writeString(folder.resolve("words.txt"), lines));
  }
}
