package dev.kaiyuan.output;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.kaiyuan.document.FileProblem;
import dev.kaiyuan.index.Change;
import dev.kaiyuan.index.Report;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes what an indexing run did, for a person or as JSON. */
public final class ReportPrinter {
  private static final int MOST_NAMED = 20;
  private static final int MOST_KINDS = 8;
  private static final Pattern TEXT = Pattern.compile("^text/|json|xml$|script$");

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

  /** Returns a report for a person. */
  public String text(Report report) {
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
    if (!report.otherKinds().isEmpty()) {
      text.wrapped("", otherKinds(report.otherKinds()), List.of(), 0);
    }
    if (!dryRun) {
      if (report.types().size() > 1) {
        List<String> types = new ArrayList<>();
        report.types().forEach((type, count) -> types.add(type + " " + Numbers.grouped(count)));
        String listed = String.join(messages.text("report.comma"), types);
        text.wrapped("", messages.text("report.types", listed), List.of(), 0);
      }
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

  /** The endings of what was passed over, and how a person has such files read. */
  private String otherKinds(Map<String, Integer> kinds) {
    List<String> named = new ArrayList<>();
    String example = null;
    for (Map.Entry<String, Integer> kind : kinds.entrySet()) {
      String ending = kind.getKey();
      if (named.size() < MOST_KINDS) {
        String name = ending.isEmpty() ? messages.text("report.no-ending") : ending;
        named.add(SanitizedText.of(name) + " " + Numbers.grouped(kind.getValue()));
      }
      if (example == null && mayBeText(ending)) {
        example = SanitizedText.of("--include='*" + ending + "'");
      }
    }
    if (kinds.size() > named.size()) {
      named.add(messages.text("report.more-kinds", kinds.size() - named.size()));
    }
    String all = String.join(messages.text("report.comma"), named);
    return example == null
        ? messages.text("report.kinds", all)
        : messages.text("report.kinds-include", all, example);
  }

  /** Whether files of an ending may be text, as far as the platform knows of it. */
  private static boolean mayBeText(String ending) {
    String type = URLConnection.guessContentTypeFromName("name" + ending);
    return !ending.isEmpty() && (type == null || TEXT.matcher(type).find());
  }

  private void line(StyledText text, String key, String path, String what) {
    text.add(messages.text(key, SanitizedText.of(path), SanitizedText.of(what))).newLine();
  }

  private void count(List<String> done, String key, int count) {
    if (count > 0 || key.equals("report.added")) {
      done.add(messages.text(key, Numbers.grouped(count)));
    }
  }

  /** Writes a report as JSON. */
  public void json(Report report, PrintStream out) throws IOException {
    try (JsonGenerator json = Json.generator(out)) {
      json.writeStartObject();
      json.writeBooleanField("dryRun", dryRun);
      json.writeNumberField("added", report.added());
      json.writeNumberField("modified", report.modified());
      json.writeNumberField("removed", report.removed());
      json.writeNumberField("unchanged", report.unchanged());
      json.writeNumberField("otherFiles", report.otherFiles());
      Json.kinds(json, report.otherKinds());
      json.writeNumberField("ignored", report.ignored());
      json.writeNumberField("articles", report.articles());
      json.writeObjectFieldStart("types");
      for (Map.Entry<String, Integer> type : report.types().entrySet()) {
        json.writeNumberField(type.getKey(), type.getValue());
      }
      json.writeEndObject();
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
    json.writeStringField(name, Messages.english().text(problem));
    json.writeEndObject();
  }
}
