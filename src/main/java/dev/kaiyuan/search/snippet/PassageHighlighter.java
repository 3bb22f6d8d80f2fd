package dev.kaiyuan.search.snippet;

import dev.kaiyuan.analysis.segmenter.UserDictionary;
import dev.kaiyuan.document.LineMap;
import dev.kaiyuan.document.Place;
import dev.kaiyuan.document.Section;
import dev.kaiyuan.document.text.Sentences;
import dev.kaiyuan.index.ArticleLayout;
import dev.kaiyuan.meaning.ArticleVectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the passages of an article that show best why it was found, and highlights words in them.
 *
 * <p>A passage begins with a sentence that has a word of the query, and goes on for as many
 * sentences as fit. Its value is the sum of the weights of its different words; a word that recurs
 * adds a little. After the best passage come those with words that no passage before has (maximal
 * marginal relevance, Carbonell and Goldstein 1998). Not thread-safe; made for one search.
 */
public final class PassageHighlighter {
  private static final double HEADING = 0.5;
  private static final double TITLE = 0.1;

  /** The share of its weight that a word has if another passage shows it already. */
  private static final float SHOWN = 0.3f;

  /** The least value of a passage that shows nothing new, as a share of that of the best. */
  private static final double WORTHWHILE = 0.35;

  private final TextMarks marks;
  private final int most;
  private final PassageWidth width;

  /** The greatest weight of each group in the passage that is being weighed. */
  private final float[] seen;

  /**
   * Makes a highlighter.
   *
   * @param words the words to highlight
   * @param known the words that the segmenter knew when the index was made
   * @param most the greatest number of passages of an article
   * @param width the greatest width of a passage in columns
   */
  public PassageHighlighter(List<MarkedWord> words, UserDictionary known, int most, int width) {
    marks = new TextMarks(words, known);
    this.most = most;
    seen = new float[marks.groups()];
    this.width = new PassageWidth(width);
  }

  /** Returns the highlights of a short text, such as a title. */
  public List<Range> highlights(String text) {
    marks.find(text);
    return marks.ranges(text, 0, text.length(), 0);
  }

  /**
   * What is shown of an article.
   *
   * @param snippets the passages, in the order of the text
   * @param line the line of the first highlight of the best passage in the file, or 0
   * @param place the place of that highlight, or null
   * @param sections the headings over it
   */
  public record Excerpt(
      List<Snippet> snippets, int line, @Nullable Place place, List<String> sections) {}

  /**
   * Returns the passages of an article's text, which is shown under its title.
   *
   * @param nearest the passage that is nearest in meaning, if the article was found by that
   */
  public Excerpt excerpt(
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
    // What is in the head of a file is read last, but is first.
    best.sort(
        Comparator.comparingInt((Passage passage) -> lines.lineAt(passage.start()))
            .thenComparingInt(Passage::start));
    List<Snippet> snippets = new ArrayList<>(best.size());
    for (Passage passage : best) {
      snippets.add(snippet(text, passage, layout));
    }
    return new Excerpt(
        snippets, lines.lineAt(offset), lines.placeAt(offset), layout.sectionsAt(offset));
  }

  /** Returns the beginning of the nearest passage, after its heading. */
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
   * Returns the best passage, then again and again the one that adds most to those before.
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

  /** Returns the passage that adds most to what is shown; they are in order of their values. */
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
   * @param interest the factor of its kind of text, which its value includes
   */
  private record Passage(int start, int end, double value, double interest, int firstMark) {
    Passage times(double factor) {
      return new Passage(start, end, value * factor, interest * factor, firstMark);
    }

    boolean overlaps(Passage other) {
      return start < other.end && other.start < end;
    }
  }

  /** Returns the factor of a kind of text: a heading alone shows less than text. */
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

  /** Returns a passage for each sentence with a highlight. */
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

  /** Returns the sum of the weights of words up to an offset; words that are shown weigh less. */
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
