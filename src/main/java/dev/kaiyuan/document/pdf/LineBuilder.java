package dev.kaiyuan.document.pdf;

import dev.kaiyuan.document.text.SoftBreak;
import java.text.Normalizer;
import java.util.List;
import org.apache.pdfbox.text.TextPosition;

/**
 * A line of a page in the making: glyphs that follow each other, from left to right or, in vertical
 * text, downwards. Lengths are in ems, the size of the glyph before.
 */
final class LineBuilder {
  /** Glyphs whose feet are no farther apart are on one line; indices are raised less. */
  private static final float SAME_LINE = 0.45f;

  /** A gap as wide as this is the boundary between columns or cells. */
  private static final float COLUMN_GAP = 2.5f;

  /** The least gap between Chinese characters that is a space. */
  private static final float WIDE_GAP = 0.6f;

  /** No letter-spacing is as wide, and no space is narrower. */
  private static final float NARROWEST_SPACE = 0.1f;

  private final int page;
  private final StringBuilder text = new StringBuilder();
  private float left;
  private float right;
  private float base;
  private float size;
  private float firstWord;
  private float lastX;
  private float lastBase;
  private boolean vertical;
  private int glyphs;

  LineBuilder(int page) {
    this.page = page;
  }

  /** Whether a glyph is on this line. */
  boolean takes(TextPosition glyph) {
    if (glyphs == 0) {
      return true;
    }
    float x = glyph.getXDirAdj();
    float y = glyph.getYDirAdj();
    float em = Math.max(size, size(glyph));
    boolean below = Math.abs(x - lastX) < 0.35f * em && y - lastBase > 0.6f * em;
    if (below && y - lastBase < 1.6f * em && (vertical || glyphs == 1)) {
      return SoftBreak.joins(text.codePointBefore(text.length()), first(glyph));
    }
    return !vertical
        && Math.abs(y - lastBase) < SAME_LINE * em
        && x > right - em
        && x < right + COLUMN_GAP * em;
  }

  private static char first(TextPosition glyph) {
    String unicode = glyph.getUnicode();
    return unicode.isEmpty() ? ' ' : unicode.charAt(0);
  }

  private static float size(TextPosition glyph) {
    float scale = Math.abs(glyph.getYScale());
    return scale > 0 ? scale : 1;
  }

  /** Adds a glyph that {@link #takes} has taken. */
  void add(TextPosition glyph) {
    float x = glyph.getXDirAdj();
    float y = glyph.getYDirAdj();
    String unicode = readable(glyph.getUnicode());
    if (glyphs == 0) {
      if (unicode.isBlank()) {
        return;
      }
      left = x;
      base = y;
    } else if (y - lastBase > SAME_LINE * size) {
      vertical = true;
    } else if (!vertical && x - right > gap(glyph)) {
      addSpace(x - right, unicode);
    }
    glyphs++;
    text.append(unicode);
    lastX = x;
    lastBase = y;
    right = Math.max(right, x + glyph.getWidthDirAdj());
    if (glyphs == 1) {
      right = x + glyph.getWidthDirAdj();
    }
    size = size(glyph);
    if (firstWord == 0 && (unicode.isBlank() || isWide(unicode))) {
      firstWord = right - left;
    }
  }

  private static float gap(TextPosition glyph) {
    float space = glyph.getWidthOfSpace();
    float em = size(glyph);
    return Math.max(NARROWEST_SPACE * em, 0.5f * Math.min(space, 0.4f * em));
  }

  private void addSpace(float gap, String next) {
    if (next.isBlank() || text.charAt(text.length() - 1) == ' ') {
      return;
    }
    boolean joins = SoftBreak.joins(text.codePointBefore(text.length()), next.charAt(0));
    if (!joins || gap > WIDE_GAP * size) {
      text.append(' ');
    }
  }

  private static boolean isWide(String unicode) {
    return !unicode.isEmpty() && SoftBreak.joins('中', unicode.charAt(0));
  }

  /** Ligatures are the letters they are made of; what has no meaning of its own is left out. */
  private static String readable(String unicode) {
    StringBuilder readable = new StringBuilder(unicode.length());
    for (int i = 0; i < unicode.length(); i++) {
      char c = unicode.charAt(i);
      if (c >= 0xFB00 && c <= 0xFB06) {
        readable.append(Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC));
      } else if (c >= 0xE000 && c <= 0xF8FF) {
        readable.append('•');
      } else if (c == '\t' || c == '\n' || c == '\r') {
        readable.append(' ');
      } else if (c >= ' ' && c != 0xFFFD && c != 0xFFFF) {
        readable.append(c);
      }
    }
    return readable.toString();
  }

  /** Adds the line, if there is anything on it. */
  void endTo(List<TextLine> lines) {
    String words = Letterspacing.without(text.toString().strip());
    if (words.isEmpty()) {
      return;
    }
    if (vertical) {
      // As if the page were turned: lines begin above and follow each other to the left.
      lines.add(new TextLine(page, words, base, lastBase + size, -left, size, size));
    } else {
      float word = firstWord == 0 ? right - left : firstWord;
      lines.add(new TextLine(page, words, left, right, base, size, word));
    }
  }
}
