package dev.kaiyuan.output;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.kaiyuan.search.FacetCount;
import dev.kaiyuan.search.IndexStatistics;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes what is in an index, with bars for a person or as JSON. */
public final class StatisticsPrinter {
  private static final int MOST_ROWS = 12;
  private static final int WIDEST_BAR = 40;

  private final Display display;
  private final Messages messages;
  private final ArticleLocator locator;
  private final String index;

  /**
   * Makes a printer.
   *
   * @param index where the index is
   */
  public StatisticsPrinter(
      Display display, Messages messages, ArticleLocator locator, String index) {
    this.display = display;
    this.messages = messages;
    this.locator = locator;
    this.index = index;
  }

  /** Returns the text for a person. */
  public String text(IndexStatistics statistics) {
    StyledText text = new StyledText(display);
    text.wrapped(
        display.theme().title(),
        messages.text(
            statistics.articles() == 1 ? "stats.holds-one" : "stats.holds",
            SanitizedText.of(index),
            Numbers.grouped(statistics.articles()),
            Numbers.bytes(statistics.bytes()),
            Numbers.bytes(statistics.indexBytes())),
        List.of(),
        0);
    for (String folder : statistics.folders()) {
      String path = SanitizedText.of(locator.path(folder));
      text.wrapped("", messages.text("stats.folder", path), List.of(), 0);
    }
    if (!statistics.included().isEmpty()) {
      String patterns = SanitizedText.of(String.join(" ", statistics.included()));
      text.wrapped("", messages.text("stats.included", patterns), List.of(), 0);
    }
    IndexStatistics.MeaningCoverage meaning = statistics.meaning();
    if (meaning != null) {
      text.wrapped(
          "",
          messages.text(
              "stats.meaning",
              Numbers.grouped(meaning.articles()),
              Numbers.grouped(meaning.passages()),
              meaning.depth().name().toLowerCase(Locale.ROOT),
              String.join(", ", meaning.models())),
          List.of(),
          0);
    }
    bars(text, "stats.languages", statistics.facets().languages(), "language.");
    bars(text, "stats.types", statistics.facets().types(), "");
    bars(text, "stats.tags", statistics.facets().tags(), "");
    bars(text, "stats.years", statistics.facets().years(), "");
    bars(text, "stats.folders", statistics.facets().folders(), "");
    if (!statistics.largest().isEmpty()) {
      text.newLine().add(display.theme().heading(), messages.text("stats.largest")).newLine();
      for (IndexStatistics.FileSize file : statistics.largest()) {
        String size = Numbers.bytes(file.bytes());
        text.spaces(Math.max(0, 10 - size.length())).add(size).spaces(2);
        text.wrapped(
            display.theme().path(), SanitizedText.of(locator.path(file.path())), List.of(), 12);
      }
    }
    if (!statistics.skipped().isEmpty()) {
      text.newLine().add(display.theme().heading(), messages.text("stats.skipped")).newLine();
      for (IndexStatistics.SkippedFile file : statistics.skipped()) {
        String path = SanitizedText.of(locator.path(file.path()));
        text.spaces(2);
        String what = SanitizedText.of(messages.text(file.problem()));
        text.wrapped("", messages.text("stats.skipped-file", path, what), List.of(), 4);
      }
    }
    bars(text, "stats.kinds", otherKinds(statistics), "");
    return text.toString();
  }

  private List<FacetCount> otherKinds(IndexStatistics statistics) {
    List<FacetCount> kinds = new ArrayList<>();
    statistics
        .otherKinds()
        .forEach(
            (ending, count) -> {
              String name = ending.isEmpty() ? messages.text("report.no-ending") : ending;
              kinds.add(new FacetCount(name, count));
            });
    return kinds;
  }

  private void bars(StyledText text, String title, List<FacetCount> counts, String labels) {
    if (counts.isEmpty()) {
      return;
    }
    text.newLine().add(display.theme().heading(), messages.text(title)).newLine();
    List<FacetCount> shown = counts.subList(0, Math.min(MOST_ROWS, counts.size()));
    int widest = 0;
    int greatest = shown.getFirst().count();
    int number = Numbers.grouped(greatest).length();
    for (FacetCount facet : shown) {
      widest = Math.max(widest, StyledText.width(label(facet, labels)));
    }
    int room = display.columns() - 2 - widest - 2 - number - 1;
    int bar = Math.min(WIDEST_BAR, Math.max(0, room));
    for (FacetCount facet : shown) {
      String label = label(facet, labels);
      String count = Numbers.grouped(facet.count());
      text.spaces(2).add(label).spaces(widest - StyledText.width(label) + 2);
      text.spaces(number - count.length()).add(count).spaces(1);
      text.add(display.theme().line(), Bar.of(facet.count(), greatest, bar)).newLine();
    }
    if (shown.size() < counts.size()) {
      String rest = messages.text("stats.rest", Numbers.grouped(counts.size() - shown.size()));
      text.spaces(2).add(display.theme().faint(), rest).newLine();
    }
  }

  private String label(FacetCount facet, String labels) {
    return labels.isEmpty()
        ? SanitizedText.of(facet.value())
        : messages.text(labels + facet.value());
  }

  /** Writes all of it as one JSON object. */
  public void json(IndexStatistics statistics, PrintStream out) throws IOException {
    try (JsonGenerator json = Json.generator(out)) {
      json.writeStartObject();
      json.writeStringField("index", index);
      json.writeNumberField("articles", statistics.articles());
      json.writeNumberField("bytes", statistics.bytes());
      json.writeNumberField("indexBytes", statistics.indexBytes());
      json.writeArrayFieldStart("indexedFolders");
      for (String folder : statistics.folders()) {
        json.writeString(locator.path(folder));
      }
      json.writeEndArray();
      json.writeArrayFieldStart("included");
      for (String pattern : statistics.included()) {
        json.writeString(pattern);
      }
      json.writeEndArray();
      IndexStatistics.MeaningCoverage meaning = statistics.meaning();
      if (meaning != null) {
        json.writeObjectFieldStart("meaning");
        json.writeStringField("depth", meaning.depth().name().toLowerCase(Locale.ROOT));
        json.writeNumberField("articles", meaning.articles());
        json.writeNumberField("passages", meaning.passages());
        json.writeArrayFieldStart("models");
        for (String model : meaning.models()) {
          json.writeString(model);
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      Json.counts(json, "languages", statistics.facets().languages());
      Json.counts(json, "types", statistics.facets().types());
      Json.counts(json, "tags", statistics.facets().tags());
      Json.counts(json, "years", statistics.facets().years());
      Json.counts(json, "folders", statistics.facets().folders());
      json.writeArrayFieldStart("largest");
      for (IndexStatistics.FileSize file : statistics.largest()) {
        json.writeStartObject();
        json.writeStringField("path", locator.path(file.path()));
        json.writeNumberField("bytes", file.bytes());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeArrayFieldStart("skipped");
      for (IndexStatistics.SkippedFile file : statistics.skipped()) {
        json.writeStartObject();
        json.writeStringField("path", locator.path(file.path()));
        json.writeStringField("kind", Messages.name(file.problem().kind()));
        json.writeStringField("reason", Messages.english().text(file.problem()));
        json.writeEndObject();
      }
      json.writeEndArray();
      Json.kinds(json, statistics.otherKinds());
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }
}
