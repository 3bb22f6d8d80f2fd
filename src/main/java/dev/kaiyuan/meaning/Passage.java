package dev.kaiyuan.meaning;

import dev.kaiyuan.document.Section;
import dev.kaiyuan.document.text.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * A part of an article that has a vector of its own.
 *
 * @param start offset in the article's text at which it begins
 * @param end offset just behind it
 * @param words what is embedded: the part itself under the title and its heading
 */
record Passage(int start, int end, String words) {
  /** {@link #size} of a token. */
  private static final int TOKEN = 4;

  /** The number of tokens of a passage, about 300 Chinese characters or 200 English words. */
  private static final int LARGEST = 300 * TOKEN;

  /** A section of fewer goes on into the next one. */
  private static final int SMALLEST = 60 * TOKEN;

  /** What is behind that many passages of one article is found by words alone. */
  private static final int MOST = 1000;

  /** Returns the beginning of an article under its title and all of its headings. */
  static Passage lead(String title, String text, List<Section> sections) {
    StringBuilder words = new StringBuilder(title);
    for (Section section : sections) {
      if (!section.title().equals(title)) {
        words.append('\n').append(section.title());
      }
    }
    int end = end(text, 0, text.length());
    return new Passage(0, end, words.append('\n').append(text, 0, end).toString());
  }

  /** Returns the passages of an article: whole sentences, by section. */
  static List<Passage> all(String title, String text, List<Section> sections) {
    TreeSet<Integer> starts = new TreeSet<>();
    for (Section section : sections) {
      starts.add(section.start());
    }
    starts.add(text.length());
    List<Passage> passages = new ArrayList<>();
    int start = 0;
    while (start < text.length() && passages.size() < MOST) {
      int border = starts.higher(start);
      while (border < text.length() && size(text, start, border) < SMALLEST) {
        border = starts.higher(border);
      }
      int end = end(text, start, border);
      passages.add(
          new Passage(start, end, under(title, sections, start) + text.substring(start, end)));
      start = end;
      while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
        start++;
      }
    }
    return passages.isEmpty() ? List.of(lead(title, text, sections)) : passages;
  }

  /** The title, and the innermost heading over what begins within its section. */
  private static String under(String title, List<Section> sections, int start) {
    String heading = "";
    boolean titled = false;
    for (Section section : sections) {
      if (section.start() == start) {
        titled |= section.title().equals(title);
        heading = "";
      } else if (section.start() < start && start < section.end()) {
        heading = section.title().equals(title) ? "" : section.title() + "\n";
      }
    }
    return (titled ? "" : title + "\n") + heading;
  }

  /** Where the sentences end that fit, the first of them cut if it alone does not. */
  private static int end(String text, int start, int border) {
    int end = start;
    while (end < border) {
      int next = Math.min(border, Sentences.end(text, end));
      if (size(text, start, next) > LARGEST) {
        break;
      }
      end = next;
      while (end < border && Character.isWhitespace(text.charAt(end))) {
        end++;
      }
    }
    if (end == start) {
      while (end < border && size(text, start, end + 1) <= LARGEST) {
        end++;
      }
    }
    return end;
  }

  /**
   * How much of the model's room a text takes, in quarters of a token, up to what is too much: each
   * Han character is a token, words in letters take one for about four characters.
   */
  private static int size(String text, int start, int end) {
    int quarters = 0;
    for (int i = start; i < end && quarters <= LARGEST; i++) {
      quarters += Character.isIdeographic(text.charAt(i)) ? TOKEN : 1;
    }
    return quarters;
  }
}
