package dev.kaiyuan.document.text;

import dev.kaiyuan.document.Section;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The headings of a text, in order, and what is under each. */
public final class Outline {
  private record Heading(int level, String title, int start) {}

  private final List<Heading> headings = new ArrayList<>();

  void add(int level, String title, int start) {
    headings.add(new Heading(level, title, start));
  }

  /**
   * The words of the heading over the whole text, or null where there is none: the first of level
   * 1, unless text is before it and others of its level follow, so that it heads a part.
   */
  public @Nullable String title() {
    Heading title = null;
    for (Heading heading : headings) {
      if (heading.level == 1) {
        if (title != null) {
          return title.start == 0 ? title.title : null;
        }
        title = heading;
      }
    }
    return title == null ? null : title.title;
  }

  /** The words of the heading that nothing is before, or null where there is none. */
  public @Nullable String opening() {
    return headings.isEmpty() || headings.getFirst().start > 0 ? null : headings.getFirst().title;
  }

  /** The headings, each up to the next of its level or an outer one, else up to the text's end. */
  public List<Section> sections(int textLength) {
    var sections = new Section[headings.size()];
    var open = new ArrayList<Integer>();
    for (int i = 0; i < sections.length; i++) {
      Heading heading = headings.get(i);
      while (!open.isEmpty() && headings.get(open.getLast()).level >= heading.level) {
        end(open.removeLast(), heading.start, sections);
      }
      open.add(i);
    }
    for (int i : open) {
      end(i, textLength, sections);
    }
    return List.of(sections);
  }

  private void end(int i, int end, Section[] sections) {
    Heading heading = headings.get(i);
    sections[i] = new Section(heading.level, heading.title, heading.start, end);
  }
}
