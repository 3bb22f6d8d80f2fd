package dev.kaiyuan.document.pdf;

import dev.kaiyuan.document.FileProblem.Kind;
import dev.kaiyuan.document.Format;
import dev.kaiyuan.document.UnreadableFileException;
import dev.kaiyuan.document.reader.ArticleWriter;
import dev.kaiyuan.document.reader.FormatReader;
import dev.kaiyuan.document.reader.SourceFile;
import java.io.IOException;
import java.util.Set;

/** Reads the text of PDFs. Stateless and thread-safe. */
public final class PdfReader implements FormatReader {
  /** Makes a reader; loads nothing of PDFBox. */
  public PdfReader() {}

  @Override
  public Set<Format> formats() {
    return Set.of(Format.PDF);
  }

  @Override
  public void read(SourceFile file, ArticleWriter to) throws IOException {
    if (!isPdf(file.content())) {
      throw new UnreadableFileException(Kind.VERSION.of("%PDF-"));
    }
    PdfDocument.read(file.content(), to);
  }

  /** Whether the mark stands near the beginning, where all viewers look for it. */
  private static boolean isPdf(byte[] content) {
    for (int i = 0; i + 4 < Math.min(content.length, 1029); i++) {
      if (content[i] == '%'
          && content[i + 1] == 'P'
          && content[i + 2] == 'D'
          && content[i + 3] == 'F') {
        return true;
      }
    }
    return false;
  }
}
