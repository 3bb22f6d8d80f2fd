package dev.kaiyuan.output;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.kaiyuan.document.Place;
import dev.kaiyuan.search.Facets;
import dev.kaiyuan.search.Hit;
import dev.kaiyuan.search.Reason;
import dev.kaiyuan.search.SearchResults;
import dev.kaiyuan.search.snippet.Snippet;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON: the results as one object, or each hit as a line of its own (ndjson).
 *
 * <p>{@code {"query","total","totalExact","tookMs","hits":[{"rank","score","path","title",
 * "titleHighlights":[[start,end]],"lang","date","tags","type","line","place":{"kind","number"},"section":["…"],"snippets":[{"text","line",
 * "place","highlights":[[start,end]]}]}],"understood":[{"word","articles"}],"suggestion",
 * "notices","facets":{"languages":[{"value","count"}],"types","tags","years","folders"}}}. Lines
 * count from 1, highlights are half-open UTF-16 offsets in {@code title} or {@code text}, and what
 * is unknown is absent. A place is a {@link Place}: a page, a slide, else a line. Only where the
 * request asks for it, a hit has {@code "reasons":[{"word","term","field","kind","gave"}]}; only
 * where nothing is found, {@code understood} says how the query was cut and how many articles hold
 * each word. Facets are there where the results have them, and {@code "twins":["…"]} where a hit is
 * also found in other languages: their paths.
 */
public final class JsonPrinter implements ResultPrinter {
  private final ArticleLocator locator;
  private final boolean lines;
  private final Messages messages;

  /**
   * Makes a printer of English notices.
   *
   * @param lines whether each hit is a line of its own, and nothing else is written
   */
  public JsonPrinter(ArticleLocator locator, boolean lines) {
    this(locator, lines, Messages.in("en"));
  }

  /**
   * Makes a printer.
   *
   * @param lines whether each hit is a line of its own, and nothing else is written
   * @param messages what the notices are written in
   */
  public JsonPrinter(ArticleLocator locator, boolean lines, Messages messages) {
    this.locator = locator;
    this.lines = lines;
    this.messages = messages;
  }

  @Override
  public void print(SearchResults results, PrintStream out) throws IOException {
    try (JsonGenerator json = Json.generator(out)) {
      if (lines) {
        for (Hit hit : results.hits()) {
          hit(json, hit);
          json.writeRaw('\n');
          json.flush();
        }
      } else {
        results(json, results);
        json.writeRaw('\n');
      }
    }
  }

  private void results(JsonGenerator json, SearchResults results) throws IOException {
    json.writeStartObject();
    json.writeStringField("query", results.query());
    json.writeNumberField("total", results.total());
    json.writeBooleanField("totalExact", results.totalExact());
    if (results.added() > 0) {
      json.writeNumberField("added", results.added());
    }
    json.writeNumberField("tookMs", results.took().toNanos() / 10_000 / 100.0);
    json.writeArrayFieldStart("hits");
    for (Hit hit : results.hits()) {
      hit(json, hit);
    }
    json.writeEndArray();
    if (results.total() == 0) {
      understood(json, results.understood());
    }
    if (results.suggestion() != null) {
      json.writeStringField("suggestion", results.suggestion());
    }
    Json.strings(json, "notices", results.notices().stream().map(messages::text).toList());
    if (results.facets() != null) {
      facets(json, results.facets());
    }
    json.writeEndObject();
  }

  private static void facets(JsonGenerator json, Facets facets) throws IOException {
    json.writeObjectFieldStart("facets");
    Json.counts(json, "languages", facets.languages());
    Json.counts(json, "types", facets.types());
    Json.counts(json, "tags", facets.tags());
    Json.counts(json, "years", facets.years());
    Json.counts(json, "folders", facets.folders());
    json.writeEndObject();
  }

  private static void understood(JsonGenerator json, List<SearchResults.QueryWord> words)
      throws IOException {
    json.writeArrayFieldStart("understood");
    for (SearchResults.QueryWord word : words) {
      json.writeStartObject();
      json.writeStringField("word", word.text());
      json.writeNumberField("articles", word.articles());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void hit(JsonGenerator json, Hit hit) throws IOException {
    json.writeStartObject();
    json.writeNumberField("rank", hit.rank());
    json.writeNumberField("score", hit.score());
    json.writeStringField("path", locator.path(hit.path()));
    json.writeStringField("title", hit.title());
    Json.ranges(json, "titleHighlights", hit.titleHighlights());
    json.writeStringField("lang", hit.language().code());
    if (hit.date() != null) {
      json.writeStringField("date", hit.date().toString());
    }
    Json.strings(json, "authors", hit.authors());
    Json.strings(json, "tags", hit.tags());
    json.writeStringField("type", hit.format().type());
    place(json, hit.line(), hit.place());
    Json.strings(json, "section", hit.section());
    json.writeArrayFieldStart("snippets");
    for (Snippet snippet : hit.snippets()) {
      json.writeStartObject();
      json.writeStringField("text", snippet.text());
      place(json, snippet.line(), snippet.place());
      Json.ranges(json, "highlights", snippet.highlights());
      json.writeEndObject();
    }
    json.writeEndArray();
    if (!hit.twins().isEmpty()) {
      Json.strings(json, "twins", hit.twins().stream().map(locator::path).toList());
    }
    reasons(json, hit.reasons());
    json.writeEndObject();
  }

  private static void place(JsonGenerator json, int line, @Nullable Place place)
      throws IOException {
    if (line > 0) {
      json.writeNumberField("line", line);
    }
    if (place != null) {
      json.writeObjectFieldStart("place");
      json.writeStringField("kind", Json.name(place.kind()));
      json.writeNumberField("number", place.number());
      json.writeEndObject();
    }
  }

  private static void reasons(JsonGenerator json, List<Reason> reasons) throws IOException {
    if (reasons.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("reasons");
    for (Reason reason : reasons) {
      json.writeStartObject();
      json.writeStringField("word", reason.word());
      json.writeStringField("term", reason.term());
      json.writeStringField("field", reason.field());
      json.writeStringField("kind", Json.name(reason.kind()));
      json.writeNumberField("gave", reason.gave());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
