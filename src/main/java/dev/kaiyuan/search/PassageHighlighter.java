package dev.kaiyuan.search;

import dev.kaiyuan.document.LineMap;
import dev.kaiyuan.document.Place;
import dev.kaiyuan.document.Section;
import dev.kaiyuan.document.Sentences;
import dev.kaiyuan.index.ArticleLayout;
import dev.kaiyuan.meaning.ArticleVectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the sentences of an article that show best why it was found, and marks the words in them.
 *
 * <p>A passage begins with a sentence in which a word of the query stands and takes in those behind
 * it while they fit; it is worth the sum of the weights of the different words in it, each counted
 * in full once and a little again where it recurs. Behind the best passage come those that show
 * words which no passage before them shows (maximal marginal relevance, Carbonell and Goldstein
 * 1998). Not thread-safe; made for one search.
 */
final class PassageHighlighter {
  private static final double HEADING = 0.5;
  private static final double TITLE = 0.1;

  /** What a word is worth in a passage where another passage shows it already. */
  private static final float SHOWN = 0.3f;

  /** Of what the best passage is worth, what another is worth at least that shows nothing new. */
  private static final double WORTHWHILE = 0.35;

  private final TextMarks marks;
  private final int most;
  private final PassageWidth width;

  /** For each group the greatest weight of a mark of it, while a passage is weighed. */
  private final float[] seen;

  /**
   * Makes a highlighter.
   *
   * @param plan the query's, whose words are to be marked
   * @param most how many passages an article has at the most
   * @param width how wide a passage is at the most, in columns
   */
  PassageHighlighter(QueryPlan plan, int most, int width) {
    marks = new TextMarks(plan.highlights(), plan.known());
    this.most = most;
    seen = new float[marks.groups()];
    this.width = new PassageWidth(width);
  }

  /** Returns what of a short text, such as a title, is to be marked. */
  List<Range> highlights(String text) {
    marks.find(text);
    return marks.ranges(text, 0, text.length(), 0);
  }

  /**
   * What was chosen of an article.
   *
   * @param snippets the passages, in the order of the text
   * @param line the line of the file on which the first mark of the best passage stands, or 0
   * @param place the place in the file in which it stands, or null
   * @param sections the headings over it
   */
  record Excerpt(List<Snippet> snippets, int line, @Nullable Place place, List<String> sections) {}

  /**
   * Returns the passages of an article's text, which is shown under its title.
   *
   * @param nearest the passage that is nearest in meaning, if the article was found by that
   */
  Excerpt excerpt(
      String title, String text, ArticleLayout layout, ArticleVectors.@Nullable Nearest nearest) {
    LineMap lines = layout.lines();
    boolean[] shown = new boolean[marks.groups()];
    marks.find(title);
    show(0, title.length(), shown);
    marks.find(text);
    if (nearest != null && nearest.start() < text.length()) {
      return excerpt(text, layout, nearest);
    }
    List<Passage> passages = passages(text);
    passages.replaceAll(passage -> passage.times(interest(passage, title, layout)));
    List<Passage> best = best(passages, shown);
    if (best.isEmpty() && !text.isBlank()) {
      best.add(new Passage(0, width.fit(text, 0, Sentences.end(text, 0)), 0, 1, 0));
    }
    if (best.isEmpty()) {
      return new Excerpt(List.of(), lines.lineAt(0), lines.placeAt(0), List.of());
    }
    Passage first = best.getFirst();
    int offset = first.value() > 0 ? marks.start(first.firstMark()) : first.start();
    best.sort((a, b) -> Integer.compare(a.start(), b.start()));
    List<Snippet> snippets = new ArrayList<>(best.size());
    for (Passage passage : best) {
      snippets.add(snippet(text, passage, layout));
    }
    return new Excerpt(
        snippets, lines.lineAt(offset), lines.placeAt(offset), layout.sectionsAt(offset));
  }

  /** The beginning of a passage, behind its heading. */
  private Excerpt excerpt(String text, ArticleLayout layout, ArticleVectors.Nearest nearest) {
    int start = nearest.start();
    for (Section section : layout.sections()) {
      int behind = section.start() + section.title().length();
      if (section.start() == start && behind < nearest.end()) {
        start = behind;
        while (start < nearest.end() && Character.isWhitespace(text.charAt(start))) {
          start++;
        }
      }
    }
    start = Math.min(start, text.length() - 1);
    int end = width.fit(text, start, width.extend(text, start, Sentences.end(text, start)));
    Snippet snippet = snippet(text, new Passage(start, end, 0, 1, 0), layout);
    LineMap lines = layout.lines();
    return new Excerpt(
        List.of(snippet), lines.lineAt(start), lines.placeAt(start), layout.sectionsAt(start));
  }

  /**
   * Takes the best passage, then again and again the one that adds most to those taken.
   *
   * @param shown the groups that the title shows, to which those of the passages are added
   */
  private List<Passage> best(List<Passage> passages, boolean[] shown) {
    List<Passage> best = new ArrayList<>();
    List<Passage> left = new ArrayList<>(passages);
    left.sort((a, b) -> Double.compare(b.value(), a.value()));
    while (best.size() < most && !left.isEmpty()) {
      Passage next = best.isEmpty() ? left.getFirst() : addingMost(left, shown);
      best.add(next);
      show(next.firstMark(), next.end(), shown);
      double least = WORTHWHILE * best.getFirst().value();
      left.removeIf(
          each -> each.overlaps(next) || each.value() <= least && !showsMore(each, shown));
    }
    return best;
  }

  private void show(int firstMark, int end, boolean[] shown) {
    for (int i = firstMark; i < marks.size() && marks.start(i) < end; i++) {
      shown[marks.group(i)] |= marks.end(i) <= end;
    }
  }

  /** Of passages in the order of their values, the one that is worth most beside what is shown. */
  private Passage addingMost(List<Passage> left, boolean[] shown) {
    Passage best = left.getFirst();
    double adds = best.interest() * worth(best, shown);
    for (Passage passage : left) {
      if (passage.value() <= adds) {
        break; // None behind it adds more than it would alone.
      }
      double more = passage.interest() * worth(passage, shown);
      if (more > adds) {
        best = passage;
        adds = more;
      }
    }
    return best;
  }

  private boolean showsMore(Passage passage, boolean[] shown) {
    for (int i = passage.firstMark(); i < marks.size() && marks.start(i) < passage.end(); i++) {
      if (marks.end(i) <= passage.end() && !shown[marks.group(i)]) {
        return true;
      }
    }
    return false;
  }

  /**
   * A passage.
   *
   * @param interest what its kind of text is worth, as a factor that its value has in it
   */
  private record Passage(int start, int end, double value, double interest, int firstMark) {
    Passage times(double factor) {
      return new Passage(start, end, value * factor, interest * factor, firstMark);
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

  /** A passage for each sentence in which a mark stands. */
  private List<Passage> passages(String text) {
    List<Passage> passages = new ArrayList<>();
    boolean[] none = new boolean[marks.groups()];
    int sentenceStart = 0;
    int sentenceEnd = 0;
    for (int i = 0; i < marks.size(); ) {
      if (marks.start(i) >= sentenceEnd || marks.end(i) > sentenceEnd) {
        sentenceEnd = Sentences.end(text, Math.max(marks.start(i), marks.end(i) - 1));
        sentenceStart = Sentences.start(text, marks.start(i));
      }
      int start = width.lead(text, sentenceStart, sentenceEnd, marks.start(i));
      int end = width.fit(text, start, width.extend(text, start, sentenceEnd));
      double early = 1 / (1 + 0.0001 * passages.size());
      passages.add(new Passage(start, end, early * worth(i, end, none), early, i));
      int next = i + 1;
      while (next < marks.size() && marks.start(next) < Math.min(end, sentenceEnd)) {
        next++;
      }
      i = next;
    }
    return passages;
  }

  private double worth(Passage passage, boolean[] shown) {
    return worth(passage.firstMark(), passage.end(), shown);
  }

  /**
   * The sum of the weights of the words from a mark to an offset, less for those that are shown.
   */
  private double worth(int firstMark, int end, boolean[] shown) {
    Arrays.fill(seen, 0);
    double worth = 0;
    for (int i = firstMark; i < marks.size() && marks.start(i) < end; i++) {
      if (marks.end(i) <= end) {
        int group = marks.group(i);
        float weight = marks.weight(i) * (shown[group] ? SHOWN : 1);
        worth += Math.max(0, weight - seen[group]) + 0.02 * weight;
        seen[group] = Math.max(seen[group], weight);
      }
    }
    return worth;
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
    List<Range> highlights =
        new ArrayList<>(marks.ranges(text, passage.start(), passage.end(), shift));
    int first = highlights.isEmpty() ? passage.start() : highlights.getFirst().start() - shift;
    LineMap lines = layout.lines();
    for (int offset : BrokenLines.around(text, lines, passage.start(), passage.end()).reversed()) {
      if (text.charAt(offset - 1) > ' ') {
        int at = offset + shift;
        piece.insert(at, ' ');
        highlights.replaceAll(
            range ->
                new Range(
                    range.start() + (range.start() >= at ? 1 : 0),
                    range.end() + (range.end() > at ? 1 : 0)));
      }
    }
    return new Snippet(piece.toString(), lines.lineAt(first), lines.placeAt(first), highlights);
  }
}
