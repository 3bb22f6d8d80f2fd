package dev.kaiyuan.document.office;

import dev.kaiyuan.document.reader.ArticleWriter;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which styles of a DOCX are those of headings, and which of a table of contents. */
final class WordStyles {
  private static final int DEEPEST = 20;

  private final Map<String, Integer> levels = new HashMap<>();
  private final Map<String, String> basedOn = new HashMap<>();
  private final Set<String> contents = new HashSet<>();

  /** Reads the styles, if the archive has the entry. */
  static WordStyles read(ZipArchive archive, String entry, ArticleWriter work) throws IOException {
    WordStyles styles = new WordStyles();
    if (archive.has(entry)) {
      Xml.read(archive, entry, work, styles.new Handler());
    }
    return styles;
  }

  private final class Handler implements Xml.Handler {
    private String id = "";

    @Override
    public void start(Xml.Attributes element) {
      String value = element.get("val");
      switch (element.name()) {
        case "style" -> {
          String styleId = element.get("styleId");
          id = styleId == null ? "" : styleId;
        }
        case "name" -> name(value == null ? "" : value.toLowerCase(Locale.ROOT));
        case "basedOn" -> {
          if (value != null) {
            basedOn.put(id, value);
          }
        }
        case "outlineLvl" -> levels.putIfAbsent(id, level(value));
        default -> {}
      }
    }

    private void name(String name) {
      if (name.equals("title")) {
        levels.put(id, 1);
      } else if (name.matches("heading [1-9]")) {
        levels.put(id, name.charAt(8) - '0');
      } else if (name.matches("toc [1-9]")) {
        contents.add(id);
      }
    }
  }

  /** Returns the level of a heading for an outline level as it is written, which counts from 0. */
  static int level(@Nullable String outline) {
    return outline == null || !outline.matches("[0-8]")
        ? Blocks.NO_HEADING
        : outline.charAt(0) - '0' + 1;
  }

  /** Returns the level of headings of a style, which it may have from another one. */
  int level(String style, int depth) {
    Integer own = levels.get(style);
    if (own != null) {
      return own;
    }
    String base = basedOn.get(style);
    return base == null || depth == DEEPEST ? Blocks.NO_HEADING : level(base, depth + 1);
  }

  boolean isContents(String style) {
    return contents.contains(style);
  }
}
