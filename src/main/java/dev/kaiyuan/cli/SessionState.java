package dev.kaiyuan.cli;

import dev.kaiyuan.cli.context.CommandException;
import dev.kaiyuan.cli.context.Context;
import dev.kaiyuan.cli.context.Editor;
import dev.kaiyuan.cli.context.Environment;
import dev.kaiyuan.cli.context.ShellWords;
import dev.kaiyuan.output.ArticleLocator;
import dev.kaiyuan.search.ArticleSearcher;
import dev.kaiyuan.search.Hit;
import dev.kaiyuan.search.SearchRequest;
import dev.kaiyuan.search.SearchResults;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The state of a session: its index, its filters, the last search and the hits of that search. */
final class SessionState {
  private final SearchOptions start;
  private final ArticleSearcher searcher;
  private final ArticleLocator locator;
  private Context context;
  private SearchOptions options;
  private final List<String> filters = new ArrayList<>();
  private @Nullable Search last;
  private final List<Hit> hits = new ArrayList<>();
  private boolean found;

  /**
   * A search.
   *
   * @param options the options that held for it
   * @param request what was asked for
   * @param path the article that others should be like, or null where a query was asked
   */
  private record Search(SearchOptions options, SearchRequest request, @Nullable String path) {}

  /**
   * Begins a session.
   *
   * @param start the options that it was started with
   */
  SessionState(
      Context context, ArticleSearcher searcher, ArticleLocator locator, SearchOptions start) {
    this.context = context;
    this.searcher = searcher;
    this.locator = locator;
    this.start = start.copy();
    this.start.inSession = true;
    options = this.start;
  }

  Context context() {
    return context;
  }

  /** Answers from now on for a screen of this size. */
  void fit(int columns, int rows) {
    Environment environment = context.environment().sized(columns, rows);
    context =
        new Context(
            context.out(), context.err(), environment, context.messages(), context.shared());
  }

  /** Whether any search of the session has found anything. */
  boolean hasFound() {
    return found;
  }

  /** Returns the options that hold for the next search. */
  SearchOptions options() {
    return options.copy();
  }

  /** Returns the options that were set in the session, as they were typed. */
  String filters() {
    return ShellWords.join(filters);
  }

  /**
   * Sets options for the searches that follow.
   *
   * @param changed all options that hold from now on
   * @param typed the words that changed them
   * @throws CommandException if a value is not one that its option takes
   */
  void set(SearchOptions changed, List<String> typed) {
    changed.check();
    options = changed;
    filters.addAll(typed);
  }

  /** Takes back all options that were set in the session. */
  void clear() {
    options = start;
    filters.clear();
  }

  /** Whether something is the number of a hit of the last search. */
  boolean isHit(String typed) {
    return isNumber(typed) && hits.stream().anyMatch(hit -> isRanked(hit, typed));
  }

  static boolean isNumber(String typed) {
    return !typed.isEmpty()
        && typed.length() < 7
        && typed.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean isRanked(Hit hit, String number) {
    return hit.rank() == Integer.parseInt(number);
  }

  private Hit hit(String number) {
    return hits.stream().filter(hit -> isRanked(hit, number)).findFirst().orElseThrow();
  }

  /** Whether something is the number of a hit, or the path of an article. */
  boolean isArticle(String typed) throws IOException {
    return isHit(typed) || !typed.isEmpty() && searcher.article(locator.name(typed)) != null;
  }

  private String path(String typed) throws IOException {
    return isHit(typed) ? hit(typed).path() : locator.name(typed);
  }

  /** Searches for a query. */
  void search(String query, SearchOptions asked) throws IOException {
    begin(null, query, asked);
  }

  /** Searches for what is like an article, named by its number or path. */
  void similar(String typed, SearchOptions asked) throws IOException {
    String path = path(typed);
    begin(path, locator.path(path), asked);
  }

  private void begin(@Nullable String path, String query, SearchOptions asked) throws IOException {
    searcher.refresh();
    SearchRequest request = asked.request(query, context.display().columns());
    hits.clear();
    answer(new Search(asked, request, path));
  }

  /** Shows further hits of the last search. */
  void more() throws IOException {
    if (last == null || hits.isEmpty()) {
      throw new CommandException("error.no-more");
    }
    SearchRequest next = last.request().toBuilder().offset(hits.getLast().rank()).build();
    answer(new Search(last.options(), next, last.path()));
  }

  private void answer(Search search) throws IOException {
    last = search;
    OpenIndex index = new OpenIndex(context, searcher, locator);
    SearchResults results =
        search.path() == null
            ? SearchCommand.answer(index, search.options(), search.request())
            : SimilarCommand.answer(index, search.options(), search.path(), search.request());
    hits.addAll(results.hits());
    found |= !results.hits().isEmpty();
  }

  /** Shows an article, named by its number or path, with what the last query finds in it. */
  void show(String typed) throws IOException {
    boolean hasQuery = last != null && last.path() == null;
    String query = hasQuery ? last.request().query() : "";
    OpenIndex index = new OpenIndex(context, searcher, locator);
    ShowCommand.show(index, locator.path(path(typed)), query, 1);
  }

  /** Opens an article, named by its number or path, in the editor. */
  void open(String typed) throws IOException {
    Editor.open(
        context, OpenIndex.file(locator, path(typed)), isHit(typed) ? hit(typed).line() : 1);
  }
}
