package dev.kaiyuan.output;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.kaiyuan.eval.Evaluation;
import java.io.IOException;
import java.io.PrintStream;

/** Writes how good a ranking is. */
public final class EvaluationPrinter {
  private final Display display;
  private final Messages messages;

  /** Makes a printer. */
  public EvaluationPrinter(Display display, Messages messages) {
    this.display = display;
    this.messages = messages;
  }

  /** Returns the means for a person. */
  public String text(Evaluation evaluation) {
    Columns table = new Columns(display.columns(), display.theme());
    table.row("nDCG@10", Numbers.decimal(evaluation.ndcg10(), 4));
    table.row("MRR@10", Numbers.decimal(evaluation.mrr10(), 4));
    table.row("R@100", Numbers.decimal(evaluation.recall100(), 4));
    table.row(messages.text("eval.queries"), Numbers.grouped(evaluation.queries()));
    table.row(messages.text("eval.millis"), Numbers.decimal(evaluation.millis(), 2));
    return table.flush().toString();
  }

  /** Writes the means as JSON. */
  public void json(Evaluation evaluation, PrintStream out) throws IOException {
    try (JsonGenerator json = Json.generator(out)) {
      json.writeStartObject();
      json.writeNumberField("queries", evaluation.queries());
      json.writeNumberField("ndcg10", evaluation.ndcg10());
      json.writeNumberField("mrr10", evaluation.mrr10());
      json.writeNumberField("recall100", evaluation.recall100());
      json.writeNumberField("millisPerQuery", evaluation.millis());
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  /** Writes a run as TREC's {@code trec_eval} reads it. */
  public static void trecRun(Evaluation evaluation, Appendable out) throws IOException {
    for (Evaluation.Ranking ranking : evaluation.run()) {
      for (int i = 0; i < ranking.documents().size(); i++) {
        out.append(ranking.query()).append(" Q0 ").append(ranking.documents().get(i));
        out.append(' ').append(Integer.toString(i + 1));
        out.append(' ').append(Float.toString(ranking.scores().get(i))).append(" kaiyuan\n");
      }
    }
  }
}
