package dev.kaiyuan.analysis;

/** Takes the places of words in a text. */
public interface TermSink {
  /**
   * Takes one place of a word.
   *
   * @param term which of the words given, by its number
   * @param start where it begins in the text
   * @param end where it ends in the text
   */
  void found(int term, int start, int end);
}
