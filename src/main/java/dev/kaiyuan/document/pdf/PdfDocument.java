package dev.kaiyuan.document.pdf;

import dev.kaiyuan.document.FileProblem.Kind;
import dev.kaiyuan.document.UnreadableFileException;
import dev.kaiyuan.document.reader.ArticleWriter;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/** Reads one PDF with PDFBox. */
final class PdfDocument {
  static {
    FontMappers.set(new BundledFont());
  }

  private PdfDocument() {}

  static void read(byte[] content, ArticleWriter to) throws IOException {
    CountedRead counted = new CountedRead(content, to);
    try (PDDocument document =
        Loader.loadPDF(counted, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
      PageText text = new PageText(to);
      text.read(document);
      if (text.lines().isEmpty() && text.notes().isEmpty()) {
        throw withoutText(text);
      }
      readProperties(document, to);
      new Paragraphs(text.lines()).write(to);
      text.notes().write(to);
      if (text.fault() != null) {
        to.warn(Kind.PARTLY.of(text.pagesRead() + "/" + text.pages() + "; " + text.fault()));
      } else if (2 * text.pagesWithoutText() >= text.pages()) {
        to.warn(Kind.SOME_PICTURES.of(text.pagesWithoutText() + "/" + text.pages()));
      }
    } catch (InvalidPasswordException e) {
      throw new UnreadableFileException(Kind.PASSWORD.alone());
    }
  }

  private static IOException withoutText(PageText text) {
    if (text.fault() != null) {
      return new IOException(text.fault());
    }
    return new UnreadableFileException(
        text.pages() == 0
            ? Kind.BROKEN.of("no pages")
            : Kind.PICTURES.of(Integer.toString(text.pages())));
  }

  private static void readProperties(PDDocument document, ArticleWriter to) {
    try {
      PDDocumentInformation information = document.getDocumentInformation();
      to.title(information.getTitle());
      to.authors(information.getAuthor());
      to.tags(information.getKeywords());
      Calendar made = information.getCreationDate();
      if (made != null) {
        to.date(LocalDate.ofInstant(made.toInstant(), ZoneOffset.UTC).toString());
      }
      to.language(document.getDocumentCatalog().getLanguage());
    } catch (RuntimeException e) {
      // The properties of a damaged file are damaged, its pages need not be.
      to.warn(Kind.PARTLY.of(String.valueOf(e.getMessage())));
    }
  }
}
