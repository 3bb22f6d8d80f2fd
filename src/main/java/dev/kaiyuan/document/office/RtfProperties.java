package dev.kaiyuan.document.office;

import dev.kaiyuan.document.reader.ArticleWriter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The properties of an RTF, from its group {@code info}. */
final class RtfProperties {
  private static final Set<String> FIELDS = Set.of("title", "author", "keywords");

  private final Map<String, StringBuilder> values = new HashMap<>();

  boolean isField(String word) {
    return FIELDS.contains(word.toLowerCase(Locale.ROOT));
  }

  /** Drops the value so far: Word repeats in Unicode what it wrote in an older encoding. */
  void begin(String field) {
    values.remove(field);
  }

  void add(String field, String characters) {
    if (FIELDS.contains(field)) {
      values.computeIfAbsent(field, key -> new StringBuilder()).append(characters);
    }
  }

  private String value(String field) {
    StringBuilder value = values.get(field);
    return value == null ? "" : value.toString();
  }

  void give(ArticleWriter to) {
    to.title(value("title"));
    to.authors(value("author"));
    to.tags(value("keywords"));
  }
}
