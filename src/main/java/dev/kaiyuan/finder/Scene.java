package dev.kaiyuan.finder;

import dev.kaiyuan.output.Narrowing;
import dev.kaiyuan.search.Hit;
import dev.kaiyuan.search.SearchResults;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that is on the screen, and how keys move in it. Not thread-safe. */
final class Scene {
  final InputLine line = new InputLine();
  final List<Narrowing> filters = new ArrayList<>();

  /** The filters to choose from while they are shown, else null. */
  @Nullable FilterMenu menu;

  /** What went wrong, or an empty string. */
  String trouble = "";

  private @Nullable Question answered;
  private @Nullable SearchResults results;
  private int selected;
  private int first;
  private @Nullable Page page;
  private int scrolled;

  /** Returns what was found last, or null at the beginning. */
  @Nullable SearchResults results() {
    return results;
  }

  List<Hit> hits() {
    return results == null ? List.of() : results.hits();
  }

  int selected() {
    return selected;
  }

  /** Returns the hit that is selected, or null where there is none. */
  @Nullable Hit choice() {
    return hits().isEmpty() ? null : hits().get(selected);
  }

  /** Shows an answer: from its best hit on, unless it only has more of the same. */
  void show(Question question, SearchResults found) {
    boolean isMore = answered != null && answered.isLike(question);
    answered = question;
    results = found;
    selected = isMore ? Math.max(0, Math.min(selected, found.hits().size() - 1)) : 0;
    first = isMore ? first : 0;
    trouble = "";
    if (found.hits().isEmpty()) {
      page = null;
    }
  }

  void move(int by) {
    selected = Math.max(0, Math.min(selected + by, hits().size() - 1));
  }

  /** Returns what was found with the selected hit as the only one, or null where there is none. */
  @Nullable SearchResults chosen() {
    Hit hit = choice();
    SearchResults all = results;
    return all == null || hit == null
        ? null
        : new SearchResults(
            all.query(),
            all.total(),
            all.totalExact(),
            all.added(),
            all.took(),
            List.of(hit),
            all.understood(),
            all.translations(),
            null,
            null,
            all.notices());
  }

  /** Shows the filters that would help, and those that are set. */
  void offer(SearchResults found) {
    menu =
        new FilterMenu(
            filters,
            found.facets() == null ? List.of() : Narrowing.of(found.facets(), found.total()));
  }

  /**
   * Returns the first hit to show in a list of a number of hits, with the selected one among them.
   */
  int first(int room) {
    first = Math.max(Math.min(first, selected), selected - Math.max(1, room) + 1);
    return first;
  }

  /** Shows an article with its best sentence in the upper part of its pane. */
  void show(Page next, int rows) {
    page = next;
    scrolled = next.place() - rows / 3;
  }

  @Nullable Page page() {
    return page;
  }

  void scroll(int by) {
    scrolled += by;
  }

  /** Returns the first line of the article to show in its pane. */
  int scrolled(int rows) {
    int last = page == null ? 0 : Math.max(0, page.lines().size() - rows);
    scrolled = Math.max(0, Math.min(scrolled, last));
    return scrolled;
  }
}
