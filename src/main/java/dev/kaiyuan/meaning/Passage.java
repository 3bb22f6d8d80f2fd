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
  /** A passage has about 300 Chinese characters or 200 English words. */
  private static final Room PASSAGE = Room.of(300);

  /** A part of a passage has some sentences. */
  private static final Room PART = Room.of(80);

  /** Returns the beginning of an article under its title and all of its headings. */
  static Passage lead(String title, String text, List<Section> sections) {
    StringBuilder words = new StringBuilder(title);
    for (Section section : sections) {
      if (!section.title().equals(title)) {
        words.append('\n').append(section.title());
      }
    }
    int end = PASSAGE.end(text, 0, text.length());
    return new Passage(0, end, words.append('\n').append(text, 0, end).toString());
  }

  /** Returns the passages of an article: whole sentences, by section. */
  static List<Passage> all(String title, String text, List<Section> sections) {
    List<Passage> passages = PASSAGE.cutUnder(title, text, sections);
    return passages.isEmpty() ? List.of(lead(title, text, sections)) : passages;
  }

  /** Returns the parts of an article: a few sentences each, alone. */
  static List<Passage> parts(String text, List<Section> sections) {
    return PART.cut(text, sections);
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

  /**
   * How much of the model's room a piece of text may take, in quarters of a token: each Han
   * character is a token, words in letters take one for about four characters.
   *
   * @param largest the most
   * @param smallest a section of less goes on into the next one
   */
  record Room(int largest, int smallest) {
    private static final int TOKEN = 4;
    private static final int SHORT_SECTION = 60 * TOKEN;

    /** What is behind this much of an article is found by words alone. */
    private static final int MOST = 300_000 * TOKEN;

    static Room of(int tokens) {
      return new Room(tokens * TOKEN, Math.min(SHORT_SECTION, tokens * TOKEN / 3));
    }

    /** Cuts a text where sections and sentences end; each piece is under its title and heading. */
    List<Passage> cutUnder(String title, String text, List<Section> sections) {
      return cut(text, sections).stream()
          .map(
              each ->
                  new Passage(
                      each.start, each.end, under(title, sections, each.start) + each.words))
          .toList();
    }

    /** Cuts a text where sections and sentences end. */
    List<Passage> cut(String text, List<Section> sections) {
      TreeSet<Integer> starts = new TreeSet<>();
      for (Section section : sections) {
        starts.add(section.start());
      }
      starts.add(text.length());
      List<Passage> pieces = new ArrayList<>();
      int start = 0;
      while (start < text.length() && pieces.size() < MOST / largest) {
        int border = starts.higher(start);
        while (border < text.length() && size(text, start, border) < smallest) {
          border = starts.higher(border);
        }
        int end = end(text, start, border);
        pieces.add(new Passage(start, end, text.substring(start, end)));
        start = end;
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
          start++;
        }
      }
      return pieces;
    }

    /** Where the sentences end that fit, the first of them cut if it alone does not. */
    int end(String text, int start, int border) {
      int end = start;
      while (end < border) {
        int next = Math.min(border, Sentences.end(text, end));
        if (size(text, start, next) > largest) {
          break;
        }
        end = next;
        while (end < border && Character.isWhitespace(text.charAt(end))) {
          end++;
        }
      }
      if (end == start) {
        while (end < border && size(text, start, end + 1) <= largest) {
          end++;
        }
      }
      return end;
    }

    /** The size of a piece of text, as far as it fits. */
    private int size(String text, int start, int end) {
      int quarters = 0;
      for (int i = start; i < end && quarters <= largest; i++) {
        quarters += Character.isIdeographic(text.charAt(i)) ? TOKEN : 1;
      }
      return quarters;
    }
  }
}
