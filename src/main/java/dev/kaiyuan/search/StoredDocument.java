package dev.kaiyuan.search;

import dev.kaiyuan.document.Format;
import dev.kaiyuan.document.Language;
import dev.kaiyuan.index.ArticleLayout;
import dev.kaiyuan.index.IndexSchema;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexableField;
import org.jspecify.annotations.Nullable;

/** The stored fields of an article, decoded. */
record StoredDocument(Document document) {
  /** The fields that a hit without snippets needs. */
  static final Set<String> WITHOUT_TEXT =
      Set.of(
          IndexSchema.PATH,
          IndexSchema.STORED_TITLE,
          IndexSchema.LANGUAGE,
          IndexSchema.DATE,
          IndexSchema.TYPE,
          IndexSchema.AUTHOR,
          IndexSchema.TAG,
          IndexSchema.ALIAS);

  String path() {
    return document.get(IndexSchema.PATH);
  }

  String title() {
    return document.get(IndexSchema.STORED_TITLE);
  }

  Language language() {
    return Language.of(document.get(IndexSchema.LANGUAGE));
  }

  @Nullable LocalDate date() {
    IndexableField date = document.getField(IndexSchema.DATE);
    return date == null ? null : LocalDate.ofEpochDay(date.numericValue().longValue());
  }

  List<String> authors() {
    return List.of(document.getValues(IndexSchema.AUTHOR));
  }

  List<String> tags() {
    return List.of(document.getValues(IndexSchema.TAG));
  }

  List<String> aliases() {
    return List.of(document.getValues(IndexSchema.ALIAS));
  }

  Format format() {
    return Objects.requireNonNull(Format.ofEnding(document.get(IndexSchema.TYPE)));
  }

  String charset() {
    return document.get(IndexSchema.CHARSET);
  }

  /** Returns the text, or null if it was not loaded. */
  @Nullable String text() {
    return IndexSchema.text(document);
  }

  /** Returns where lines and sections are in the text. */
  ArticleLayout layout(String text) {
    return ArticleLayout.decode(document.getBinaryValue(IndexSchema.LAYOUT), text);
  }
}
