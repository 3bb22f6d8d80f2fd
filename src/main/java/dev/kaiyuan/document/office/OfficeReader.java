package dev.kaiyuan.document.office;

import dev.kaiyuan.document.FileProblem.Kind;
import dev.kaiyuan.document.Format;
import dev.kaiyuan.document.UnreadableFileException;
import dev.kaiyuan.document.reader.ArticleWriter;
import dev.kaiyuan.document.reader.FormatReader;
import dev.kaiyuan.document.reader.SourceFile;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;

/** Reads the documents of office programs, and books. Stateless and thread-safe. */
public final class OfficeReader implements FormatReader {
  /** Makes a reader. */
  public OfficeReader() {}

  @Override
  public Set<Format> formats() {
    return EnumSet.of(
        Format.DOCX, Format.PPTX, Format.XLSX, Format.ODT, Format.ODP, Format.ODS, Format.EPUB);
  }

  @Override
  public void read(SourceFile file, ArticleWriter to) throws IOException {
    if (OleFile.is(file.content())) {
      throw new UnreadableFileException(OleFile.problem(file.content()));
    }
    ZipArchive archive = ZipArchive.of(file.content(), to);
    if (archive == null) {
      throw new UnreadableFileException(Kind.VERSION.of("no zip archive"));
    }
    switch (file.format()) {
      case DOCX -> new WordDocument(archive, to).read();
      case PPTX -> new SlideShow(archive, to).read();
      case XLSX -> new Workbook(archive, to).read();
      case EPUB -> new Book(archive, to).read();
      default -> new OpenDocument(archive, to).read();
    }
  }
}
