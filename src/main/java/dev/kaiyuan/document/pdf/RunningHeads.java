package dev.kaiyuan.document.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The lines at the head and the foot of pages that come again on the next page or the one behind
 * it, but for the digits in them. Words in them are kept where they are first; page numbers are not
 * kept.
 */
final class RunningHeads {
  /** The number of rows at the head, and at the foot, of a page that may be such lines. */
  private static final int ROWS = 2;

  /** Points by which their places may differ. */
  private static final float TOLERANCE = 6;

  private final Map<String, List<TextLine>> candidates = new HashMap<>();
  private final Set<TextLine> running = new HashSet<>();

  private RunningHeads() {}

  /** Returns lines, in order of their pages, without such ones. */
  static List<TextLine> without(List<TextLine> lines) {
    RunningHeads heads = new RunningHeads();
    for (int start = 0; start < lines.size(); ) {
      int end = start;
      while (end < lines.size() && lines.get(end).page() == lines.get(start).page()) {
        end++;
      }
      heads.addPage(lines.subList(start, end));
      start = end;
    }
    heads.find();
    heads.keepWhole(lines);
    List<TextLine> kept = new ArrayList<>(lines);
    kept.removeIf(heads.running::contains);
    return kept;
  }

  /** A page on which nothing else stands says just that. */
  private void keepWhole(List<TextLine> lines) {
    Set<Integer> others = new HashSet<>();
    for (TextLine line : lines) {
      if (!running.contains(line)) {
        others.add(line.page());
      }
    }
    running.removeIf(line -> !others.contains(line.page()));
  }

  private void addPage(List<TextLine> page) {
    List<TextLine> rows = new ArrayList<>(page);
    rows.sort(Comparator.comparingDouble(TextLine::base));
    addRows(rows);
    addRows(rows.reversed());
  }

  private void addRows(List<TextLine> ordered) {
    int rows = 0;
    float base = Float.NaN;
    for (TextLine line : ordered) {
      if (Float.isNaN(base) || Math.abs(line.base() - base) > TOLERANCE) {
        base = line.base();
        rows++;
      }
      if (rows > ROWS) {
        return;
      }
      candidates.computeIfAbsent(withoutDigits(line.text()), key -> new ArrayList<>()).add(line);
    }
  }

  private static String withoutDigits(String text) {
    String folded = text.replaceAll("[\\s\\p{Nd}]+", "");
    return folded.matches("[ivxlcIVXLC]{0,7}") ? "" : folded;
  }

  private void find() {
    for (Map.Entry<String, List<TextLine>> each : candidates.entrySet()) {
      boolean words = hasWords(each.getKey());
      List<TextLine> lines = each.getValue();
      for (int i = 0; i < lines.size(); i++) {
        if (comesAgain(lines, i, -1) || !words && comesAgain(lines, i, 1)) {
          running.add(lines.get(i));
        }
      }
    }
  }

  /** Whether there is more than what is written around page numbers. */
  private static boolean hasWords(String key) {
    return !key.replaceAll("(?i)page|of|[第页頁共之\\p{P}\\p{S}]", "").isEmpty();
  }

  /** Whether a line comes again at its place, near its page in one direction. */
  private static boolean comesAgain(List<TextLine> lines, int at, int direction) {
    TextLine line = lines.get(at);
    for (int i = at + direction; i >= 0 && i < lines.size(); i += direction) {
      TextLine other = lines.get(i);
      if (Math.abs(other.page() - line.page()) > 2) {
        return false;
      }
      if (other.page() != line.page() && Math.abs(other.base() - line.base()) <= TOLERANCE) {
        return true;
      }
    }
    return false;
  }
}
