package dev.kaiyuan.output;

import dev.kaiyuan.document.Format;
import dev.kaiyuan.document.Language;
import dev.kaiyuan.document.Place;
import dev.kaiyuan.search.Hit;
import dev.kaiyuan.search.Reason;
import dev.kaiyuan.search.SearchResults;
import dev.kaiyuan.search.snippet.Range;
import dev.kaiyuan.search.snippet.Snippet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes results for a person.
 *
 * <pre>
 * 1  著佐权：GPL 与 AGPL 要求什么
 *    corpus/zh/copyleft.md:15 · 中文 · 2026-11-25
 *    义务在什么时候产生
 *    15  自己用、公司内部用，怎么改都不必公开。
 * </pre>
 */
public final class TextPrinter {
  private static final String BETWEEN = " · ";
  private static final String TWINS = "⇄ ";
  private static final String TRAIL = " › ";
  private static final int WIDEST_BAR = 20;

  /** A heading of more characters is a paragraph that somebody marked as one. */
  private static final int LONGEST_HEADING = 200;

  private static final int MOST_MATCHED = 10;

  private final Display display;
  private final Messages messages;
  private final ArticleLocator locator;

  /** Makes a printer. */
  public TextPrinter(Display display, Messages messages, ArticleLocator locator) {
    this.display = display;
    this.messages = messages;
    this.locator = locator;
  }

  /**
   * Returns the results as text.
   *
   * @param filters options that would narrow the search, or an empty string
   * @param next what the person types to see what follows
   */
  public String text(SearchResults results, String filters, String next) {
    StyledText text = new StyledText(display);
    List<Hit> hits = results.hits();
    int indent = hits.isEmpty() ? 0 : Numbers.grouped(hits.getLast().rank()).length() + 2;
    for (Hit hit : hits) {
      hit(text, hit, indent);
      text.newLine();
    }
    footer(text, results, next);
    if (!filters.isEmpty()) {
      String narrow = messages.text("results.narrow", SanitizedText.of(filters));
      text.wrapped(display.theme().faint(), narrow, List.of(), 0);
    }
    return text.toString();
  }

  private void hit(StyledText text, Hit hit, int indent) {
    Theme theme = display.theme();
    String rank = Numbers.grouped(hit.rank());
    text.add(theme.line(), rank).spaces(indent - rank.length());
    String title = Shortened.of(SanitizedText.of(hit.title()), LONGEST_HEADING);
    text.wrapped(theme.title(), title, within(hit.titleHighlights(), title), indent);
    text.spaces(indent);
    place(text, hit, indent);
    section(text, hit, indent);
    int gutter = gutter(hit.snippets());
    for (Snippet snippet : hit.snippets()) {
      String label = label(snippet.place());
      text.spaces(indent + gutter - label.length()).add(theme.line(), label);
      int behind = indent + gutter + (gutter > 0 ? 2 : 0);
      text.spaces(behind - indent - gutter);
      text.wrapped("", SanitizedText.of(snippet.text()), snippet.highlights(), behind);
    }
    if (!hit.reasons().isEmpty()) {
      reasons(text, hit, indent);
    }
  }

  private void place(StyledText text, Hit hit, int indent) {
    Theme theme = display.theme();
    String path = SanitizedText.of(locator.path(hit.path()));
    String place = path + messages.suffix(hit.place());
    text.link(theme.path(), place, display.links() ? address(hit) : "");
    List<String> facts = new ArrayList<>();
    if (hit.language() != Language.OTHER) {
      facts.add(messages.text("language." + hit.language().code()));
    }
    if (hit.date() != null) {
      facts.add(hit.date().toString());
    }
    if (!hit.twins().isEmpty()) {
      facts.add(TWINS + hit.twins().size());
    }
    StringBuilder line = new StringBuilder(String.join(BETWEEN, facts));
    List<Range> matches = new ArrayList<>();
    List<String> matched = isMarked(hit) ? List.of() : hit.matchedMetadata();
    for (String each : matched.subList(0, Math.min(MOST_MATCHED, matched.size()))) {
      int start = line.append(line.isEmpty() ? "" : BETWEEN).length();
      String shown = Shortened.of(SanitizedText.of(each), LONGEST_HEADING);
      matches.add(new Range(start, line.append(shown).length()));
    }
    if (line.isEmpty()) {
      text.newLine();
    } else if (indent + StyledText.width(place + BETWEEN + line) > display.columns()) {
      text.newLine().spaces(indent);
      text.wrapped(theme.faint(), line.toString(), matches, indent);
    } else {
      text.add(theme.faint(), BETWEEN);
      text.marked(theme.faint(), line.toString(), 0, line.length(), matches);
      text.newLine();
    }
  }

  /** The marks that lie in what was left of a text. */
  private static List<Range> within(List<Range> marks, String left) {
    return marks.stream().filter(mark -> mark.end() <= left.length()).toList();
  }

  /** Whether what is shown of the article shows why it was found. */
  private static boolean isMarked(Hit hit) {
    boolean marked = !hit.titleHighlights().isEmpty();
    for (Snippet snippet : hit.snippets()) {
      marked |= !snippet.highlights().isEmpty();
    }
    return marked;
  }

  private String address(Hit hit) {
    Path path = locator.file(hit.path());
    if (path == null) {
      return "";
    }
    String file = path.toUri().toASCIIString();
    boolean page = hit.place() != null && hit.place().kind() == Place.Kind.PAGE;
    return page && hit.format() == Format.PDF ? file + "#page=" + hit.place().number() : file;
  }

  private void section(StyledText text, Hit hit, int indent) {
    StringBuilder trail = new StringBuilder();
    for (String heading : hit.section()) {
      if (trail.isEmpty() && heading.equals(hit.title())) {
        continue;
      }
      String shown = Shortened.of(SanitizedText.of(heading), LONGEST_HEADING);
      trail.append(trail.isEmpty() ? "" : TRAIL).append(shown);
    }
    if (!trail.isEmpty()) {
      text.spaces(indent);
      text.wrapped(display.theme().faint(), trail.toString(), List.of(), indent);
    }
  }

  private static int gutter(List<Snippet> snippets) {
    int widest = 0;
    for (Snippet snippet : snippets) {
      widest = Math.max(widest, label(snippet.place()).length());
    }
    return widest;
  }

  private static String label(@Nullable Place place) {
    return place == null ? "" : place.label();
  }

  /** What each term gave to the score, as bars of which the longest is the weightiest's. */
  private void reasons(StyledText text, Hit hit, int indent) {
    String score = Numbers.decimal(hit.score(), 2);
    int widest = Math.min(WIDEST_BAR, display.columns() / 5);
    float greatest = hit.reasons().getFirst().gave();
    text.spaces(indent).add(display.theme().faint(), "= " + score).newLine();
    for (Reason reason : hit.reasons()) {
      String bar = Bar.of(reason.gave(), greatest, widest);
      String gave = Numbers.decimal(reason.gave(), 2);
      text.spaces(indent + 2 + score.length() - gave.length());
      text.add(display.theme().faint(), gave).spaces(1);
      text.add(display.theme().line(), bar).spaces(widest - bar.length() + 1);
      int behind = indent + 2 + score.length() + 1 + widest + 1;
      text.wrapped(display.theme().faint(), told(reason), List.of(), behind);
    }
  }

  private String told(Reason reason) {
    StringBuilder told = new StringBuilder();
    if (!reason.word().equals(reason.term())) {
      told.append(SanitizedText.of(reason.word())).append(" → ");
    }
    if (!reason.term().isEmpty()) {
      told.append(SanitizedText.of(reason.term())).append(' ');
    }
    String kind = reason.kind().name().toLowerCase(Locale.ROOT);
    return told.append(messages.text("reason." + kind, messages.text("field." + reason.field())))
        .toString();
  }

  private void footer(StyledText text, SearchResults results, String next) {
    List<String> parts = new ArrayList<>();
    long total = results.total();
    String count = Numbers.grouped(total) + (results.totalExact() ? "" : "+");
    parts.add(messages.text(total == 1 ? "results.one" : "results.many", count));
    if (results.added() > 0) {
      parts.add(messages.text("results.added", Numbers.grouped(results.added())));
    }
    total += results.added();
    List<Hit> hits = results.hits();
    if (!hits.isEmpty() && hits.size() < total) {
      parts.add(
          messages.text(
              hits.size() == 1 ? "results.shown-one" : "results.shown",
              Numbers.grouped(hits.getFirst().rank()),
              Numbers.grouped(hits.getLast().rank())));
    }
    parts.add(messages.text("results.took", Numbers.milliseconds(results.took())));
    if (!hits.isEmpty() && hits.getLast().rank() < total) {
      parts.add(messages.text("results.more", next));
    }
    text.wrapped(display.theme().faint(), String.join(BETWEEN, parts), List.<Range>of(), 0);
  }
}
