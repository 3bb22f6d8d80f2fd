package dev.kaiyuan.finder;

/**
 * A row of the screen: text from its first column on, and where there are two panes beside each
 * other, more from a column on.
 *
 * @param left the text, cut to its pane
 * @param at the column where the other text begins, from 1; 0 for none
 * @param right the other text, or an empty string
 */
record Row(String left, int at, String right) {
  static final Row EMPTY = new Row("", 0, "");

  static Row of(String text) {
    return new Row(text, 0, "");
  }
}
