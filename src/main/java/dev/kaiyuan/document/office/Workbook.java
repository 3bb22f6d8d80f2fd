package dev.kaiyuan.document.office;

import dev.kaiyuan.document.reader.ArticleWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An XLSX: the rows of its sheets, with the values that were shown last instead of formulas. */
final class Workbook {
  private record Sheet(String name, String part) {}

  private final ZipArchive archive;
  private final ArticleWriter to;
  private final List<String> shared = new ArrayList<>();

  Workbook(ZipArchive archive, ArticleWriter to) {
    this.archive = archive;
    this.to = to;
  }

  void read() throws IOException {
    MainPart main = MainPart.open(archive, "xl/workbook.xml", to);
    Relations parts = main.relations();
    for (String strings : parts.ofType("sharedStrings")) {
      if (archive.has(strings)) {
        Xml.read(archive, strings, to, new SharedStrings());
      }
    }
    List<Sheet> sheets = new ArrayList<>();
    Xml.read(
        archive,
        main.name(),
        to,
        element -> {
          String target = parts.target(element.get(Xml.RELATIONS, "id"));
          String name = element.get("name");
          if (element.name().equals("sheet") && target != null && name != null) {
            sheets.add(new Sheet(name, target));
          }
        });
    int number = 0;
    for (Sheet sheet : sheets) {
      to.place(++number);
      if (archive.has(sheet.part)) {
        to.heading(1, sheet.name);
        Xml.read(archive, sheet.part, to, new Rows());
      }
    }
  }

  /** Texts that cells name by their number. */
  private final class SharedStrings implements Xml.Handler {
    private final StringBuilder value = new StringBuilder();
    private boolean inText;

    @Override
    public void start(Xml.Attributes element) throws IOException {
      switch (element.name()) {
        case "si" -> value.setLength(0);
        case "t" -> inText = true;
        // How Japanese is pronounced.
        case "rPh" -> element.skip();
        default -> {}
      }
    }

    @Override
    public void text(String characters) {
      if (inText) {
        value.append(characters);
      }
    }

    @Override
    public void end(String name) {
      if (name.equals("t")) {
        inText = false;
      } else if (name.equals("si")) {
        shared.add(value.toString());
      }
    }
  }

  private final class Rows implements Xml.Handler {
    private final List<String> cells = new ArrayList<>();
    private final StringBuilder value = new StringBuilder();
    private @Nullable String type;
    private boolean inValue;

    @Override
    public void start(Xml.Attributes element) {
      switch (element.name()) {
        case "row" -> cells.clear();
        case "c" -> {
          type = element.get("t");
          value.setLength(0);
        }
        case "v", "t" -> inValue = true;
        default -> {}
      }
    }

    @Override
    public void text(String characters) {
      if (inValue) {
        value.append(characters);
      }
    }

    @Override
    public void end(String name) throws IOException {
      switch (name) {
        case "v", "t" -> inValue = false;
        case "c" -> {
          String shown = "s".equals(type) ? shared(value.toString()) : value.toString();
          if (!shown.isBlank() && !"e".equals(type)) {
            cells.add(shown);
          }
        }
        case "row" -> {
          if (!cells.isEmpty()) {
            to.row(cells);
          }
        }
        default -> {}
      }
    }

    private String shared(String number) {
      try {
        int index = Integer.parseInt(number.strip());
        return index >= 0 && index < shared.size() ? shared.get(index) : "";
      } catch (NumberFormatException e) {
        return "";
      }
    }
  }
}
