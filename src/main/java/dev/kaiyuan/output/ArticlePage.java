package dev.kaiyuan.output;

import dev.kaiyuan.document.ArticleSource;
import dev.kaiyuan.document.LineMap;
import dev.kaiyuan.document.Place;
import dev.kaiyuan.document.Section;
import dev.kaiyuan.search.StoredArticle;
import dev.kaiyuan.search.snippet.BrokenLines;
import dev.kaiyuan.search.snippet.Range;
import java.util.List;
import java.util.function.Function;

/** Sets an article for reading. */
public final class ArticlePage {
  private static final int MOST_NAMES = 20;
  private static final int LONGEST_NAME = 100;

  private final Display display;
  private final Messages messages;
  private final Function<String, List<Range>> marks;

  /**
   * Makes a page.
   *
   * @param marks returns what is to be marked in a text
   */
  public ArticlePage(Display display, Messages messages, Function<String, List<Range>> marks) {
    this.display = display;
    this.messages = messages;
    this.marks = marks;
  }

  /**
   * Returns the text of an article from a line of its file on.
   *
   * @param place the file as a person would name it
   * @param line the line, from 1, or the page or the like; with 1 the article's title and facts go
   *     before
   */
  public String text(StoredArticle article, String place, int line) {
    StyledText page = new StyledText(display);
    if (line <= 1) {
      head(page, article, place);
    }
    String text = article.text();
    LineMap map = article.layout().lines();
    Place before = null;
    for (int start = 0; start < text.length(); ) {
      int newLine = text.indexOf('\n', start);
      int end = newLine < 0 ? text.length() : newLine;
      int last = Math.max(start, end - 1);
      Place here = map.placeAt(last);
      if ((here == null || here.number() >= line) && start < end) {
        Place first = map.placeAt(start);
        if (map.kind() != Place.Kind.LINE && first != null && !first.equals(before)) {
          page.add(display.theme().faint(), "── " + messages.text(first) + " ──");
          page.newLine().newLine();
        }
        before = first;
        block(page, article, SanitizedText.of(text.substring(start, end)), start, line <= 1);
      }
      start = end + 1;
    }
    return page.toString();
  }

  /** Returns a Markdown file set for reading, from a line of it on. */
  public String markdown(StoredArticle article, String place, ArticleSource source, int line) {
    StyledText page = new StyledText(display);
    if (line <= 1) {
      head(page, article, place);
      for (String note : source.notes()) {
        String shown = SanitizedText.of(note);
        page.wrapped(display.theme().faint(), shown, marks.apply(shown), 0);
      }
      if (!source.notes().isEmpty()) {
        page.newLine();
      }
    }
    new MarkdownPage(page, marks, source).add(line, line <= 1 ? article.title() : null);
    return page.toString();
  }

  private void head(StyledText page, StoredArticle article, String place) {
    String title = SanitizedText.of(article.title());
    page.wrapped(display.theme().title(), title, marks.apply(title), 0);
    StringBuilder facts = new StringBuilder(SanitizedText.of(place));
    facts.append(" · ").append(messages.text("language." + article.language().code()));
    if (article.date() != null) {
      facts.append(" · ").append(article.date());
    }
    add(facts, article.authors());
    add(facts, article.tags());
    add(facts, article.aliases());
    page.wrapped(display.theme().faint(), facts.toString(), List.of(), 0);
    page.newLine();
  }

  /** Adds names, of which there may be any number of any length. */
  private static void add(StringBuilder facts, List<String> names) {
    int shown = Math.min(MOST_NAMES, names.size());
    for (String name : names.subList(0, shown)) {
      facts.append(" · ").append(Shortened.of(SanitizedText.of(name), LONGEST_NAME));
    }
    if (shown < names.size()) {
      facts.append(" · … +").append(names.size() - shown);
    }
  }

  private void block(
      StyledText page, StoredArticle article, String block, int start, boolean hasHead) {
    List<Section> sections = article.layout().sections();
    for (Section section : sections) {
      if (section.start() == start) {
        boolean repeats = section == sections.getFirst() && section.title().equals(article.title());
        if (!hasHead || !repeats) {
          page.wrapped(display.theme().heading(), block, marks.apply(block), 0);
          page.newLine();
        }
        return;
      }
    }
    // What is harmless is as long as it was, so that offsets in it are those in the text.
    String text = article.text();
    int from = 0;
    for (int offset :
        BrokenLines.in(text, article.layout().lines(), start, start + block.length())) {
      String line = block.substring(from, offset - start).stripTrailing();
      page.wrapped("", line, marks.apply(line), 0);
      from = offset - start;
    }
    String last = block.substring(from);
    page.wrapped("", last, marks.apply(last), 0);
    page.newLine();
  }
}
