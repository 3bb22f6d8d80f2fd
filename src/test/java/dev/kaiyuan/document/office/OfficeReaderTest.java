package dev.kaiyuan.document.office;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.document.Article;
import dev.kaiyuan.document.FileProblem;
import dev.kaiyuan.document.FileProblem.Kind;
import dev.kaiyuan.document.Language;
import dev.kaiyuan.document.Place;
import dev.kaiyuan.document.Section;
import dev.kaiyuan.document.UnreadableFileException;
import dev.kaiyuan.document.reader.ArticleReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Office documents and books are read as people read them. LibreOffice made the files. */
class OfficeReaderTest {
  private static final String MINUTES =
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
      """;

  @ParameterizedTest
  @ValueSource(strings = {"minutes.docx", "minutes.odt", "minutes.rtf"})
  void a_document_says_what_was_written(String file) throws IOException {
    Article article = read(file);
    assertEquals(MINUTES, article.text().replace('\t', ' '));
    assertEquals("打印机维修记录", article.title());
    assertEquals(Language.CHINESE, article.language());
    assertEquals(
        List.of("打印机维修记录", "Ordering a replacement"),
        article.sections().stream().map(Section::title).toList());
    assertEquals(0, article.lines().lineAt(0));
  }

  @Test
  void a_place_is_a_page_where_the_file_tells_its_pages() throws IOException {
    Article article = read("minutes.odt");
    assertEquals(new Place(Place.Kind.PAGE, 1), place(article, "价格"));
    assertNull(read("minutes.rtf").lines().placeAt(0));
  }

  @Test
  void a_place_is_a_chapter_of_a_book() throws IOException {
    Article article = read("minutes.epub");
    assertTrue(article.text().startsWith("打印机维修记录\n星期一早上，"), article.text());
    assertEquals(Place.Kind.CHAPTER, place(article, "星期一").kind());
  }

  @Test
  void a_chapter_without_headings_has_the_one_of_the_table_of_contents() throws IOException {
    Map<String, String> parts = new TreeMap<>();
    parts.put("META-INF/container.xml", "<container><rootfile full-path='a/b.opf'/></container>");
    parts.put(
        "a/b.opf",
        "<package><metadata><title>打印机</title></metadata><manifest>"
            + "<item id='n' href='toc.xhtml' properties='nav'/>"
            + "<item id='1' href='text/one.xhtml'/><item id='2' href='text/two.xhtml'/></manifest>"
            + "<spine><itemref idref='n'/><itemref idref='2'/><itemref idref='1'/></spine></package>");
    parts.put(
        "a/toc.xhtml",
        "<html><a href='text/one.xhtml'>卡纸</a><a href='text/two.xhtml#x'>墨盒</a></html>");
    parts.put("a/text/one.xhtml", "<html><body><p>卡纸</p><p>先关电源。</p></body></html>");
    parts.put("a/text/two.xhtml", "<html><body><p>墨盒</p><p>每月更换。</p></body></html>");
    Article article = new ArticleReader().read("a.epub", zip(parts));
    assertEquals("墨盒\n每月更换。\n卡纸\n先关电源。\n", article.text());
    assertEquals(List.of("墨盒", "卡纸"), article.sections().stream().map(Section::title).toList());
    assertEquals(new Place(Place.Kind.CHAPTER, 2), place(article, "先关"));
  }

  @Test
  void paragraphs_in_large_letters_are_headings_where_a_chapter_has_no_others() throws IOException {
    Map<String, String> parts = new TreeMap<>();
    parts.put("META-INF/container.xml", "<container><rootfile full-path='b.opf'/></container>");
    parts.put(
        "b.opf",
        "<package><manifest><item id='1' href='one.xhtml'/></manifest>"
            + "<spine><itemref idref='1'/></spine></package>");
    parts.put(
        "style.css",
        ".big { font-size: 24pt; } .mid {color: red; font-size:1.5em}\n.s{font-size:9px}");
    parts.put(
        "one.xhtml",
        "<html><body><p><span class='big'>打印机</span></p><p>先关电源，再开后盖。</p>"
            + "<p class='mid'>墨盒</p><div><p>每月<span class='big'>更换</span>一次墨盒。</p></div>"
            + "<p><span class='mid'><b>纸盒</b></span></p><p class='s'>见下页。</p></body></html>");
    Article article = new ArticleReader().read("a.epub", zip(parts));
    assertEquals("打印机", article.title());
    assertEquals(
        List.of("1 打印机", "2 墨盒", "2 纸盒"),
        article.sections().stream().map(each -> each.level() + " " + each.title()).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"slides.pptx", "slides.odp"})
  void a_place_is_a_slide_and_speakers_notes_stand_on_it(String file) throws IOException {
    Article article = read(file);
    assertEquals(
        """
        打印机维修
        先关掉电源
        再打开后盖
        Replacement parts
        The pickup roller is worn out.
        Ask the supplier for the price.
        """,
        article.text());
    assertEquals(new Place(Place.Kind.SLIDE, 1), place(article, "后盖"));
    assertEquals(new Place(Place.Kind.SLIDE, 2), place(article, "Ask"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"parts.xlsx", "parts.ods"})
  void a_place_is_a_sheet(String file) throws IOException {
    Article article = read(file);
    assertEquals(
        "部件\t价格\t备注\n搓纸轮\t35\t每五万页更换\nSeparation pad\t12\n",
        article.text().substring(article.text().indexOf('\n') + 1));
    assertEquals(new Place(Place.Kind.SHEET, 1), place(article, "搓纸轮"));
  }

  @Test
  void deleted_text_and_tables_of_contents_are_left_out_and_notes_are_not() throws IOException {
    Map<String, String> parts = new TreeMap<>();
    parts.put(
        "_rels/.rels",
        "<Relationships><Relationship Id='a' Type='x/officeDocument' Target='word/document.xml'/>"
            + "</Relationships>");
    parts.put(
        "word/_rels/document.xml.rels",
        "<Relationships><Relationship Id='s' Type='x/styles' Target='styles.xml'/>"
            + "<Relationship Id='f' Type='x/footnotes' Target='/word/footnotes.xml'/>"
            + "<Relationship Id='e' Type='x/attachedTemplate' TargetMode='External'"
            + " Target='http://example.org/evil.dotm'/></Relationships>");
    parts.put(
        "word/styles.xml",
        "<styles><style styleId='a1'><name val='heading 2'/></style>"
            + "<style styleId='a2'><basedOn val='a1'/></style>"
            + "<style styleId='a3'><name val='toc 1'/></style></styles>");
    parts.put(
        "word/document.xml",
        "<document><body><p><pPr><pStyle val='a3'/></pPr><r><t>目录 1</t></r></p>"
            + "<p><pPr><pStyle val='a2'/></pPr><r><t>小标题</t></r></p>"
            + "<p><r><t>留下</t></r><del><r><delText>删去</delText><t>删去</t></r></del>"
            + "<r><lastRenderedPageBreak/><t>的字</t></r></p></body></document>");
    parts.put("word/footnotes.xml", "<footnotes><p><r><t>脚注</t></r></p></footnotes>");
    Article article = new ArticleReader().read("a.docx", zip(parts));
    assertEquals("小标题\n留下的字\n脚注\n", article.text());
    assertEquals(2, article.sections().getFirst().level());
    assertEquals(new Place(Place.Kind.PAGE, 1), place(article, "留下"));
    assertEquals(new Place(Place.Kind.PAGE, 2), place(article, "的字"));
  }

  @Test
  void what_cannot_be_read_is_named() throws IOException {
    assertEquals(Kind.VERSION, problem("a.docx", "no zip".getBytes(UTF_8)));
    assertEquals(Kind.VERSION, problem("a.rtf", "no rtf".getBytes(UTF_8)));
    byte[] old = {
      (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1, 0, 0
    };
    assertEquals(Kind.VERSION, problem("a.docx", old));
    byte[] locked = Arrays.copyOf(old, 100);
    byte[] name = "EncryptedPackage".getBytes(java.nio.charset.StandardCharsets.UTF_16LE);
    System.arraycopy(name, 0, locked, 20, name.length);
    assertEquals(Kind.PASSWORD, problem("a.docx", locked));
    assertEquals(Kind.BROKEN, problem("a.docx", Arrays.copyOf(bytes("minutes.docx"), 2000)));
    assertEquals(
        Kind.PASSWORD,
        problem(
            "a.odt",
            zip(
                Map.of(
                    "content.xml", "x",
                    "META-INF/manifest.xml", "<manifest><encryption-data/></manifest>"))));
  }

  @Test
  void damaged_xml_costs_what_stands_behind_it() throws IOException {
    Article article =
        new ArticleReader()
            .read("a.odt", zip(Map.of("content.xml", "<x><text><p>一段完整的话。</p><p>半段话</p")));
    assertEquals("一段完整的话。\n", article.text().substring(0, 8));
    assertEquals(Kind.PARTLY, article.warnings().getFirst().kind());
  }

  @Test
  void entities_and_references_to_other_files_stay_what_they_are() throws IOException {
    String bomb =
        "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
            + "<!ENTITY f SYSTEM 'file:///etc/passwd'><!ENTITY % p SYSTEM 'http://localhost:9/'>"
            + "%p;]><x><text><p>前 &b; &f; 后</p></text></x>";
    String text;
    try {
      text = new ArticleReader().read("a.odt", zip(Map.of("content.xml", bomb))).text();
    } catch (UnreadableFileException e) {
      text = "";
    }
    assertTrue(!text.contains("root") && !text.contains("ha"), text);
  }

  @Test
  void a_zip_bomb_is_read_until_it_is_too_much() throws IOException {
    StringBuilder rows = new StringBuilder("<x><text>");
    String row = "<p>" + "开源".repeat(500) + "</p>";
    while (rows.length() < 40 << 20) {
      rows.append(row);
    }
    byte[] file = zip(Map.of("content.xml", rows + "</text></x>"));
    assertTrue(file.length < 1 << 20, "packed " + file.length);
    Article article = new ArticleReader().read("a.odt", file);
    assertEquals(Kind.ENDLESS, article.warnings().getFirst().kind());
    assertTrue(article.text().length() <= 16 << 20);
  }

  private static Place place(Article article, String words) {
    return article.lines().placeAt(article.text().indexOf(words));
  }

  private static Article read(String file) throws IOException {
    return new ArticleReader().read(file, bytes(file));
  }

  private static byte[] bytes(String file) throws IOException {
    try (InputStream in = OfficeReaderTest.class.getResourceAsStream(file)) {
      return in.readAllBytes();
    }
  }

  private static FileProblem.Code problem(String name, byte[] content) {
    return assertThrows(
            UnreadableFileException.class, () -> new ArticleReader().read(name, content))
        .problem()
        .kind();
  }

  private static byte[] zip(Map<String, String> parts) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(UTF_8));
      }
    }
    return out.toByteArray();
  }
}
