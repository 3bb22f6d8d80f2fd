package dev.kaiyuan.analysis.segmenter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every token is the one that Lucene's own SmartCN makes. */
class SmartcnTokenizerTest {
  private final Tokenizer lucenes = new HMMChineseTokenizer();
  private final Tokenizer ours = new SmartcnTokenizer();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\n\n",
        "我们支持开源",
        "我们支持开源。",
        "“开源”软件的许可证，用户有自由运行、拷贝、分发、学习和改进的权利。",
        "操作系统的内核由 Linus Torvalds 于1991年发布，版本号是 0.01！后来呢？后来它改用GPLv2。",
        "他说：“自由软件关乎自由，与价格无关。” 她问：‘为什么？’",
        "结婚的和尚未结婚的都在研究生命起源",
        "南京市长江大桥欢迎乘客从马上下来",
        "ＧＮＵ／Ｌｉｎｕｘ　２０２４年　ＡＢＣabc１２３456",
        "標 準 化 摘　要\t目\r\n录 开\n源",
        "café naïve Привет こんにちは カタカナ 한국어 ｱｲｳ",
        "𠮷野家𪚥龍\uD842叱\uDFB7末\uD800",
        "版权©2024—2025〇年…〈甲〉《乙》【丙】★☆→←①②½％‰℃",
        "今天 3.14 和 1,024 还有 50% 的 C++、C#、.NET、foo@example.com。",
        "啊啊啊啊啊啊啊啊啊啊啊！！！？？？。。。",
        "囍龘靐齉爨癵驫麤",
        "始##始未##串未##数末##末",
        "鿿㐀䶵﨎豈"
      })
  void cutsSentencesAsSmartcnDoes(String text) throws IOException {
    assertSameTokens(text, text);
  }

  @Test
  void cutsArticlesAsSmartcnDoes() throws IOException {
    assertSameTokensInFolder(Path.of("corpus"));
  }

  /** Run with: mvn test -Dtest=SmartcnTokenizerTest -Dkaiyuan.compare=FOLDER */
  @Test
  void cutsEveryFileOfAFolderAsSmartcnDoes() throws IOException {
    String folder = System.getProperty("kaiyuan.compare");
    assumeTrue(folder != null, "no folder was given to compare");
    assertSameTokensInFolder(Path.of(folder));
  }

  @Test
  void cutsAnyMixtureOfCharactersAsSmartcnDoes() throws IOException {
    var random = new Random(5);
    for (int i = 0; i < 2_000; i++) {
      String text = mixture(random, 1 + random.nextInt(i % 100 == 0 ? 4_000 : 60));
      assertSameTokens("random text " + i, text);
    }
  }

  @Test
  void cutsWordsBesideEachOtherAtRandomAsSmartcnDoes() throws IOException {
    String prose =
        Files.readString(Path.of("corpus/zh/what-is-open-source.md"))
            + Files.readString(Path.of("corpus/zh/open-source-in-china.md"));
    var random = new Random(6);
    for (int i = 0; i < 1_000; i++) {
      var text = new StringBuilder();
      for (int pieces = random.nextInt(40); pieces > 0; pieces--) {
        int start = random.nextInt(prose.length() - 8);
        text.append(prose, start, start + 1 + random.nextInt(7));
      }
      assertSameTokens("random text " + i, text.toString());
    }
  }

  @Test
  void cutsLongTextsWithoutLineBreaksAsSmartcnDoes() throws IOException {
    assertSameTokens("long", "操作系统与应用程序之间的接口，".repeat(400));
    assertSameTokens("long and unmarked", "开放源代码促进会的许可证".repeat(400));
    assertSameTokens("long Latin", "x".repeat(5_000) + "的" + "1".repeat(3_000));
  }

  private static String mixture(Random random, int length) {
    String marks = "，。！？、；：“”‘’（）《》—… \t\n\r　,.!?;:\"'()-@#%&*©®×÷·〇々";
    var text = new StringBuilder();
    while (text.length() < length) {
      switch (random.nextInt(16)) {
        case 0 -> text.append((char) ('A' + random.nextInt(58)));
        case 1 -> text.append((char) ('0' + random.nextInt(10)));
        case 2 -> text.append((char) (0xFF00 + random.nextInt(0xF0)));
        case 3 -> text.append((char) random.nextInt(0x10000));
        case 4 -> text.appendCodePoint(0x20000 + random.nextInt(0xA000));
        case 5, 6, 7 -> text.append(marks.charAt(random.nextInt(marks.length())));
        case 8, 9 -> text.append((char) (0x4E00 + random.nextInt(0x51A6)));
        // A third of all running text is these.
        case 10, 11, 12 -> text.append("的一是不了在人有我他这中大来上国个到说们".charAt(random.nextInt(20)));
        default -> text.append(gb2312(random));
      }
    }
    return text.toString();
  }

  private static String gb2312(Random random) {
    byte[] bytes = {(byte) (0xB0 + random.nextInt(40)), (byte) (0xA1 + random.nextInt(94))};
    return new String(bytes, java.nio.charset.Charset.forName("GB2312"));
  }

  private void assertSameTokensInFolder(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> paths = Files.walk(folder)) {
      files = paths.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      assertSameTokens(
          file.toString(), new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    }
  }

  private void assertSameTokens(String name, String text) throws IOException {
    assertEquals(tokens(lucenes, text), tokens(ours, text), name);
  }

  private static List<String> tokens(Tokenizer tokenizer, String text) throws IOException {
    var term = tokenizer.addAttribute(CharTermAttribute.class);
    var offsets = tokenizer.addAttribute(OffsetAttribute.class);
    var type = tokenizer.addAttribute(TypeAttribute.class);
    var increment = tokenizer.addAttribute(PositionIncrementAttribute.class);
    List<String> tokens = new ArrayList<>();
    tokenizer.setReader(new StringReader(text));
    tokenizer.reset();
    while (tokenizer.incrementToken()) {
      tokens.add(
          String.join(
              " ",
              term,
              Integer.toString(offsets.startOffset()),
              Integer.toString(offsets.endOffset()),
              type.type(),
              Integer.toString(increment.getPositionIncrement())));
    }
    tokenizer.end();
    tokens.add("end " + offsets.endOffset());
    tokenizer.close();
    return tokens;
  }
}
