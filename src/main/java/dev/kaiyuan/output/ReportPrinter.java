package dev.kaiyuan.output;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.kaiyuan.document.FileProblem;
import dev.kaiyuan.index.Change;
import dev.kaiyuan.index.Report;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Writes what an indexing run did, for a person or as JSON. */
public final class ReportPrinter {
  private static final int MOST_NAMED = 20;

  private final Display display;
  private final Messages messages;
  private final boolean dryRun;

  /**
   * Makes a printer.
   *
   * @param dryRun whether the report says what would be done
   */
  public ReportPrinter(Display display, Messages messages, boolean dryRun) {
    this.display = display;
    this.messages = messages;
    this.dryRun = dryRun;
  }

  /**
   * Writes a report.
   *
   * @param format {@code json} or {@code text}
   */
  public void print(Report report, String format, PrintStream out) throws IOException {
    if (format.equals("json")) {
      json(report, out);
    } else {
      out.print(text(report));
    }
  }

  private String text(Report report) {
    StyledText text = new StyledText(display);
    int named = 0;
    for (Change.Skipped skipped : report.skipped()) {
      if (named++ == MOST_NAMED) {
        text.add(messages.text("report.skipped-more", report.skipped().size() - MOST_NAMED));
        text.newLine();
        break;
      }
      line(text, "report.skipped-file", skipped.path(), messages.text(skipped.problem()));
    }
    named = 0;
    for (Report.Warning warning : report.warnings()) {
      if (named++ == MOST_NAMED) {
        text.add(messages.text("report.warnings-more", report.warnings().size() - MOST_NAMED));
        text.newLine();
        break;
      }
      line(text, "report.warning", warning.path(), messages.text(warning.problem()));
    }
    List<String> done = new ArrayList<>();
    count(done, "report.added", report.added());
    count(done, "report.modified", report.modified());
    count(done, "report.removed", report.removed());
    count(done, "report.unchanged", report.unchanged());
    count(done, "report.skipped", report.skipped().size());
    count(done, "report.other", report.otherFiles());
    count(done, "report.ignored", report.ignored());
    String all = String.join(messages.text("report.comma"), done);
    text.wrapped("", messages.text(dryRun ? "report.would" : "report.did", all), List.of(), 0);
    if (!dryRun) {
      text.wrapped(
          "",
          messages.text(
              report.articles() == 1 ? "report.holds-one" : "report.holds",
              Numbers.grouped(report.articles()),
              Numbers.bytes(report.bytes()),
              Numbers.decimal(report.took().toMillis() / 1000.0, 2)),
          List.of(),
          0);
    }
    return text.toString();
  }

  private void line(StyledText text, String key, String path, String what) {
    text.add(messages.text(key, HarmlessText.of(path), HarmlessText.of(what))).newLine();
  }

  private void count(List<String> done, String key, int count) {
    if (count > 0 || key.equals("report.added")) {
      done.add(messages.text(key, Numbers.grouped(count)));
    }
  }

  private void json(Report report, PrintStream out) throws IOException {
    try (JsonGenerator json = Json.generator(out)) {
      json.writeStartObject();
      json.writeBooleanField("dryRun", dryRun);
      json.writeNumberField("added", report.added());
      json.writeNumberField("modified", report.modified());
      json.writeNumberField("removed", report.removed());
      json.writeNumberField("unchanged", report.unchanged());
      json.writeNumberField("otherFiles", report.otherFiles());
      json.writeNumberField("ignored", report.ignored());
      json.writeNumberField("articles", report.articles());
      json.writeNumberField("bytes", report.bytes());
      json.writeNumberField("tookMs", report.took().toMillis());
      json.writeArrayFieldStart("skipped");
      for (Change.Skipped skipped : report.skipped()) {
        problem(json, skipped.path(), "reason", skipped.problem());
      }
      json.writeEndArray();
      json.writeArrayFieldStart("warnings");
      for (Report.Warning warning : report.warnings()) {
        problem(json, warning.path(), "text", warning.problem());
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private static void problem(JsonGenerator json, String path, String name, FileProblem problem)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("path", path);
    json.writeStringField("kind", Messages.name(problem.kind()));
    json.writeStringField(name, problem.toString());
    json.writeEndObject();
  }
}
