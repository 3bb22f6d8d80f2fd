package dev.kaiyuan.document.pdf;

import dev.kaiyuan.document.reader.ArticleWriter;
import dev.kaiyuan.document.reader.ArticleWriter.LimitException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.jspecify.annotations.Nullable;

/** What people wrote onto pages: the fields of forms that are filled in, and comments. */
final class PageNotes {
  private static final Set<String> COMMENTS =
      Set.of("Text", "FreeText", "Highlight", "Underline", "StrikeOut", "Squiggly", "Caret");

  /** Fields lie within each other no deeper than this. */
  private static final int DEEPEST = 16;

  private record Note(int page, String words) {}

  private final List<Note> notes = new ArrayList<>();

  void add(PDPage page, int number) throws IOException {
    for (PDAnnotation annotation : page.getAnnotations()) {
      String words =
          COMMENTS.contains(annotation.getSubtype())
              ? annotation.getContents()
              : "Widget".equals(annotation.getSubtype()) ? value(annotation.getCOSObject()) : null;
      if (words != null && !words.isBlank()) {
        notes.add(new Note(number, words));
      }
    }
  }

  /** The value of a field for text or choices, which it may have from the field around it. */
  private static @Nullable String value(COSDictionary field) {
    COSBase value = null;
    String type = null;
    COSDictionary at = field;
    for (int depth = 0; at != null && depth < DEEPEST; depth++) {
      value = value == null ? at.getDictionaryObject(COSName.V) : value;
      type = type == null ? at.getNameAsString(COSName.FT) : type;
      at = at.getCOSDictionary(COSName.PARENT);
    }
    if (!"Tx".equals(type) && !"Ch".equals(type)) {
      return null;
    }
    if (value instanceof COSStream stream) {
      return stream.toTextString();
    }
    return value instanceof COSString string ? string.getString() : null;
  }

  boolean isEmpty() {
    return notes.isEmpty();
  }

  void write(ArticleWriter to) throws LimitException {
    for (Note note : notes) {
      to.place(note.page);
      to.paragraph(note.words);
    }
  }
}
