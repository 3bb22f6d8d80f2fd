package dev.kaiyuan.document.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kaiyuan.document.Article;
import dev.kaiyuan.document.Place;
import dev.kaiyuan.document.UnreadableFileException;
import dev.kaiyuan.document.reader.ArticleReader;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Mail is read in whatever encoding it travels; of several forms of a text one is read. */
class MailReaderTest {
  private static final String FIRST =
      """
      From: =?UTF-8?B?546L5bCP5piO?= <wang@example.cn>
      To: bob@example.cn
      Subject: =?UTF-8?B?5omT5Y2w5py65Y2h57q4?=
      Date: Mon, 1 Jun 2026 10:00:00 +0800
      Content-Type: text/plain; charset=UTF-8
      Content-Transfer-Encoding: base64

      5omT5Y2w5py65Y+I5Y2h57q45LqG77yM5YWI5YWz55S15rqQ44CC
      """;

  private static final String SECOND =
      """
      From: Bob <bob@example.cn>
      Subject: Re: jam
      MIME-Version: 1.0
      Content-Type: multipart/alternative; boundary=xx

      --xx
      Content-Type: text/plain

      Clean the roller
      with a damp cloth.

      > 打印机又卡纸了
      --xx
      Content-Type: text/html

      <p>Clean the roller with a damp cloth.</p>
      --xx--
      """;

  @Test
  void a_message() throws UnreadableFileException {
    Article article = read("a.eml", FIRST);
    assertEquals(
        """
        打印机卡纸
        From: 王小明 <wang@example.cn>
        To: bob@example.cn
        打印机又卡纸了，先关电源。
        """,
        article.text());
    assertEquals("打印机卡纸", article.title());
    assertEquals(List.of("王小明"), article.authors());
    assertEquals(LocalDate.of(2026, 6, 1), article.date());
  }

  @Test
  void a_place_is_a_message_of_a_box() throws UnreadableFileException {
    Article article = read("inbox.mbox", "From a\n" + FIRST + "\nFrom b\n" + SECOND);
    assertEquals("inbox", article.title());
    assertEquals(
        "Re: jam\nFrom: Bob <bob@example.cn>\nClean the roller with a damp cloth.\n打印机又卡纸了\n",
        article.text().substring(article.text().indexOf("Re: jam")));
    assertEquals(
        new Place(Place.Kind.MESSAGE, 2),
        article.lines().placeAt(article.text().indexOf("damp cloth")));
  }

  private static Article read(String name, String source) throws UnreadableFileException {
    return new ArticleReader().read(name, source.getBytes(UTF_8));
  }
}
