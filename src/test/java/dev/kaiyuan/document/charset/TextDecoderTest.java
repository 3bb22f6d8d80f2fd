package dev.kaiyuan.document.charset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.document.Article;
import dev.kaiyuan.document.Articles;
import dev.kaiyuan.document.FileProblem;
import dev.kaiyuan.document.Language;
import dev.kaiyuan.document.UnreadableFileException;
import dev.kaiyuan.document.reader.ArticleReader;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextDecoderTest {
  private static final Pattern HEX = Pattern.compile("([0-9A-F]{2})+");
  private static final String SIMPLIFIED = "开源软件的源代码对所有人开放，任何人都可以查看、使用、修改和分享。\n这种模式在全球有很多人参与。\n";
  private static final String TRADITIONAL =
      "開放原始碼軟體的原始碼對所有人開放，任何人都可以檢視、使用、修改和分享。\n這種模式在全球有很多人參與。\n";

  @ParameterizedTest
  @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE", "GB18030"})
  void simplified_chinese_is_read_in_any_encoding(String charset) throws Exception {
    assertDecodes(SIMPLIFIED, charset, new byte[0]);
    assertDecodes("# 开源\n\n" + SIMPLIFIED.repeat(50), charset, new byte[0]);
  }

  @ParameterizedTest
  @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE", "Big5"})
  void traditional_chinese_is_read_in_any_encoding(String charset) throws Exception {
    assertDecodes(TRADITIONAL, charset, new byte[0]);
  }

  @ParameterizedTest
  @CsvSource({"UTF-8,EFBBBF", "UTF-16LE,FFFE", "UTF-16BE,FEFF"})
  void a_byte_order_mark_decides_and_is_not_text(String charset, String mark) throws Exception {
    assertDecodes("開源 open source", charset, HexFormat.of().parseHex(mark));
  }

  @Test
  void english_is_read_in_any_encoding() throws Exception {
    String text = "The café's source is open, and it is free — naïve or not.\n".repeat(5);
    assertDecodes(text, "UTF-16LE", new byte[0]);
    assertDecodes(text, "UTF-8", new byte[0]);
    Article article = read("a.txt", text.getBytes(Charset.forName("windows-1252")));
    assertTrue(article.text().startsWith("The café's source is open"), article.text());
  }

  @Test
  void html_may_declare_its_encoding() throws Exception {
    byte[] page =
        "<meta charset=\"windows-1251\"><p>свободное".getBytes(Charset.forName("windows-1251"));
    assertEquals("свободное\n", read("a.html", page).text());
  }

  @Test
  void a_lost_byte_costs_no_article() throws Exception {
    byte[] bytes = ("# 开源\n\n" + SIMPLIFIED).getBytes(UTF_8);
    bytes[20] = 'x';
    Article article = read("a.md", bytes);
    assertEquals("开源", article.title());
    assertEquals(List.of(FileProblem.Kind.BAD_BYTES.of("3")), article.warnings());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# bad\n\none FF unicorn 中文文字\n",
        "# 短文\n\n这是一个短的文章FF，后面还有字。",
        "EFBBBF# 短文\n\n这是一个短的文章FF，后面还有字。",
        "大家FF",
        "# 笔记\n\n第一行是独角兽。\n第二行也是。\nB6C0BDC7CADE\n最后一行。",
        "Le café et la FF crème",
        "nothing but English and a FF in it",
        "two of them: FF and FF",
        "在CCCCED的文章里",
      })
  void what_can_be_read_of_a_short_damaged_file_is_read(String source) throws Exception {
    byte[] bytes = withBytes(source);
    Article article = read("a.md", bytes);
    assertEquals("UTF-8", article.charset());
    int line = source.substring(0, source.indexOf(firstBad(source))).split("\n", -1).length;
    assertEquals(
        List.of(FileProblem.Kind.BAD_BYTES.of(Integer.toString(line))), article.warnings());
    for (String word : source.split("[^\\p{L}&&[^A-F]]+")) {
      assertTrue(article.text().contains(word), word + " is not in " + article.text());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"# Title\n\nHello wor00ld, some text here\n", "开源00软件的故事", "Le café00 ferme"})
  void a_zero_byte_does_not_make_utf_16(String source) throws Exception {
    byte[] bytes = withBytes(source);
    DecodedText decoded = TextDecoder.decode(bytes, false);
    assertEquals(source.replace("00", "\0"), decoded.text());
    assertEquals(List.of(), decoded.warnings());
  }

  @ParameterizedTest
  @CsvSource({
    "GB18030,总的来说它是一个预装的太阳能笔记本",
    "GB18030,使用 Python 读取电子表格中的数据",
    "GB18030,6 个可以尝试的树莓派教程",
    "GB18030,回到2000年那时，微软发布小型商务服务器",
    "GB18030,你怎么看",
    "Big5,要探討從梨俱吠陀到波你尼時代梵語的發展",
    "Big5,現存最古老的梵語文法是波你尼的《八篇書》",
    "Big5,它本質上是規範性文法",
    "Big5,大約於公元前四世紀成形",
    "windows-1252,Größe und Länge der Straße sind für „Spaß“ egal.",
    "windows-1252,El niño comió mañana con su señora.",
    "windows-1252,Nous allons à Paris.",
  })
  void one_sentence_is_enough_to_tell_the_encoding(String charset, String sentence)
      throws Exception {
    byte[] bytes = sentence.getBytes(Charset.forName(charset));
    assertEquals(sentence, TextDecoder.decode(bytes, false).text());
  }

  @ParameterizedTest
  @CsvSource({
    "GB18030,测试", "GB18030,读书笔记", "GB18030,饕餮盛宴", "GB18030,镕基", "GB18030,会议纪要 2024",
    "Big5,測試筆記", "Big5,會議紀錄", "windows-1251,Привет", "windows-1251,мир", "windows-1252,été",
    "windows-1252,café", "windows-1252,naïveté",
  })
  void a_few_characters_are_told_by_what_reads_as_text(String charset, String text)
      throws Exception {
    assertEquals(text, TextDecoder.decode(text.getBytes(Charset.forName(charset)), false).text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"GB18030", "Big5", "UTF-16LE", "UTF-16BE"})
  void a_damaged_file_of_any_encoding_is_read_with_a_warning(String charset) throws Exception {
    String sentence = "第一章 少年從山裡走出來，背著一把舊劍，他說這是他父親留下的。\n";
    byte[] whole = sentence.repeat(20).getBytes(Charset.forName(charset));
    byte[] cut = java.util.Arrays.copyOf(whole, whole.length - (charset.startsWith("UTF") ? 3 : 2));
    byte[] spoilt = whole.clone();
    if (!charset.startsWith("UTF")) {
      spoilt[600] = (byte) 0xFF;
    } else {
      spoilt = cut;
    }
    for (byte[] damaged : List.of(cut, spoilt)) {
      DecodedText decoded = TextDecoder.decode(damaged, false);
      assertEquals(charset, decoded.charset());
      assertTrue(decoded.text().startsWith(sentence.repeat(8)));
      assertEquals(List.of(FileProblem.Kind.DAMAGED.of(charset)), decoded.warnings());
    }
  }

  @Test
  void a_zero_byte_in_text_is_white_space() {
    assertEquals("开源 软件\n", Articles.plainText("开源\0软件").text());
    assertEquals("开源\uFFFD软件\n", Articles.markdown("开源\0软件").text());
  }

  @Test
  void binary_files_are_refused() throws Exception {
    byte[] image = new byte[2000];
    new Random(7).nextBytes(image);
    var random = assertThrows(UnreadableFileException.class, () -> read("a.md", image));
    assertEquals(FileProblem.Kind.BINARY.alone(), random.problem());
    byte[] program = new byte[4096];
    program[0] = 0x7F;
    System.arraycopy("ELF".getBytes(UTF_8), 0, program, 1, 3);
    var zeros = assertThrows(UnreadableFileException.class, () -> read("a.txt", program));
    assertEquals(FileProblem.Kind.BINARY.alone(), zeros.problem());
    byte[] half = {(byte) 0xFF, (byte) 0xFE, 0x00, (byte) 0xD8, 0x41, 0x00};
    assertEquals(List.of(FileProblem.Kind.DAMAGED.of("UTF-16LE")), read("a.md", half).warnings());
  }

  @Test
  void an_empty_file_is_an_empty_article() throws Exception {
    for (String name : List.of("a.md", "a.html", "a.txt")) {
      Article article = read(name, new byte[0]);
      assertEquals("", article.text());
      assertEquals("a", article.title());
      assertEquals(Language.OTHER, article.language());
    }
  }

  private static void assertDecodes(String text, String charset, byte[] mark) throws Exception {
    var bytes = new ByteArrayOutputStream();
    bytes.write(mark);
    bytes.write(text.getBytes(Charset.forName(charset)));
    DecodedText decoded = TextDecoder.decode(bytes.toByteArray(), false);
    assertEquals(charset, decoded.charset());
    assertEquals(text, decoded.text());
  }

  /** Two or more upper-case hexadecimal digits stand for bytes as they are. */
  private static byte[] withBytes(String source) throws Exception {
    var bytes = new ByteArrayOutputStream();
    Matcher hex = HEX.matcher(source);
    int end = 0;
    while (hex.find()) {
      bytes.write(source.substring(end, hex.start()).getBytes(UTF_8));
      bytes.write(HexFormat.of().parseHex(hex.group()));
      end = hex.end();
    }
    bytes.write(source.substring(end).getBytes(UTF_8));
    return bytes.toByteArray();
  }

  private static String firstBad(String source) {
    Matcher hex = HEX.matcher(source);
    while (hex.find()) {
      if (!hex.group().equals("EFBBBF")) {
        return hex.group();
      }
    }
    throw new AssertionError(source);
  }

  private static Article read(String name, byte[] bytes) throws UnreadableFileException {
    return new ArticleReader().read(name, bytes);
  }
}
