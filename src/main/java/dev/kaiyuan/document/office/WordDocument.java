package dev.kaiyuan.document.office;

import dev.kaiyuan.document.reader.ArticleWriter;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A DOCX: its paragraphs, tables, text boxes, notes and comments. Headers and footers are left out,
 * and so is what was deleted. Its pages are those that Word counted when it was saved.
 */
final class WordDocument {
  private static final String PAGE_BREAK = "lastRenderedPageBreak";

  private final ZipArchive archive;
  private final ArticleWriter to;

  WordDocument(ZipArchive archive, ArticleWriter to) {
    this.archive = archive;
    this.to = to;
  }

  void read() throws IOException {
    MainPart main = MainPart.open(archive, "word/document.xml", to);
    Relations parts = main.relations();
    List<String> sheets = parts.ofType("styles");
    WordStyles styles = WordStyles.read(archive, sheets.isEmpty() ? "" : sheets.getFirst(), to);
    boolean paged = archive.contains(main.name(), PAGE_BREAK);
    Xml.read(archive, main.name(), to, new Body(styles, paged));
    for (String type : List.of("footnotes", "endnotes", "comments")) {
      for (String notes : parts.ofType(type)) {
        if (archive.has(notes)) {
          Xml.read(archive, notes, to, new Body(styles, false));
        }
      }
    }
  }

  private final class Body implements Xml.Handler {
    private final WordStyles styles;
    private final boolean paged;
    private final Blocks blocks = new Blocks(to);
    private boolean inText;
    private int page = 1;

    Body(WordStyles styles, boolean paged) {
      this.styles = styles;
      this.paged = paged;
      if (paged) {
        to.place(1);
      }
    }

    @Override
    public void start(Xml.Attributes element) throws IOException {
      switch (element.name()) {
        case "p" -> blocks.begin(Blocks.NO_HEADING);
        case "pStyle" -> style(element.get("val"));
        case "outlineLvl" -> {
          int level = WordStyles.level(element.get("val"));
          if (level != Blocks.NO_HEADING) {
            blocks.heading(level);
          }
        }
        case "t" -> inText = true;
        case "tab", "ptab", "br", "cr" -> blocks.text(" ");
        case "noBreakHyphen" -> blocks.text("-");
        case "tbl" -> blocks.beginTable();
        case PAGE_BREAK -> nextPage();
        // What was deleted or moved away, and what stands a second time for older programs.
        case "del", "moveFrom", "Fallback", "rPrChange", "pPrChange" -> element.skip();
        default -> {}
      }
    }

    private void style(@Nullable String style) {
      if (style != null && styles.isContents(style)) {
        blocks.drop();
      } else if (style != null) {
        int level = styles.level(style, 0);
        if (level != Blocks.NO_HEADING) {
          blocks.heading(level);
        }
      }
    }

    private void nextPage() throws IOException {
      if (paged) {
        page++;
        blocks.place(page);
      }
    }

    @Override
    public void text(String characters) {
      if (inText) {
        blocks.text(characters);
      }
    }

    @Override
    public void end(String name) throws IOException {
      switch (name) {
        case "t" -> inText = false;
        case "p" -> blocks.end();
        case "tc" -> blocks.endCell();
        case "tr" -> blocks.endRow();
        case "tbl" -> blocks.endTable();
        default -> {}
      }
    }
  }
}
