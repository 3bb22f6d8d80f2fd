package dev.kaiyuan.output;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.kaiyuan.search.Hit;
import dev.kaiyuan.search.Notice;
import dev.kaiyuan.search.Range;
import dev.kaiyuan.search.Reason;
import dev.kaiyuan.search.SearchResults;
import dev.kaiyuan.search.Snippet;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/**
 * Writes JSON: the results as one object, or each hit as a line of its own (ndjson).
 *
 * <p>{@code
 * {"query","total","totalExact","tookMs","hits":[{"rank","score","path","title","lang","date",
 * "tags","line","section":["…"],"snippets":[{"text","line","highlights":[[start,end]]}]}],
 * "understood":[{"word","articles"}],"suggestion","notices"}}. Lines count from 1, highlights are
 * half-open UTF-16 offsets in {@code text}, and what is unknown is absent. Only where the request
 * asks for it, a hit has {@code "reasons":[{"word","term","field","kind","gave"}]}; only where
 * nothing is found, {@code understood} says how the query was cut and how many articles hold each
 * word.
 */
public final class JsonPrinter implements ResultPrinter {
  private final ArticleLocator locator;
  private final boolean lines;

  /**
   * Makes a printer.
   *
   * @param lines whether each hit is a line of its own, and nothing else is written
   */
  public JsonPrinter(ArticleLocator locator, boolean lines) {
    this.locator = locator;
    this.lines = lines;
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
    if (!results.notices().isEmpty()) {
      strings(json, "notices", results.notices().stream().map(Notice::toString).toList());
    }
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
    json.writeStringField("lang", hit.language().code());
    if (hit.date() != null) {
      json.writeStringField("date", hit.date().toString());
    }
    if (!hit.authors().isEmpty()) {
      strings(json, "authors", hit.authors());
    }
    if (!hit.tags().isEmpty()) {
      strings(json, "tags", hit.tags());
    }
    json.writeNumberField("line", hit.line());
    if (!hit.section().isEmpty()) {
      strings(json, "section", hit.section());
    }
    json.writeArrayFieldStart("snippets");
    for (Snippet snippet : hit.snippets()) {
      json.writeStartObject();
      json.writeStringField("text", snippet.text());
      json.writeNumberField("line", snippet.line());
      json.writeArrayFieldStart("highlights");
      for (Range range : snippet.highlights()) {
        json.writeStartArray();
        json.writeNumber(range.start());
        json.writeNumber(range.end());
        json.writeEndArray();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    reasons(json, hit.reasons());
    json.writeEndObject();
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

  private static void strings(JsonGenerator json, String name, List<String> values)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
