package dev.kaiyuan.finder;

import dev.kaiyuan.document.text.DisplayWidth;
import dev.kaiyuan.output.HitSummary;
import dev.kaiyuan.output.Messages;
import dev.kaiyuan.output.Narrowing;
import dev.kaiyuan.output.Numbers;
import dev.kaiyuan.output.SanitizedText;
import dev.kaiyuan.output.Theme;
import dev.kaiyuan.search.Hit;
import dev.kaiyuan.search.Notice;
import dev.kaiyuan.search.SearchResults;
import java.util.ArrayList;
import java.util.List;

/** Turns a scene into the rows of a screen. */
final class View {
  private static final String CHOSEN = "> ";
  private static final String OTHER = "  ";

  private final FinderSetting setting;
  private final Theme theme;
  private final Messages messages;
  private final HitSummary summary;

  /**
   * What is written to a screen.
   *
   * @param rows its rows, from the top on
   * @param cursor the column of the cursor in the first, from 1
   */
  record Picture(List<Row> rows, int cursor) {}

  View(FinderSetting setting, HitSummary summary) {
    this.setting = setting;
    this.summary = summary;
    theme = setting.display().theme();
    messages = setting.messages();
  }

  Picture picture(Scene scene, Layout layout) {
    List<Row> rows = new ArrayList<>();
    String prompt = Clip.to(prompt(scene), Math.max(2, layout.columns() / 2));
    int width = DisplayWidth.of(prompt);
    InputLine line = scene.menu == null ? scene.line : scene.menu.line;
    InputLine.Shown shown = line.shown(Math.max(2, layout.columns() - width));
    rows.add(Row.of(styled(theme.title(), prompt) + shown.text()));
    rows.add(Row.of(Clip.to(styled(theme.faint(), status(scene)), layout.columns())));
    List<String> list = scene.menu == null ? hits(scene, layout) : filters(scene.menu, layout);
    List<String> page = page(scene, layout);
    for (int r = 0; r < layout.listRows(); r++) {
      String left = r < list.size() ? list.get(r) : "";
      rows.add(
          layout.isBeside()
              ? new Row(left, layout.pageAt() - 2, bar() + (r < page.size() ? page.get(r) : ""))
              : Row.of(left));
    }
    if (!layout.isBeside() && layout.pageRows() > 0) {
      rows.add(Row.of(styled(theme.faint(), "─".repeat(layout.columns()))));
      for (int r = 0; r < layout.pageRows(); r++) {
        rows.add(r < page.size() ? Row.of(page.get(r)) : Row.EMPTY);
      }
    }
    if (layout.hasKeys()) {
      String keys = messages.text(scene.menu == null ? "find.keys" : "find.filter-keys");
      rows.add(Row.of(Clip.to(styled(theme.faint(), keys), layout.columns())));
    }
    int seen = Math.min(rows.size(), layout.rows());
    return new Picture(
        rows.subList(0, seen), Math.min(layout.columns(), width + shown.cursor() + 1));
  }

  private String bar() {
    return styled(theme.faint(), "│ ");
  }

  private static String styled(String style, String text) {
    return style.isEmpty() || text.isEmpty() ? text : "\u001b[" + style + "m" + text + "\u001b[0m";
  }

  private String prompt(Scene scene) {
    if (scene.menu != null) {
      return messages.text("find.filters") + "> ";
    }
    StringBuilder prompt = new StringBuilder(setting.given());
    for (Narrowing filter : scene.filters) {
      prompt.append(prompt.isEmpty() ? "" : " ").append(name(filter));
    }
    return (prompt.isEmpty() ? "kaiyuan" : prompt) + "> ";
  }

  private static String name(Narrowing filter) {
    return filter.option() + " " + filter.value();
  }

  private String status(Scene scene) {
    SearchResults results = scene.results();
    if (!scene.trouble.isEmpty()) {
      return scene.trouble;
    }
    if (results == null) {
      return messages.text("find.opening");
    }
    String total = Numbers.grouped(results.total()) + (results.totalExact() ? "" : "+");
    List<String> parts = new ArrayList<>();
    parts.add(messages.text(results.total() == 1 ? "results.one" : "results.many", total));
    parts.add(messages.text("results.took", Numbers.milliseconds(results.took())));
    for (Notice notice : results.notices()) {
      parts.add(messages.text(notice));
    }
    if (results.suggestion() != null) {
      parts.add(messages.text("find.suggestion", safe(results.suggestion())));
    }
    return String.join(" · ", parts);
  }

  private static String safe(String text) {
    return SanitizedText.of(text);
  }

  private List<String> hits(Scene scene, Layout layout) {
    List<String> rows = new ArrayList<>();
    List<Hit> hits = scene.hits();
    int room = layout.hits();
    int first = scene.first(room);
    for (int i = first; i < Math.min(hits.size(), first + room); i++) {
      boolean chosen = i == scene.selected();
      String mark = chosen ? styled(theme.match(), CHOSEN) : OTHER;
      rows.add(Clip.to(mark + summary.title(hits.get(i), chosen), layout.listColumns()));
      rows.add(Clip.to(OTHER + OTHER + summary.sentence(hits.get(i)), layout.listColumns()));
    }
    return rows;
  }

  private List<String> filters(FilterMenu menu, Layout layout) {
    List<Narrowing> filters = menu.shown();
    List<String> rows = new ArrayList<>();
    if (filters.isEmpty()) {
      String none = styled(theme.faint(), messages.text("find.no-filter"));
      rows.add(Clip.to(OTHER + none, layout.listColumns()));
    }
    int first = Math.max(0, menu.selected() - Math.max(1, layout.listRows()) + 1);
    for (int i = first; i < Math.min(filters.size(), first + layout.listRows()); i++) {
      Narrowing filter = filters.get(i);
      boolean chosen = i == menu.selected();
      String mark = chosen ? styled(theme.match(), CHOSEN) : OTHER;
      String text = styled(theme.title(), safe(name(filter)));
      String note =
          menu.isSet(filter)
              ? messages.text("find.drop")
              : "(" + Numbers.grouped(filter.articles()) + ")";
      rows.add(Clip.to(mark + text + " " + styled(theme.faint(), note), layout.listColumns()));
    }
    return rows;
  }

  /** The article: where it is, and its lines from where it is scrolled to. */
  private List<String> page(Scene scene, Layout layout) {
    Page page = scene.page();
    List<String> rows = new ArrayList<>();
    if (page == null || layout.pageRows() < 2) {
      return rows;
    }
    rows.add(Clip.to(summary.place(page.hit()), layout.pageColumns()));
    int room = layout.pageRows() - 1;
    int first = scene.scrolled(room);
    for (int i = first; i < Math.min(page.lines().size(), first + room); i++) {
      rows.add(Clip.to(page.lines().get(i), layout.pageColumns()));
    }
    return rows;
  }
}
