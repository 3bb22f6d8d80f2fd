package dev.kaiyuan.document.office;

import dev.kaiyuan.document.reader.ArticleWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What a document says of itself: office programs and books use the same names for it. */
final class DublinCore implements Xml.Handler {
  private final ArticleWriter to;
  private final StringBuilder value = new StringBuilder();
  private @Nullable String firstDate;

  private DublinCore(ArticleWriter to) {
    this.to = to;
  }

  /** Reads an entry, if the archive has it. */
  static void read(ZipArchive archive, String entry, ArticleWriter to) throws IOException {
    if (archive.has(entry)) {
      DublinCore properties = new DublinCore(to);
      Xml.read(archive, entry, to, properties);
      to.date(properties.firstDate);
    }
  }

  @Override
  public void start(Xml.Attributes element) {
    value.setLength(0);
  }

  @Override
  public void text(String characters) {
    value.append(characters);
  }

  @Override
  public void end(String name) {
    String said = value.toString().strip();
    value.setLength(0);
    if (said.isEmpty()) {
      return;
    }
    switch (name) {
      case "title" -> to.title(said);
      case "creator", "initial-creator" -> to.authors(said);
      case "keywords", "keyword", "subject" -> to.tags(said);
      case "language" -> to.language(said);
      // When it was made, which comes before or behind when it was changed.
      case "created", "creation-date" -> firstDate = said;
      case "date", "modified" -> firstDate = firstDate == null ? said : firstDate;
      default -> {}
    }
  }
}
