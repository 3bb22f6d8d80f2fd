package dev.kaiyuan.document.pdf;

import dev.kaiyuan.document.reader.ArticleWriter;
import dev.kaiyuan.document.reader.ArticleWriter.LimitException;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/**
 * Finds the lines of all pages, in the order in which they were drawn: that is the order in which
 * they are read, column by column, while the order of their places is not. A page that cannot be
 * read costs no other.
 */
final class PageText extends PDFTextStripper {
  private static final int WORK_OF_A_PAGE = 1000;
  private static final int WORK_OF_AN_OPERATOR = 8;
  private static final int WORK_OF_A_GLYPH = 16;

  private final ArticleWriter work;
  private final List<TextLine> lines = new ArrayList<>();
  private final PageNotes notes = new PageNotes();
  private int pages;
  private int pagesRead;
  private int pagesWithoutText;
  private @Nullable String fault;

  /** Makes a finder; {@code work} counts what the pages make. */
  PageText(ArticleWriter work) {
    this.work = work;
  }

  /** Reads as many pages as it can. */
  void read(PDDocument document) throws IOException {
    pages = document.getNumberOfPages();
    try {
      writeText(document, Writer.nullWriter());
    } catch (IOException | RuntimeException | StackOverflowError e) {
      note(e);
      if (lines.isEmpty()) {
        throw e;
      }
    }
  }

  private void note(Throwable e) {
    fault = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  PageNotes notes() {
    return notes;
  }

  List<TextLine> lines() {
    return lines;
  }

  /** How many pages the document says it has. */
  int pages() {
    return pages;
  }

  int pagesRead() {
    return pagesRead;
  }

  int pagesWithoutText() {
    return pagesWithoutText;
  }

  /** Why some pages are not read, or null if all are. */
  @Nullable String fault() {
    return fault;
  }

  @Override
  public void processPage(PDPage page) throws IOException {
    work.work(WORK_OF_A_PAGE);
    int before = lines.size();
    try {
      super.processPage(page);
      notes.add(page, getCurrentPageNo());
      pagesRead++;
      pagesWithoutText += lines.size() == before ? 1 : 0;
    } catch (LimitException e) {
      throw e;
    } catch (IOException | RuntimeException | StackOverflowError e) {
      note(e);
    }
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    work.work(WORK_OF_AN_OPERATOR);
    super.processOperator(operator, operands);
  }

  @Override
  protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement)
      throws IOException {
    work.work(WORK_OF_A_GLYPH);
    super.showGlyph(matrix, font, code, displacement);
  }

  @Override
  protected void writePage() {
    for (List<TextPosition> glyphs : getCharactersByArticle()) {
      LineBuilder line = new LineBuilder(getCurrentPageNo());
      for (TextPosition glyph : glyphs) {
        if (!line.takes(glyph)) {
          line.endTo(lines);
          line = new LineBuilder(getCurrentPageNo());
        }
        line.add(glyph);
      }
      line.endTo(lines);
    }
  }
}
