package dev.kaiyuan.output;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.kaiyuan.document.Section;
import dev.kaiyuan.search.StoredArticle;
import dev.kaiyuan.search.snippet.Range;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes an article as one JSON object.
 *
 * <p>{@code {"path","title","lang","date","authors","tags","charset","outline":[{"level","title",
 * "line"}],"text","highlights":[[start,end]]}}. Lines count from 1, highlights are half-open UTF-16
 * offsets in {@code text}, and what is unknown is absent. Where HTML is given, it is in place of
 * text and highlights.
 */
public final class ArticleJsonPrinter {
  private final ArticleLocator locator;
  private final Function<String, List<Range>> marks;

  /**
   * Makes a printer.
   *
   * @param marks returns what is to be marked in a text
   */
  public ArticleJsonPrinter(ArticleLocator locator, Function<String, List<Range>> marks) {
    this.locator = locator;
    this.marks = marks;
  }

  /**
   * Writes an article.
   *
   * @param html the article set as HTML, or null for its text
   */
  public void print(StoredArticle article, @Nullable String html, PrintStream out)
      throws IOException {
    try (JsonGenerator json = Json.generator(out)) {
      json.writeStartObject();
      json.writeStringField("path", locator.path(article.path()));
      json.writeStringField("title", article.title());
      json.writeStringField("lang", article.language().code());
      if (article.date() != null) {
        json.writeStringField("date", article.date().toString());
      }
      Json.strings(json, "authors", article.authors());
      Json.strings(json, "tags", article.tags());
      json.writeStringField("charset", article.charset());
      outline(json, article);
      if (html != null) {
        json.writeStringField("html", html);
      } else {
        json.writeStringField("text", article.text());
        Json.ranges(json, "highlights", marks.apply(article.text()));
      }
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private static void outline(JsonGenerator json, StoredArticle article) throws IOException {
    json.writeArrayFieldStart("outline");
    for (Section section : article.layout().sections()) {
      json.writeStartObject();
      json.writeNumberField("level", section.level());
      json.writeStringField("title", section.title());
      json.writeNumberField("line", article.layout().lines().lineAt(section.start()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Writes words that begin alike. */
  public static void completions(String prefix, List<String> words, PrintStream out)
      throws IOException {
    try (JsonGenerator json = Json.generator(out)) {
      json.writeStartObject();
      json.writeStringField("prefix", prefix);
      json.writeArrayFieldStart("completions");
      for (String word : words) {
        json.writeString(word);
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }
}
