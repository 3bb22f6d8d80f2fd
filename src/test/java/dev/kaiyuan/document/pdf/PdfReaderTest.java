package dev.kaiyuan.document.pdf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.document.Article;
import dev.kaiyuan.document.FileProblem;
import dev.kaiyuan.document.Language;
import dev.kaiyuan.document.Place;
import dev.kaiyuan.document.UnreadableFileException;
import dev.kaiyuan.document.reader.ArticleReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.junit.jupiter.api.Test;

/** PDFs are read as people read them. {@code minutes.pdf} was made by LibreOffice. */
class PdfReaderTest {
  @Test
  void lines_are_paragraphs_again() throws IOException {
    Article article = read(minutes());
    assertEquals(
        """
        打印机维修记录
        星期一早上，三楼的打印机又卡纸了。维修人员先关掉电源，再打开后盖，顺着出纸方向把纸慢慢抽出来；\
        清洁搓纸轮以后，它又能连续打印两百页而不出错。The pickup roller had been worn for months, \
        and nobody in the department had ordered a replacement for it.
        Ordering a replacement
        The supplier offers two kinds of rollers. The cheaper one lasts for about fifty thousand \
        pages, the other twice as long; considering how often the machine is used, the expensive \
        one costs less in the end. Configuration of the driver stays as it is. We find offices \
        efficient.
        部件 价格
        搓纸轮 35 元
        分离垫 12 元
        第二页说的是墨盒。墨盒每月更换一次，旧墨盒送回厂家回收利用。
        """,
        article.text());
    assertEquals(
        List.of("打印机维修记录", "Ordering a replacement"),
        article.sections().stream().map(section -> section.title()).toList());
    assertEquals(List.of(), article.warnings());
  }

  @Test
  void a_place_is_a_page() throws IOException {
    Article article = read(minutes());
    assertEquals(
        new Place(Place.Kind.PAGE, 1), article.lines().placeAt(article.text().indexOf("价格")));
    assertEquals(
        new Place(Place.Kind.PAGE, 2), article.lines().placeAt(article.text().indexOf("墨盒")));
    assertEquals(0, article.lines().lineAt(0));
  }

  @Test
  void properties_are_taken_and_the_text_tells_the_language() throws IOException {
    Article article = read(minutes());
    assertEquals("打印机维修记录", article.title());
    assertEquals(List.of("王小明"), article.authors());
    assertEquals("2026-11-28", String.valueOf(article.date()));
    // LibreOffice wrote en-US into it.
    assertEquals(Language.CHINESE, article.language());
  }

  @Test
  void a_word_cut_at_a_lines_end_is_one() throws IOException {
    String first = "The maintainers of the project decided in the end upon the adop-";
    assertEquals(
        "The maintainers of the project decided in the end upon the adoption of another licence.\n",
        read(pages(List.of(first, "tion of another licence."))).text());
  }

  @Test
  void running_heads_and_page_numbers_are_no_sentences() throws IOException {
    List<String> texts =
        List.of("The first page says this.", "Another one goes on so.", "All ends at last.");
    List<List<String>> pages = new java.util.ArrayList<>();
    for (int page = 0; page < 3; page++) {
      pages.add(List.of("Yearly report", "", texts.get(page), "", "", "- " + (page + 1) + " -"));
    }
    assertEquals(
        "Yearly report\nThe first page says this.\nAnother one goes on so.\nAll ends at last.\n",
        read(pages(pages.toArray(List[]::new))).text());
  }

  @Test
  void a_page_that_says_nothing_else_keeps_its_number() throws IOException {
    assertEquals(
        "Page 1\nPage 2\nPage 3\n",
        read(pages(List.of("Page 1"), List.of("Page 2"), List.of("Page 3"))).text());
  }

  @Test
  void fields_that_are_filled_in_and_comments_are_text_of_their_page() throws IOException {
    Article article = read(form("Please fill in:", "开源 Ltd", "See section 4."));
    assertEquals("Please fill in:\n开源 Ltd\nSee section 4.\n", article.text());
    assertEquals(
        new Place(Place.Kind.PAGE, 1), article.lines().placeAt(article.text().indexOf("section")));
  }

  @Test
  void a_page_of_packed_nothing_costs_that_file_alone() throws IOException {
    byte[] bomb = bomb(300 << 20);
    assertTrue(bomb.length < 1 << 20, "packed " + bomb.length);
    try {
      read(bomb);
    } catch (UnreadableFileException refused) {
      // As good: the next file is read.
    }
  }

  @Test
  void pages_of_pictures_are_named() throws IOException {
    assertEquals(FileProblem.Kind.PICTURES.of("2"), problem(pages(List.of(), List.of())));
  }

  @Test
  void a_password_is_named() throws IOException {
    assertEquals(
        FileProblem.Kind.PASSWORD.alone(), problem(locked("secret", List.of("Hidden words."))));
    assertEquals("Open words.\n", read(locked("", List.of("Open words."))).text());
  }

  @Test
  void what_is_no_pdf_is_named() {
    assertEquals(FileProblem.Kind.VERSION, problem("打印机".getBytes(UTF_8)).kind());
    assertEquals(FileProblem.Kind.VERSION, problem(new byte[0]).kind());
  }

  @Test
  void a_damaged_file_costs_what_is_damaged() throws IOException {
    byte[] whole = minutes();
    int read = 0;
    for (int kept = 1; kept < 40; kept++) {
      byte[] damaged = whole.clone();
      int start = whole.length * kept / 40;
      Arrays.fill(damaged, start, Math.min(start + 300, whole.length), (byte) 'x');
      try {
        read += read(damaged).text().isEmpty() ? 0 : 1;
      } catch (UnreadableFileException e) {
        assertTrue(
            List.of(FileProblem.Kind.BROKEN, FileProblem.Kind.VERSION, FileProblem.Kind.PICTURES)
                .contains(e.problem().kind()),
            e.getMessage());
      }
    }
    assertTrue(read > 0);
  }

  private static byte[] minutes() throws IOException {
    try (InputStream in = PdfReaderTest.class.getResourceAsStream("minutes.pdf")) {
      return in.readAllBytes();
    }
  }

  private static Article read(byte[] content) throws UnreadableFileException {
    return new ArticleReader().read("file.pdf", content);
  }

  private static FileProblem problem(byte[] content) {
    return assertThrows(UnreadableFileException.class, () -> read(content)).problem();
  }

  @SafeVarargs
  private static byte[] pages(List<String>... pages) throws IOException {
    return document(null, pages);
  }

  @SafeVarargs
  private static byte[] locked(String password, List<String>... pages) throws IOException {
    return document(password, pages);
  }

  @SafeVarargs
  private static byte[] document(String password, List<String>... pages) throws IOException {
    try (PDDocument document = new PDDocument()) {
      for (List<String> lines : pages) {
        PDPage page = new PDPage();
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
          content.beginText();
          content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
          content.setLeading(16);
          content.newLineAtOffset(72, 700);
          for (String line : lines) {
            content.showText(line);
            content.newLine();
          }
          content.endText();
        }
      }
      if (password != null) {
        document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  private static byte[] form(String line, String value, String comment) throws IOException {
    try (PDDocument document = Loader.loadPDF(pages(List.of(line)))) {
      COSDictionary field = new COSDictionary();
      field.setItem(COSName.SUBTYPE, COSName.getPDFName("Widget"));
      field.setItem(COSName.FT, COSName.getPDFName("Tx"));
      field.setItem(COSName.V, new COSString(value));
      PDAnnotationText note = new PDAnnotationText();
      note.setContents(comment);
      document.getPage(0).setAnnotations(List.of(PDAnnotation.createAnnotation(field), note));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  /** A page whose contents unpack to so many bytes of white space. */
  private static byte[] bomb(int size) throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      PDStream contents = new PDStream(document);
      try (OutputStream packed = contents.createOutputStream(COSName.FLATE_DECODE)) {
        byte[] spaces = new byte[1 << 20];
        Arrays.fill(spaces, (byte) ' ');
        for (int written = 0; written < size; written += spaces.length) {
          packed.write(spaces);
        }
      }
      page.setContents(contents);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }
}
