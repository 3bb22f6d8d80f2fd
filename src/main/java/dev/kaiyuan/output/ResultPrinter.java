package dev.kaiyuan.output;

import dev.kaiyuan.search.SearchResults;
import java.io.IOException;
import java.io.PrintStream;

/** Writes what was found in one format. */
public interface ResultPrinter {
  /** Writes the results, as far as the reader at the other end takes them. */
  void print(SearchResults results, PrintStream out) throws IOException;
}
