package dev.kaiyuan.document.text;

import dev.kaiyuan.document.Language;
import dev.kaiyuan.document.LineMap;
import dev.kaiyuan.document.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Puts an article's text together from the characters a reader finds, block by block: folds white
 * space, joins soft line breaks as the language wants it, and remembers the line of each character
 * and where headings and code stand.
 *
 * <p>A reader says where it is with {@link #at}, then puts characters; line breaks among them move
 * the line on. Characters the reader found to be markup are put as one of the marks below.
 */
public final class ArticleText {
  /** Markup: not text, and the characters around it stand side by side. */
  public static final char DROPPED = '\0';

  /** A line break inside markup: the line moves on, nothing else. */
  public static final char DROPPED_BREAK = '\f';

  /** A line break that the author wants to be seen. */
  public static final char HARD_BREAK = '\r';

  /** The boundary between two cells of a table. */
  public static final char CELL = '\u001F';

  /**
   * Words that stand beside the text, for after its block.
   *
   * @param reading whether they tell how the text is read, and go on from one to the next
   */
  private record Aside(String words, int line, boolean reading) {}

  private enum Gap {
    NONE,
    SPACE,
    BREAK,
    CELL
  }

  /** Of more asides than this it is not asked whether their block says the same. */
  private static final int MANY_ASIDES = 50;

  private final Place.Kind kind;
  private final boolean lined;
  private char[] text;
  private int length;
  private final Outline outline = new Outline();
  private int[] stepOffsets = new int[32];
  private int[] stepLines = new int[32];
  private int[] stepNumbers = new int[32];
  private int steps;
  private int[] codeRanges = new int[16];
  private int codeEnds;
  private int line = 1;
  private int number = LineMap.NO_NUMBER;
  private boolean moved = true;
  private int blockStart;
  private Gap gap = Gap.NONE;
  private final Mentions mentions = new Mentions();
  private final List<Aside> asides = new ArrayList<>();
  private boolean code;
  private boolean heading;
  private boolean headingInCode;

  /** Makes the text of a file that has lines and no other places. */
  public ArticleText(int expectedLength) {
    this(expectedLength, Place.Kind.LINE, true);
  }

  /**
   * Makes an empty text.
   *
   * @param kind the places of the file
   * @param lined whether the file has lines
   */
  public ArticleText(int expectedLength, Place.Kind kind, boolean lined) {
    text = new char[expectedLength + 16];
    this.kind = kind;
    this.lined = lined;
  }

  /** Moves to a line of the file, counted from 1. */
  public void at(int newLine) {
    moved |= line != newLine;
    line = newLine;
  }

  /** Moves to a place of the file, other than a line, by its number. */
  public void in(int newNumber) {
    moved |= number != newNumber;
    number = newNumber;
  }

  private void nextLine() {
    line++;
    moved = true;
  }

  public Place.Kind kind() {
    return kind;
  }

  /** How many characters there are. */
  public int length() {
    return length;
  }

  /** Puts characters among which marks stand for markup. */
  public void put(char[] chars) {
    for (char c : chars) {
      put(c);
    }
  }

  /** Puts characters as they are: what looks like a mark is white space, half a pair U+FFFD. */
  public void put(CharSequence chars) {
    put(chars, 0, chars.length());
  }

  public void put(CharSequence chars, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = chars.charAt(i);
      if (c < ' ' && c != '\n' && c != '\t') {
        put(' ');
      } else if (Character.isSurrogate(c) && !isPaired(chars, i)) {
        put('\uFFFD');
      } else {
        put(c);
      }
    }
  }

  private static boolean isPaired(CharSequence chars, int i) {
    int high = Character.isHighSurrogate(chars.charAt(i)) ? i : i - 1;
    return high >= 0
        && high + 1 < chars.length()
        && Character.isSurrogatePair(chars.charAt(high), chars.charAt(high + 1));
  }

  public void put(char c) {
    if (code) {
      putCode(c);
    } else if ((c > ' ' && c < 0x7F) || (c > 0x3000 && c < 0xFE00)) {
      putVisible(c);
    } else {
      switch (c) {
        case DROPPED -> {}
        case DROPPED_BREAK -> nextLine();
        case '\n' -> {
          nextLine();
          widen(Gap.BREAK);
        }
        case HARD_BREAK -> {
          nextLine();
          endBlock();
        }
        case CELL -> widen(Gap.CELL);
        default -> {
          if (Characters.isWhitespace(c)) {
            widen(Gap.SPACE);
          } else if (!Characters.isInvisible(c)) {
            putVisible(c);
          }
        }
      }
    }
  }

  /** Makes sure that what comes next is not joined to what stands. */
  public void space() {
    widen(Gap.SPACE);
  }

  /**
   * Ends the block at hand: nothing joins across it. An empty block leaves no trace, and a heading
   * is one block whatever is in it.
   */
  public void endBlock() {
    if (heading) {
      space();
      return;
    }
    gap = Gap.NONE;
    if (length > blockStart) {
      append('\n');
      int start = blockStart;
      blockStart = length;
      if (!asides.isEmpty() && !code) {
        putAsides(start);
      }
    } else if (!asides.isEmpty() && !code) {
      putAsides(length);
    }
  }

  /** Keeps words that are not part of the text where they stand, such as a link's title. */
  public void aside(String words) {
    if (words.codePoints().anyMatch(Character::isLetterOrDigit)) {
      asides.add(new Aside(words, line, false));
    }
  }

  /** Keeps words that tell how the text is read. */
  public void reading(String words) {
    asides.add(new Aside(words, line, true));
  }

  /** Puts what stood beside a block after it, unless the block says it itself. */
  private void putAsides(int start) {
    String block = new String(text, start, length - start);
    List<Aside> behind = List.copyOf(asides);
    asides.clear();
    int here = line;
    boolean reading = false;
    for (Aside aside : behind) {
      if (aside.reading || behind.size() > MANY_ASIDES || !block.contains(aside.words.strip())) {
        if (!(reading && aside.reading)) {
          endBlock();
        }
        line = aside.line;
        put(aside.words);
        put('\n');
        reading = aside.reading;
      }
    }
    endBlock();
    line = here;
  }

  public Mentions mentions() {
    return mentions;
  }

  /** Begins text whose line breaks and white space are kept. */
  public void beginCode() {
    endBlock();
    if (heading) {
      return;
    }
    code = true;
    if (codeEnds == codeRanges.length) {
      codeRanges = Arrays.copyOf(codeRanges, codeEnds * 2);
    }
    codeRanges[codeEnds++] = length;
    codeRanges[codeEnds++] = length;
  }

  public void endCode() {
    if (!code) {
      endBlock();
      return;
    }
    endCodeLine();
    code = false;
    codeRanges[codeEnds - 1] = length;
  }

  /** A heading is prose, also where it is in code, which goes on after it. */
  public void beginHeading() {
    headingInCode |= code;
    endCode();
    heading = true;
  }

  /** Ends a heading; one without words is dropped. */
  public void endHeading(int level) {
    if (length > blockStart) {
      outline.add(level, new String(text, blockStart, length - blockStart), blockStart);
    }
    heading = false;
    endBlock();
    if (headingInCode) {
      headingInCode = false;
      beginCode();
    }
  }

  /** The text as it stands. */
  public String text() {
    endBlock();
    return new String(text, 0, length);
  }

  public Outline outline() {
    return outline;
  }

  public LineMap lines() {
    if (steps == 0) {
      int[] first = {lined ? 1 : LineMap.NO_LINE};
      return new LineMap(
          kind, new int[] {0}, first, kind == Place.Kind.LINE ? first : new int[] {number});
    }
    int[] offsets = Arrays.copyOf(stepOffsets, steps);
    int[] lines = Arrays.copyOf(stepLines, steps);
    int[] numbers = kind == Place.Kind.LINE ? lines : Arrays.copyOf(stepNumbers, steps);
    return new LineMap(kind, offsets, lines, numbers);
  }

  /**
   * The language the text is written in, by its title and prose where there is any, else by its
   * code.
   */
  public Language language(String title) {
    var titles = new LanguageDetector();
    titles.add(title.toCharArray(), 0, title.length());
    boolean chinese = titles.language(false) == Language.CHINESE;
    var detector = new LanguageDetector();
    detector.add(title.toCharArray(), 0, title.length());
    int from = 0;
    for (int i = 0; i < codeEnds; i += 2) {
      detector.add(text, from, codeRanges[i]);
      from = codeRanges[i + 1];
    }
    detector.add(text, from, length);
    if (!detector.sawWords()) {
      detector.add(text, 0, length);
    }
    return detector.language(chinese);
  }

  private void widen(Gap other) {
    if (other.compareTo(gap) > 0) {
      gap = other;
    }
  }

  private void putVisible(char c) {
    if (gap != Gap.NONE) {
      closeGap(c);
    }
    if (moved) {
      step();
    }
    append(c);
  }

  private void closeGap(char next) {
    if (length > blockStart) {
      switch (gap) {
        case CELL -> append('\t');
        case BREAK -> {
          if (!SoftBreak.joins(Character.codePointBefore(text, length), next)) {
            append(' ');
          }
        }
        default -> append(' ');
      }
    }
    gap = Gap.NONE;
  }

  private void putCode(char c) {
    if (c == '\n') {
      endCodeLine();
      nextLine();
    } else if (c != DROPPED && !Characters.isInvisible(c)) {
      if (moved) {
        step();
      }
      append(c != '\t' && Characters.isWhitespace(c) ? ' ' : c);
    }
  }

  private void endCodeLine() {
    int end = length;
    while (end > blockStart && (text[end - 1] == ' ' || text[end - 1] == '\t')) {
      end--;
    }
    length = end;
    endBlock();
  }

  private void append(char c) {
    if (length == text.length) {
      text = Arrays.copyOf(text, length + (length >> 1) + 16);
    }
    text[length++] = c;
  }

  private void step() {
    moved = false;
    int stepLine = lined ? line : LineMap.NO_LINE;
    if (steps > 0 && stepOffsets[steps - 1] >= length) {
      steps--;
    }
    if (steps > 0 && stepLines[steps - 1] == stepLine && stepNumbers[steps - 1] == number) {
      return;
    }
    if (steps == stepOffsets.length) {
      stepOffsets = Arrays.copyOf(stepOffsets, steps * 2);
      stepLines = Arrays.copyOf(stepLines, steps * 2);
      stepNumbers = Arrays.copyOf(stepNumbers, steps * 2);
    }
    stepOffsets[steps] = length;
    stepLines[steps] = stepLine;
    stepNumbers[steps++] = number;
  }
}
