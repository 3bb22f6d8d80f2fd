package dev.kaiyuan.cli;

import dev.kaiyuan.cli.context.Context;
import dev.kaiyuan.cli.context.Failures;
import dev.kaiyuan.index.FolderWatch;
import dev.kaiyuan.index.Report;
import java.io.IOException;
import java.util.List;

/**
 * Tells the person what a watch has indexed, where anything changed, and what went wrong; makes the
 * vectors that the index has to have.
 */
final class WatchListener implements FolderWatch.Listener {
  private final Context context;
  private final IndexLocation place;
  private final IndexOutput output;
  private final int threads;
  private String lastFailure = "";

  /**
   * Makes a listener.
   *
   * @param threads how many articles get vectors at once
   */
  WatchListener(Context context, IndexLocation place, IndexOutput output, int threads) {
    this.context = context;
    this.place = place;
    this.output = output;
    this.threads = threads;
  }

  @Override
  public void indexed(Report report) throws IOException {
    if (report.added() + report.modified() + report.removed() > 0) {
      output.print(report);
      lastFailure = "";
    }
    output.print(new IndexUpdate(context, place).embed(threads, null));
  }

  @Override
  public void failed(IOException failure) {
    String why = Failures.explain(failure, List.of(), context.messages());
    if (!why.equals(lastFailure)) { // It is tried again every second.
      context.err().println("kaiyuan: " + why);
      context.err().flush();
      lastFailure = why;
    }
  }
}
