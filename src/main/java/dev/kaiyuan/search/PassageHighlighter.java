package dev.kaiyuan.search;

import dev.kaiyuan.analysis.TermFinder;
import dev.kaiyuan.document.Section;
import dev.kaiyuan.index.ArticleLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Chooses the sentences of an article that show best why it was found, and marks the words in them.
 *
 * <p>A passage begins with a sentence in which a word of the query stands and takes in those behind
 * it while they fit; it is worth the sum of the weights of the different words in it, each counted
 * in full once and a little again where it recurs. Not thread-safe; made for one search.
 */
final class PassageHighlighter {
  private static final int MOST_MARKS = 2000;

  private static final double HEADING = 0.5;
  private static final double TITLE = 0.1;

  // How doubtful a mark is.
  private static final int SURE = 0;
  private static final int ACROSS = 1;
  private static final int PIECE = 2;

  private final TermFinder finder;
  private final float[] weights;
  private final int[] groups;
  private final boolean[] fallbacks;
  private final int width;
  private final int most;

  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private int[] terms = new int[64];
  private int[] doubts = new int[64];
  private int size;

  /**
   * Makes a highlighter.
   *
   * @param plan the query's, whose words are to be marked
   * @param most how many passages an article has at the most
   * @param width how wide a passage is at the most, in columns
   */
  PassageHighlighter(QueryPlan plan, int most, int width) {
    List<Mark> marks = plan.marks();
    finder = new TermFinder(marks.stream().map(Mark::term).toList(), plan.known());
    weights = new float[marks.size()];
    groups = new int[marks.size()];
    fallbacks = new boolean[marks.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = marks.get(i).weight();
      groups[i] = marks.get(i).group();
      fallbacks[i] = marks.get(i).fallback();
    }
    this.most = most;
    this.width = width;
  }

  /**
   * A word to mark.
   *
   * @param term the word as {@link TermFinder} takes it
   * @param weight what it is worth
   * @param group words of one group say the same: only the heaviest in a passage counts; less than
   *     the number of marks
   * @param fallback marked only where no word of its group that is no fallback stands in the text
   */
  record Mark(String term, float weight, int group, boolean fallback) {}

  /** Returns what of a short text, such as a title, is to be marked. */
  List<Range> highlights(String text) {
    find(text);
    return merged(text, 0, text.length(), 0);
  }

  /**
   * What was chosen of an article.
   *
   * @param snippets the passages, in the order of the text
   * @param line the line of the file on which the first mark of the best passage stands
   * @param sections the headings over it
   */
  record Excerpt(List<Snippet> snippets, int line, List<String> sections) {}

  /** Returns the passages of an article's text, which is shown under its title. */
  Excerpt excerpt(String title, String text, ArticleLayout layout) {
    find(text);
    List<Passage> passages = passages(text);
    passages.replaceAll(passage -> passage.times(interest(passage, title, layout)));
    List<Passage> best = new ArrayList<>();
    passages.sort((a, b) -> Double.compare(b.value(), a.value()));
    for (Passage passage : passages) {
      if (best.size() == most) {
        break;
      }
      boolean worthwhile = best.isEmpty() || passage.value() > 0.35 * best.getFirst().value();
      if (worthwhile && best.stream().noneMatch(passage::overlaps)) {
        best.add(passage);
      }
    }
    if (best.isEmpty() && !text.isBlank()) {
      best.add(new Passage(0, fit(text, 0, Sentences.end(text, 0)), 0, 0));
    }
    if (best.isEmpty()) {
      return new Excerpt(List.of(), 1, List.of());
    }
    Passage first = best.getFirst();
    int offset = first.value() > 0 ? starts[first.firstMark()] : first.start();
    best.sort((a, b) -> Integer.compare(a.start(), b.start()));
    List<Snippet> snippets = new ArrayList<>(best.size());
    for (Passage passage : best) {
      snippets.add(snippet(text, passage, layout));
    }
    return new Excerpt(snippets, layout.lines().lineAt(offset), layout.sectionsAt(offset));
  }

  private record Passage(int start, int end, double value, int firstMark) {
    Passage times(double factor) {
      return new Passage(start, end, value * factor, firstMark);
    }

    boolean overlaps(Passage other) {
      return start < other.end && other.start < end;
    }
  }

  /** A heading alone shows less than text does, and one that repeats the title next to nothing. */
  private static double interest(Passage passage, String title, ArticleLayout layout) {
    List<Section> sections = layout.sections();
    for (int i = 0; i < sections.size(); i++) {
      Section section = sections.get(i);
      int end = section.start() + section.title().length();
      if (section.start() <= passage.start() && passage.end() <= end) {
        return i == 0 && section.title().equals(title) ? TITLE : HEADING;
      }
    }
    return 1;
  }

  private void find(String text) {
    size = 0;
    finder.find(
        text,
        (term, start, end) -> {
          if (size < MOST_MARKS) {
            add(term, start, end);
          }
        });
    keepSurest();
  }

  /**
   * Where the word itself stands in the text, its characters across two other words and its pieces
   * alone say nothing more.
   */
  private void keepSurest() {
    int[] surest = new int[weights.length];
    Arrays.fill(surest, PIECE);
    for (int i = 0; i < size; i++) {
      int group = groups[terms[i]];
      doubts[i] = doubt(i);
      surest[group] = Math.min(surest[group], doubts[i]);
    }
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (doubts[i] == surest[groups[terms[i]]]) {
        starts[kept] = starts[i];
        ends[kept] = ends[i];
        terms[kept] = terms[i];
        kept++;
      }
    }
    size = kept;
  }

  private int doubt(int mark) {
    if (fallbacks[terms[mark]]) {
      return PIECE;
    }
    return finder.isAcross(starts[mark], ends[mark]) ? ACROSS : SURE;
  }

  private void add(int term, int start, int end) {
    if (size == starts.length) {
      doubts = Arrays.copyOf(doubts, 2 * size);
      starts = Arrays.copyOf(starts, 2 * size);
      ends = Arrays.copyOf(ends, 2 * size);
      terms = Arrays.copyOf(terms, 2 * size);
    }
    starts[size] = start;
    ends[size] = end;
    terms[size] = term;
    size++;
  }

  /** A passage for each sentence in which a mark stands. */
  private List<Passage> passages(String text) {
    List<Passage> passages = new ArrayList<>();
    float[] seen = new float[weights.length];
    for (int i = 0; i < size; ) {
      int start = Sentences.start(text, starts[i]);
      int end = Sentences.end(text, Math.max(starts[i], ends[i] - 1));
      if (isWider(text, start, end)) {
        start = lead(text, start, starts[i]);
      }
      end = fit(text, start, extend(text, start, end));
      Arrays.fill(seen, 0);
      double value = 0;
      int j = i;
      while (j < size && starts[j] < end) {
        if (ends[j] <= end) {
          int group = groups[terms[j]];
          float weight = weights[terms[j]];
          value += Math.max(0, weight - seen[group]) + 0.02 * weight;
          seen[group] = Math.max(seen[group], weight);
        }
        j++;
      }
      passages.add(new Passage(start, end, value / (1 + 0.0001 * passages.size()), i));
      int sentenceEnd = Sentences.end(text, Math.max(starts[i], ends[i] - 1));
      int next = i + 1;
      while (next < size && starts[next] < Math.min(end, sentenceEnd)) {
        next++;
      }
      i = next;
    }
    return passages;
  }

  /** Moves the start of a passage that is too long so that the mark stands in its first third. */
  private int lead(String text, int start, int mark) {
    int before = columns(text, start, mark);
    int p = start;
    while (before > width / 3 && p < mark) {
      before -= DisplayWidth.of(text.codePointAt(p));
      p += Character.charCount(text.codePointAt(p));
    }
    int word = p;
    while (word < mark && isInsideWord(text, word)) {
      word++;
    }
    return word < mark ? word : p;
  }

  /** Takes in the sentences behind while they fit and their block goes on. */
  private int extend(String text, int start, int end) {
    int taken = end;
    while (!Sentences.blockEndsAt(text, taken)) {
      int next = Sentences.end(text, taken);
      if (isWider(text, start, next)) {
        break;
      }
      taken = next;
    }
    return taken;
  }

  /** The offset up to which a passage fits, at the end of a word. */
  private int fit(String text, int start, int end) {
    int room = width - 2;
    if (2 * (end - start) <= room) {
      return end;
    }
    int p = start;
    while (p < end) {
      int codePoint = text.codePointAt(p);
      room -= DisplayWidth.of(codePoint);
      if (room < 0) {
        break;
      }
      p += Character.charCount(codePoint);
    }
    if (p == end) {
      return end;
    }
    int word = p;
    while (word > start && isInsideWord(text, word)) {
      word--;
    }
    return word > start + (p - start) / 2 ? word : p;
  }

  private static boolean isInsideWord(String text, int p) {
    return p > 0
        && p < text.length()
        && isAlphabetic(text.charAt(p - 1))
        && isAlphabetic(text.charAt(p));
  }

  private static boolean isAlphabetic(char c) {
    return Character.isLetterOrDigit(c) && !Character.isIdeographic(c) || Character.isSurrogate(c);
  }

  private boolean isWider(String text, int start, int end) {
    return 2 * (end - start) > width && columns(text, start, end) > width;
  }

  private static int columns(String text, int start, int end) {
    int columns = 0;
    for (int p = start; p < end; ) {
      int codePoint = text.codePointAt(p);
      columns += DisplayWidth.of(codePoint);
      p += Character.charCount(codePoint);
    }
    return columns;
  }

  private Snippet snippet(String text, Passage passage, ArticleLayout layout) {
    boolean cutBefore =
        passage.start() > 0 && Sentences.start(text, passage.start()) < passage.start();
    boolean cutBehind =
        passage.end() < text.length()
            && Sentences.end(text, Math.max(passage.start(), passage.end() - 1)) > passage.end();
    StringBuilder piece = new StringBuilder(passage.end() - passage.start() + 2);
    if (cutBefore) {
      piece.append('…');
    }
    int shift = piece.length() - passage.start();
    piece.append(text, passage.start(), passage.end());
    for (int i = 0; i < piece.length(); i++) {
      if (piece.charAt(i) == '\n' || piece.charAt(i) == '\t') {
        piece.setCharAt(i, ' ');
      }
    }
    if (cutBehind) {
      piece.append('…');
    }
    List<Range> highlights = merged(text, passage.start(), passage.end(), shift);
    int first = highlights.isEmpty() ? passage.start() : highlights.getFirst().start() - shift;
    return new Snippet(piece.toString(), layout.lines().lineAt(first), highlights);
  }

  /** Whether nothing but a sign that holds a name together stands between: TCP/IP, gpl.html. */
  private static boolean isJoint(String text, int from, int to) {
    return to - from == 1 && "-_./@&".indexOf(text.charAt(from)) >= 0;
  }

  /** The marks between two offsets, those that touch or overlap as one. */
  private List<Range> merged(String text, int from, int to, int shift) {
    List<Range> ranges = new ArrayList<>();
    int start = -1;
    int end = -1;
    for (int i = 0; i < size; i++) {
      if (starts[i] < from || ends[i] > to) {
        continue;
      }
      if (start >= 0 && (starts[i] <= end || isJoint(text, end, starts[i]))) {
        end = Math.max(end, ends[i]);
        continue;
      }
      if (start >= 0) {
        ranges.add(new Range(start + shift, end + shift));
      }
      start = starts[i];
      end = ends[i];
    }
    if (start >= 0) {
      ranges.add(new Range(start + shift, end + shift));
    }
    return ranges;
  }
}
