package dev.kaiyuan.document.pdf;

import dev.kaiyuan.document.reader.ArticleWriter;
import dev.kaiyuan.document.reader.ArticleWriter.LimitException;
import dev.kaiyuan.document.text.SoftBreak;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes headings and paragraphs of the lines of a document. A line goes on in the next one where
 * both are of one size, close, and the first word of the next had no room on it.
 */
final class Paragraphs {
  /** The least size of a heading, as a multiple of that of most of the text. */
  private static final float LARGER = 1.15f;

  private static final int LONGEST_HEADING = 160;

  /** The greatest distance between lines of a paragraph, as a multiple of that of most lines. */
  private static final float WIDER = 1.25f;

  /** A shorter line, in ems, does not go on on another page or in another column. */
  private static final float SHORTEST_FULL_LINE = 8;

  private static final Pattern ITEM =
      Pattern.compile(
          "(?:[•●○■□◆◇▪‣·–—*-]|\\(?[0-9]{1,3}[.)、．]|[（(][0-9一二三四五六七八九十]{1,3}[）)]"
              + "|[一二三四五六七八九十]{1,3}[、.．])[ \\p{L}\\p{Lo}].*");

  private final List<TextLine> lines;
  private final Columns columns;
  private final float body;
  private final float leading;
  private final List<Float> headingSizes;

  /** Makes paragraphs of all lines of a document, in the order in which they were drawn. */
  Paragraphs(List<TextLine> all) {
    lines = RunningHeads.without(all);
    columns = new Columns(lines);
    Sizes sizes = new Sizes();
    Sizes leadings = new Sizes();
    TextLine before = null;
    for (TextLine line : lines) {
      sizes.add(line.size(), line.text().length());
      if (before != null && before.page() == line.page() && line.base() > before.base()) {
        leadings.add((line.base() - before.base()) / line.size(), 1);
      }
      before = line;
    }
    body = sizes.commonest(1);
    leading = leadings.commonest(1.5f);
    headingSizes = new ArrayList<>();
    for (TextLine line : lines) {
      float size = rounded(line.size());
      if (isHeading(line) && !headingSizes.contains(size)) {
        headingSizes.add(size);
      }
    }
    headingSizes.sort(Collections.reverseOrder());
  }

  /** Counts sizes, rounded to halves. */
  private static final class Sizes {
    private final TreeMap<Float, Integer> counts = new TreeMap<>();

    void add(float size, int count) {
      counts.merge(rounded(size), count, Integer::sum);
    }

    float commonest(float otherwise) {
      float commonest = otherwise;
      int most = 0;
      for (var each : counts.entrySet()) {
        if (each.getValue() > most) {
          most = each.getValue();
          commonest = each.getKey();
        }
      }
      return commonest;
    }
  }

  private static float rounded(float size) {
    return Math.round(size * 2) / 2f;
  }

  private boolean isHeading(TextLine line) {
    return rounded(line.size()) >= LARGER * body
        && line.text().length() <= LONGEST_HEADING
        && line.text().codePoints().anyMatch(Character::isLetter);
  }

  void write(ArticleWriter to) throws LimitException {
    StringBuilder heading = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      TextLine line = lines.get(i);
      TextLine next = i + 1 < lines.size() ? lines.get(i + 1) : null;
      boolean goesOn = next != null && goesOn(line, next);
      to.place(line.page());
      if (isHeading(line)) {
        heading.append(line.text());
        if (goesOn) {
          heading.append('\n');
        } else {
          to.heading(level(line), heading.toString());
          heading.setLength(0);
        }
        continue;
      }
      writeWords(line, goesOn ? next : null, to);
    }
  }

  private static void writeWords(TextLine line, @Nullable TextLine next, ArticleWriter to)
      throws LimitException {
    String text = line.text();
    if (next == null) {
      to.paragraph(text);
    } else if (isRow(line, next)) {
      to.words(text + " ");
    } else if (isHyphenated(text, next.text())) {
      to.words(text.substring(0, text.length() - 1));
    } else {
      to.words(text + "\n");
    }
  }

  private int level(TextLine heading) {
    return 1 + Math.max(0, headingSizes.indexOf(rounded(heading.size())));
  }

  /** Whether a hyphen is at a line's end only because the word is cut there. */
  private static boolean isHyphenated(String text, String next) {
    int last = text.length() - 1;
    char hyphen = text.charAt(last);
    return (hyphen == '-' || hyphen == '\u2010' || hyphen == '\u00AD')
        && last > 1
        && Character.isLetter(text.charAt(last - 1))
        && !SoftBreak.joins(text.charAt(last - 1), next.charAt(0))
        && Character.isLowerCase(next.charAt(0));
  }

  private static boolean isRow(TextLine before, TextLine line) {
    return before.page() == line.page()
        && Math.abs(before.base() - line.base()) < 0.3f * line.size()
        && line.left() >= before.right() - line.size();
  }

  private boolean goesOn(TextLine before, TextLine line) {
    if (isHeading(before) != isHeading(line)) {
      return false;
    }
    if (isRow(before, line)) {
      return true;
    }
    if (Math.abs(before.size() - line.size()) > 0.12f * line.size()
        || ITEM.matcher(line.text()).matches()) {
      return false;
    }
    float down = line.base() - before.base();
    if (isHeading(line)) {
      return before.page() == line.page() && down > 0 && down < 2 * line.size();
    }
    if (before.page() != line.page() || down < 0) {
      return before.right() - before.left() > SHORTEST_FULL_LINE * before.size()
          && isFull(before, line)
          && !endsSentence(before.text());
    }
    return down <= WIDER * leading * line.size()
        && isFull(before, line)
        && !isIndented(before, line);
  }

  /** Whether the first word of the next line had no room on a line. */
  private boolean isFull(TextLine before, TextLine next) {
    float room = columns.right(before) - before.right();
    return room < next.firstWord() + before.size();
  }

  /** Whether a line begins farther in, as the first of a paragraph does. */
  private boolean isIndented(TextLine before, TextLine line) {
    return line.left() > before.left() + 0.8f * line.size()
        && !ITEM.matcher(before.text()).matches();
  }

  private static boolean endsSentence(String text) {
    return "。！？：；.!?:”」』）".indexOf(text.charAt(text.length() - 1)) >= 0;
  }
}
