package dev.kaiyuan.document.office;

import dev.kaiyuan.document.FileProblem.Kind;
import dev.kaiyuan.document.UnreadableFileException;
import dev.kaiyuan.document.reader.ArticleWriter;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A text, presentation or spreadsheet in OpenDocument. The pages of a text are those that the
 * program counted when it was saved; headers and footers are left out.
 */
final class OpenDocument {
  private static final String CONTENT = "content.xml";
  private static final String MANIFEST = "META-INF/manifest.xml";
  private static final String PAGE_BREAK = "soft-page-break";

  private final ZipArchive archive;
  private final ArticleWriter to;
  private final Blocks blocks;
  private final Set<String> pageBefore = new HashSet<>();
  private boolean paged;
  private int number;

  OpenDocument(ZipArchive archive, ArticleWriter to) {
    this.archive = archive;
    this.to = to;
    blocks = new Blocks(to);
  }

  void read() throws IOException {
    if (archive.has(MANIFEST) && archive.contains(MANIFEST, "encryption-data")) {
      throw new UnreadableFileException(Kind.PASSWORD.alone());
    }
    DublinCore.read(archive, "meta.xml", to);
    paged = archive.contains(CONTENT, PAGE_BREAK);
    Xml.read(archive, CONTENT, to, new Content());
  }

  private final class Content implements Xml.Handler {
    private String style = "";
    private boolean title;
    private boolean sheets;

    @Override
    public void start(Xml.Attributes element) throws IOException {
      switch (element.name()) {
        case "style" -> style = named(element.get("name"));
        case "paragraph-properties" -> {
          if ("page".equals(element.get("break-before"))) {
            pageBefore.add(style);
          }
        }
        case "text" -> {
          if (paged) {
            nextPlace();
          }
        }
        case "spreadsheet" -> sheets = true;
        case "page" -> {
          title = false;
          nextPlace();
        }
        case "table" -> table(element);
        case "frame" -> title = "title".equals(element.get("class"));
        case "h" -> begin(element, level(element.get("outline-level")));
        case "p" -> begin(element, title ? 1 : Blocks.NO_HEADING);
        case "s", "tab", "line-break" -> blocks.text(" ");
        case PAGE_BREAK -> nextPlace();
        case "tracked-changes",
            "table-of-content",
            "alphabetical-index",
            "note-citation",
            "desc",
            "title" ->
            element.skip();
        default -> {}
      }
    }

    private void table(Xml.Attributes element) throws IOException {
      if (sheets) {
        nextPlace();
        to.heading(1, named(element.get("name")));
      }
      blocks.beginTable();
    }

    private void begin(Xml.Attributes element, int level) throws IOException {
      if (paged && number > 0 && pageBefore.contains(named(element.get("style-name")))) {
        nextPlace();
      }
      blocks.begin(level);
    }

    @Override
    public void text(String characters) {
      blocks.text(characters);
    }

    @Override
    public void end(String name) throws IOException {
      switch (name) {
        case "h", "p" -> blocks.end();
        case "frame" -> title = false;
        case "table-cell" -> blocks.endCell();
        case "table-row" -> blocks.endRow();
        case "table" -> blocks.endTable();
        default -> {}
      }
    }
  }

  private void nextPlace() throws IOException {
    blocks.place(++number);
  }

  private static String named(@Nullable String name) {
    return name == null ? "" : name;
  }

  private static int level(@Nullable String outline) {
    return outline == null || !outline.matches("[1-9]") ? 1 : outline.charAt(0) - '0';
  }
}
