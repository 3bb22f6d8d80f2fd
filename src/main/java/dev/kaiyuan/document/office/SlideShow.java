package dev.kaiyuan.document.office;

import dev.kaiyuan.document.reader.ArticleWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A PPTX: the text of its slides in their order, each with its diagrams and the speaker's notes.
 */
final class SlideShow {
  private static final Set<String> TITLES = Set.of("title", "ctrTitle");

  /** Placeholders for what is the same on all slides. */
  private static final Set<String> EVERYWHERE = Set.of("sldNum", "dt", "ftr", "hdr", "sldImg");

  private final ZipArchive archive;
  private final ArticleWriter to;

  SlideShow(ZipArchive archive, ArticleWriter to) {
    this.archive = archive;
    this.to = to;
  }

  void read() throws IOException {
    MainPart main = MainPart.open(archive, "ppt/presentation.xml", to);
    Relations parts = main.relations();
    List<String> slides = new ArrayList<>();
    Xml.read(
        archive,
        main.name(),
        to,
        element -> {
          if (element.name().equals("sldId")) {
            // An identifier without a namespace stands beside the one that is a relation's.
            String slide = parts.target(element.get(Xml.RELATIONS, "id"));
            if (slide != null) {
              slides.add(slide);
            }
          }
        });
    int number = 0;
    for (String slide : slides) {
      to.place(++number);
      if (archive.has(slide)) {
        read(slide);
      }
    }
  }

  private void read(String slide) throws IOException {
    Xml.read(archive, slide, to, new Shapes());
    Relations parts = Relations.of(archive, slide, to);
    for (String type : List.of("diagramData", "notesSlide")) {
      for (String other : parts.ofType(type)) {
        if (archive.has(other)) {
          Xml.read(archive, other, to, new Shapes());
        }
      }
    }
  }

  private final class Shapes implements Xml.Handler {
    private final Blocks blocks = new Blocks(to);
    private boolean title;
    private boolean everywhere;
    private boolean inText;

    @Override
    public void start(Xml.Attributes element) throws IOException {
      switch (element.name()) {
        case "sp" -> {
          title = false;
          everywhere = false;
        }
        case "ph" -> {
          String type = element.get("type");
          title = type != null && TITLES.contains(type);
          everywhere = type != null && EVERYWHERE.contains(type);
        }
        case "p" -> {
          blocks.begin(title ? 1 : Blocks.NO_HEADING);
          if (everywhere) {
            blocks.drop();
          }
        }
        case "t" -> inText = true;
        case "br" -> blocks.text(" ");
        case "tbl" -> blocks.beginTable();
        case "Fallback" -> element.skip();
        default -> {}
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
        case "sp" -> {
          title = false;
          everywhere = false;
        }
        case "tc" -> blocks.endCell();
        case "tr" -> blocks.endRow();
        case "tbl" -> blocks.endTable();
        default -> {}
      }
    }
  }
}
