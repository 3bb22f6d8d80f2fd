package dev.kaiyuan.document.markup;

import dev.kaiyuan.document.Format;
import dev.kaiyuan.document.reader.ArticleWriter;
import dev.kaiyuan.document.reader.ArticleWriter.LimitException;
import dev.kaiyuan.document.reader.FormatReader;
import dev.kaiyuan.document.reader.SourceFile;
import java.util.EnumSet;
import java.util.Set;

/** Reads Org, reStructuredText, AsciiDoc and LaTeX. Stateless and thread-safe. */
public final class MarkupReader implements FormatReader {
  /** Makes a reader. */
  public MarkupReader() {}

  @Override
  public Set<Format> formats() {
    return EnumSet.of(Format.ORG, Format.RST, Format.ASCIIDOC, Format.LATEX);
  }

  @Override
  public void read(SourceFile file, ArticleWriter to) throws LimitException {
    switch (file.format()) {
      case ORG -> new OrgText(file.text(), to).read();
      case RST -> new RstText(file.text(), to).read();
      case ASCIIDOC -> new AsciidocText(file.text(), to).read();
      default -> new LatexText(file.text(), to).read();
    }
  }
}
