package dev.kaiyuan.document.office;

import dev.kaiyuan.document.FileProblem.Kind;
import dev.kaiyuan.document.UnreadableFileException;
import dev.kaiyuan.document.reader.ArticleWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** An EPUB: its chapters in the order of its spine. */
final class Book {
  private static final String CONTAINER = "META-INF/container.xml";
  private static final String ENCRYPTION = "META-INF/encryption.xml";

  /** Characters; a chapter that is longer is left as it is. */
  private static final int LONGEST_TO_MEND = 1 << 20;

  private record Item(String part, boolean navigation) {}

  private final ZipArchive archive;
  private final ArticleWriter to;

  Book(ZipArchive archive, ArticleWriter to) {
    this.archive = archive;
    this.to = to;
  }

  void read() throws IOException {
    String opf = packageFile();
    DublinCore.read(archive, opf, to);
    List<Item> spine = spine(opf);
    refuseLocked(spine);
    Map<String, String> labels = labels();
    LargeType type = new LargeType();
    for (String name : archive.names()) {
      if (name.endsWith(".css")) {
        type.add(archive.text(name));
      }
    }
    int chapter = 0;
    for (Item item : spine) {
      if (!item.navigation && archive.has(item.part)) {
        to.place(++chapter);
        to.html(withHeadings(archive.text(item.part), labels.get(item.part), type));
      }
    }
    if (chapter == 0) {
      throw new UnreadableFileException(Kind.BROKEN.of("no chapters"));
    }
  }

  /**
   * Some programs write headings as paragraphs of another look: in large letters, or what the table
   * of contents calls a chapter by.
   */
  private static String withHeadings(String chapter, @Nullable String label, LargeType type) {
    if (chapter.length() > LONGEST_TO_MEND) {
      return chapter;
    }
    Document document = Jsoup.parse(chapter);
    if (document.selectFirst("h1, h2, h3, h4, h5, h6") != null) {
      return chapter;
    }
    type.mark(document);
    for (Element paragraph : document.select("p, div")) {
      if (document.selectFirst("h1") == null && paragraph.text().equals(label)) {
        paragraph.tagName("h1");
        break;
      }
    }
    return document.outerHtml();
  }

  /** What tables of contents, of either version of the format, call each entry by. */
  private Map<String, String> labels() throws IOException {
    Map<String, String> labels = new HashMap<>();
    for (String name : archive.names()) {
      if (name.endsWith(".ncx") || name.matches("(?:.*/)?(?:toc|nav)\\.x?html")) {
        Xml.read(archive, name, to, new Contents(name, labels));
      }
    }
    return labels;
  }

  private static final class Contents implements Xml.Handler {
    private final String file;
    private final Map<String, String> labels;
    private final StringBuilder text = new StringBuilder();
    private String target = "";

    Contents(String file, Map<String, String> labels) {
      this.file = file;
      this.labels = labels;
    }

    @Override
    public void start(Xml.Attributes element) {
      String href = element.get("href");
      String source = element.get("src");
      switch (element.name()) {
        case "a" -> {
          target = href == null ? "" : EntryPath.resolve(file, href);
          text.setLength(0);
        }
        case "navLabel" -> text.setLength(0);
        case "content" -> {
          if (source != null) {
            labels.putIfAbsent(EntryPath.resolve(file, source), text.toString().strip());
          }
        }
        default -> {}
      }
    }

    @Override
    public void text(String characters) {
      text.append(characters);
    }

    @Override
    public void end(String name) {
      if (name.equals("a")) {
        labels.putIfAbsent(target, text.toString().strip());
      }
    }
  }

  private String packageFile() throws IOException {
    List<String> files = new ArrayList<>();
    Xml.read(
        archive,
        CONTAINER,
        to,
        element -> {
          String path = element.get("full-path");
          if (element.name().equals("rootfile") && path != null) {
            files.add(path);
          }
        });
    if (files.isEmpty()) {
      throw new UnreadableFileException(Kind.BROKEN.of(CONTAINER));
    }
    return files.getFirst();
  }

  private List<Item> spine(String opf) throws IOException {
    Map<String, Item> items = new LinkedHashMap<>();
    List<Item> spine = new ArrayList<>();
    Xml.read(
        archive,
        opf,
        to,
        element -> {
          String href = element.get("href");
          String id = element.get("id");
          String reference = element.get("idref");
          if (element.name().equals("item") && href != null && id != null) {
            String properties = String.valueOf(element.get("properties"));
            items.put(id, new Item(EntryPath.resolve(opf, href), properties.contains("nav")));
          } else if (element.name().equals("itemref") && items.containsKey(reference)) {
            spine.add(items.get(reference));
          }
        });
    return spine;
  }

  /** Fonts may be encrypted, chapters may not. */
  private void refuseLocked(List<Item> spine) throws IOException {
    if (!archive.has(ENCRYPTION)) {
      return;
    }
    List<String> locked = new ArrayList<>();
    Xml.read(
        archive,
        ENCRYPTION,
        to,
        element -> {
          String uri = element.get("URI");
          if (element.name().equals("CipherReference") && uri != null) {
            locked.add(EntryPath.resolve("", uri));
          }
        });
    for (Item item : spine) {
      if (locked.contains(item.part)) {
        throw new UnreadableFileException(Kind.PASSWORD.alone());
      }
    }
  }
}
