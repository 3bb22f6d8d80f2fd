package dev.kaiyuan.output;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.kaiyuan.analysis.AnalyzedQuery;
import dev.kaiyuan.analysis.ChineseEnglishAnalyzer;
import dev.kaiyuan.analysis.QueryAnalyzer;
import dev.kaiyuan.analysis.QueryUnit;
import dev.kaiyuan.analysis.segmenter.UserDictionary;
import dev.kaiyuan.analysis.segmenter.WordKind;
import dev.kaiyuan.analysis.segmenter.WordLattice;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes into which words a text is cut, into which terms those, and what else could have been. */
public final class AnalysisPrinter {
  private final Display display;
  private final Messages messages;
  private final UserDictionary known;

  /** A word that the dictionary knows in the text, and the cost of the cheapest way through it. */
  private record Candidate(
      int start, int end, String text, double cost, boolean chosen, boolean user) {}

  /**
   * Makes a printer.
   *
   * @param known the words for the segmenter to know
   */
  public AnalysisPrinter(Display display, Messages messages, UserDictionary known) {
    this.display = display;
    this.messages = messages;
    this.known = known;
  }

  /** Returns the analysis of a text for a person. */
  public String text(String source) {
    AnalyzedQuery analyzed = new QueryAnalyzer(known).analyze(source);
    StyledText text = new StyledText(display);
    List<String[]> rows = new ArrayList<>();
    rows.add(
        new String[] {
          messages.text("analyze.title-word"),
          messages.text("analyze.title-place"),
          messages.text("analyze.title-terms"),
          messages.text("analyze.title-note")
        });
    for (QueryUnit unit : analyzed.units()) {
      String note = messages.text("analyze." + role(unit));
      rows.add(
          new String[] {
            SanitizedText.of(unit.text()),
            unit.start() + "-" + unit.end(),
            SanitizedText.of(String.join(" ", unit.grams())),
            note
          });
    }
    table(text, rows);
    List<Candidate> candidates = candidates(source);
    if (!candidates.isEmpty()) {
      text.newLine();
      text.wrapped(display.theme().heading(), messages.text("analyze.lattice"), List.of(), 0);
      List<String[]> words = new ArrayList<>();
      for (Candidate candidate : candidates) {
        String mark = messages.text(candidate.chosen() ? "analyze.chosen" : "analyze.passed");
        words.add(
            new String[] {
              SanitizedText.of(candidate.text()),
              candidate.start() + "-" + candidate.end(),
              Numbers.decimal(candidate.cost(), 2),
              candidate.user() ? mark + messages.text("analyze.user") : mark
            });
      }
      table(text, words);
    }
    return text.toString();
  }

  private static String role(QueryUnit unit) {
    return unit.role().name().toLowerCase(Locale.ROOT);
  }

  private void table(StyledText text, List<String[]> rows) {
    int[] widths = new int[4];
    for (String[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        widths[i] = Math.max(widths[i], StyledText.width(row[i]));
      }
    }
    for (String[] row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.length; i++) {
        line.append(row[i]);
        if (i + 1 < row.length && widths[i + 1] > 0) {
          line.append(" ".repeat(widths[i] - StyledText.width(row[i]) + 2));
        }
      }
      text.add(line.toString().stripTrailing()).newLine();
    }
  }

  /** Han words of more than one character, chosen or not, and single ones that were chosen. */
  private List<Candidate> candidates(String source) {
    String folded = ChineseEnglishAnalyzer.fold(source);
    char[] characters = folded.toCharArray();
    WordLattice lattice = new WordLattice(known);
    lattice.setText(characters, 0, characters.length);
    List<Candidate> candidates = new ArrayList<>();
    while (lattice.next()) {
      for (int i = 0; i < lattice.size(); i++) {
        boolean chosen = lattice.isOnPath(i);
        int length = lattice.end(i) - lattice.start(i);
        if (lattice.kind(i) == WordKind.HAN && (chosen || length > 1)) {
          candidates.add(
              new Candidate(
                  lattice.start(i),
                  lattice.end(i),
                  folded.substring(lattice.start(i), lattice.end(i)),
                  lattice.cost(i),
                  chosen,
                  lattice.isUserWord(i)));
        }
      }
    }
    return candidates;
  }

  /** Writes the analysis of a text as one JSON object. */
  public void json(String source, PrintStream out) throws IOException {
    AnalyzedQuery analyzed = new QueryAnalyzer(known).analyze(source);
    try (JsonGenerator json = Json.generator(out)) {
      json.writeStartObject();
      json.writeStringField("text", source);
      json.writeArrayFieldStart("words");
      for (QueryUnit unit : analyzed.units()) {
        json.writeStartObject();
        json.writeStringField("word", unit.text());
        json.writeNumberField("start", unit.start());
        json.writeNumberField("end", unit.end());
        json.writeStringField("role", role(unit));
        json.writeArrayFieldStart("terms");
        for (String gram : unit.grams()) {
          json.writeString(gram);
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeArrayFieldStart("candidates");
      for (Candidate candidate : candidates(source)) {
        json.writeStartObject();
        json.writeStringField("word", candidate.text());
        json.writeNumberField("start", candidate.start());
        json.writeNumberField("end", candidate.end());
        json.writeNumberField("cost", candidate.cost());
        json.writeBooleanField("chosen", candidate.chosen());
        json.writeBooleanField("userWord", candidate.user());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }
}
