package dev.kaiyuan.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextDecoderTest {
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
    assertDecodes("開源 open source", charset, java.util.HexFormat.of().parseHex(mark));
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
    byte[] bytes = ("# 开源\n\n" + SIMPLIFIED).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    bytes[20] = 'x';
    Article article = read("a.md", bytes);
    assertEquals("开源", article.title());
    assertEquals(1, article.warnings().size());
    assertTrue(
        article.warnings().getFirst().toString().contains("at line 3"),
        article.warnings().toString());
  }

  @Test
  void a_zero_byte_in_text_is_white_space() {
    assertEquals("开源 软件\n", Articles.plainText("开源\0软件").text());
    assertEquals("开源\uFFFD软件\n", Articles.markdown("开源\0软件").text());
  }

  @Test
  void binary_files_are_refused_in_plain_words() {
    byte[] image = new byte[2000];
    new Random(7).nextBytes(image);
    var random = assertThrows(UnreadableFileException.class, () -> read("a.md", image));
    assertEquals("binary file", random.getMessage());
    byte[] program = new byte[4096];
    program[0] = 0x7F;
    System.arraycopy("ELF".getBytes(java.nio.charset.StandardCharsets.UTF_8), 0, program, 1, 3);
    var zeros = assertThrows(UnreadableFileException.class, () -> read("a.txt", program));
    assertEquals("binary file", zeros.getMessage());
    byte[] half = {(byte) 0xFF, (byte) 0xFE, 0x00, (byte) 0xD8, 0x41, 0x00};
    var cut = assertThrows(UnreadableFileException.class, () -> read("a.md", half));
    assertEquals("damaged UTF-16LE text", cut.getMessage());
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
    TextDecoder.Decoded decoded = TextDecoder.decode(bytes.toByteArray(), false);
    assertEquals(charset, decoded.charset());
    assertEquals(text, decoded.text());
  }

  private static Article read(String name, byte[] bytes) throws UnreadableFileException {
    return new ArticleReader().read(name, bytes);
  }
}
