package dev.kaiyuan.output;

import dev.kaiyuan.search.Hit;
import dev.kaiyuan.search.snippet.Snippet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sets what matters most of a hit, each on one line of any length without its end. */
public final class HitSummary {
  private final Display display;
  private final Messages messages;
  private final ArticleLocator locator;

  /** Makes a setter of hits. */
  public HitSummary(Display display, Messages messages, ArticleLocator locator) {
    this.display = display;
    this.messages = messages;
    this.locator = locator;
  }

  /**
   * Returns the title.
   *
   * @param chosen whether it stands out from other hits
   */
  public String title(Hit hit, boolean chosen) {
    String style = display.theme().title();
    String title = SanitizedText.of(hit.title());
    StyledText text = new StyledText(display);
    text.marked(
        chosen && !style.isEmpty() ? style + ";7" : style,
        title,
        0,
        title.length(),
        hit.titleHighlights());
    return text.toString();
  }

  /** Returns the sentence that answers best after its line, or where the hit is. */
  public String sentence(Hit hit) {
    StyledText text = new StyledText(display);
    Snippet best = best(hit.snippets(), hit.line());
    if (best == null) {
      return place(hit);
    }
    if (best.place() != null) {
      text.add(display.theme().line(), best.place().label()).spaces(2);
    }
    String snippet = SanitizedText.of(best.text());
    text.marked("", snippet, 0, snippet.length(), best.highlights());
    return text.toString();
  }

  /** Returns the file and line of a hit, or its page or the like. */
  public String where(Hit hit) {
    return SanitizedText.of(locator.path(hit.path())) + messages.suffix(hit.place());
  }

  /** Returns the file and line of a hit, its language and date, and the headings over it. */
  public String place(Hit hit) {
    Theme theme = display.theme();
    StyledText text = new StyledText(display);
    text.add(theme.path(), where(hit));
    StringBuilder facts = new StringBuilder();
    facts.append(" · ").append(messages.text("language." + hit.language().code()));
    if (hit.date() != null) {
      facts.append(" · ").append(hit.date());
    }
    for (String heading : hit.section()) {
      if (!heading.equals(hit.title())) {
        facts.append(" › ").append(SanitizedText.of(heading));
      }
    }
    return text.add(theme.faint(), facts.toString()).toString();
  }

  /** Returns the snippet at a line, else the first, or null if there is none. */
  public static @Nullable Snippet best(List<Snippet> snippets, int line) {
    for (Snippet snippet : snippets) {
      if (snippet.line() == line) {
        return snippet;
      }
    }
    return snippets.isEmpty() ? null : snippets.getFirst();
  }
}
