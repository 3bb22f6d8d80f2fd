package dev.kaiyuan.finder;

/**
 * Where things are on a screen: the line that is typed into, what was found of it, the hits, and
 * the article beside them, or beneath where there is no room beside.
 *
 * @param columns the screen's width
 * @param rows its height
 * @param listColumns the width of the hits
 * @param listRows how many rows they have
 * @param pageColumns the width of the article; 0 where there is no room for one
 * @param pageRows how many rows it has
 * @param isBeside whether the article stands beside the hits
 * @param hasKeys whether the last row explains the keys
 */
record Layout(
    int columns,
    int rows,
    int listColumns,
    int listRows,
    int pageColumns,
    int pageRows,
    boolean isBeside,
    boolean hasKeys) {
  private static final int TOP = 2;
  private static final int BESIDE_FROM = 100;
  private static final int BENEATH_FROM = 16;
  private static final int WIDEST_LIST = 80;
  private static final int BETWEEN = 3;

  static Layout of(int columns, int rows) {
    boolean hasKeys = rows >= 10;
    int room = Math.max(0, rows - TOP - (hasKeys ? 1 : 0));
    if (columns >= BESIDE_FROM && room >= 4) {
      int list = Math.min(WIDEST_LIST, columns * 2 / 5);
      int page = columns - list - BETWEEN;
      return new Layout(columns, rows, list, room, page, room, true, hasKeys);
    }
    if (rows < BENEATH_FROM) {
      return new Layout(columns, rows, columns, room, 0, 0, false, hasKeys);
    }
    int list = room * 2 / 5 / 2 * 2;
    return new Layout(columns, rows, columns, list, columns, room - list - 1, false, hasKeys);
  }

  /** How many hits are shown at once: each takes two rows. */
  int hits() {
    return Math.max(1, listRows / 2);
  }

  /** The column at which an article beside the hits begins, from 1. */
  int pageAt() {
    return listColumns + BETWEEN + 1;
  }
}
