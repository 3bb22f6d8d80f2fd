package dev.kaiyuan.cli;

import dev.kaiyuan.index.FolderWatch;
import dev.kaiyuan.index.Report;
import java.io.IOException;
import java.util.List;

/** Tells the person what a watch has indexed, where anything changed, and what went wrong. */
final class WatchListener implements FolderWatch.Listener {
  private final Call call;
  private final Printing printing;

  /** Prints a report. */
  interface Printing {
    void print(Report report) throws IOException;
  }

  WatchListener(Call call, Printing printing) {
    this.call = call;
    this.printing = printing;
  }

  @Override
  public void indexed(Report report) throws IOException {
    if (report.added() + report.modified() + report.removed() > 0) {
      printing.print(report);
    }
  }

  @Override
  public void failed(IOException failure) {
    String why = Failures.explain(failure, List.of(), call.messages());
    call.err().println("kaiyuan: " + why);
    call.err().flush();
  }
}
