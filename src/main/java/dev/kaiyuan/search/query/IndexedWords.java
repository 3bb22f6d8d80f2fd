package dev.kaiyuan.search.query;

import java.io.IOException;
import java.util.List;

/** The words that an index has. */
public interface IndexedWords {
  /** Returns those that a pattern is of, in the order of their UTF-8 bytes. */
  List<WordFrequency> listed(WordPattern pattern) throws IOException;
}
