package dev.kaiyuan.cli;

import dev.kaiyuan.output.ArticleLocator;
import dev.kaiyuan.output.Columns;
import dev.kaiyuan.search.ArticleSearcher;
import dev.kaiyuan.search.Hit;
import dev.kaiyuan.search.SearchRequest;
import dev.kaiyuan.search.SearchResults;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParameterException;

/**
 * A session of the shell: what was found last, and the filters that stay set.
 *
 * <p>A line is a query unless it is a command: a number, or one of {@link #COMMANDS}. Options hold
 * for the query that they stand beside; alone on a line they stay set. A query that looks like a
 * command goes behind {@code search}.
 */
final class Session {
  static final List<String> COMMANDS =
      List.of("search", "show", "open", "similar", "more", "filters", "clear", "help", "quit");

  private static final List<String> ON_HITS = List.of("show", "open", "similar");

  private Call call;
  private final List<String> given;
  private final ArticleSearcher searcher;
  private final ArticleLocator locator;
  private final Options known;
  private final List<String> filters = new ArrayList<>();
  private List<String> once = List.of();
  private @Nullable SearchRequest request;
  private @Nullable String likeWhat;
  private List<Hit> hits = new ArrayList<>();
  private boolean found;
  private boolean failed;

  /**
   * Begins a session.
   *
   * @param given the options that were typed behind {@code shell}
   */
  Session(Call call, List<String> given, ArticleSearcher searcher, ArticleLocator locator) {
    this.call = call;
    this.given = given;
    this.searcher = searcher;
    this.locator = locator;
    known = new Options("shell", new SharedOptions(), new ShellCommand(call));
  }

  /** Returns the exit code: whether anything was found, or an index could not be read. */
  int code() {
    return failed ? Call.FAILED : found ? Call.FOUND : Call.NOTHING;
  }

  /** Answers from now on for a screen of this size. */
  void fit(int columns, int rows) {
    Surroundings around = call.around().sized(columns, rows);
    call = new Call(call.out(), call.err(), around, call.messages(), call.shared());
  }

  /** Returns the filters as they were typed. */
  String filters() {
    return ShellWords.join(filters);
  }

  /**
   * Does what a line says; neither a mistake in it nor a failure ends the session. Returns whether
   * to go on.
   */
  boolean accept(String line) {
    String typed = line.strip();
    if (typed.isEmpty()) {
      return true;
    }
    if (typed.equals("quit") || typed.equals("exit")) {
      return false;
    }
    try {
      SessionLine parts = SessionLine.of(typed, known);
      if (parts.rest().isEmpty()) {
        setFilters(parts.options());
      } else {
        perform(parts.rest(), parts.options());
      }
    } catch (CommandException | ParameterException | IllegalArgumentException e) {
      explain(e);
    } catch (IOException e) {
      // The index is damaged or gone: another may come in its place.
      failed = true;
      explain(e);
    }
    call.out().flush();
    call.err().flush();
    return true;
  }

  private void explain(Exception e) {
    call.err().println("kaiyuan: " + Failures.explain(e, List.of(), call.messages()));
  }

  private void perform(String line, List<String> options) throws IOException {
    int space = line.indexOf(' ');
    String word = space < 0 ? line : line.substring(0, space);
    String rest = space < 0 ? "" : line.substring(space + 1).strip();
    if (space < 0 && isHit(word)) {
      show(hit(word).path());
    } else if (word.equals("show") && isArticle(rest)) {
      show(path(rest));
    } else if (word.equals("open") && isArticle(rest)) {
      Editor.open(call, locator.file(path(rest)), isHit(rest) ? hit(rest).line() : 1);
    } else if (word.equals("similar") && isArticle(rest)) {
      begin(path(rest), locator.path(path(rest)), options);
    } else if (word.equals("search") && !rest.isEmpty()) {
      begin(null, rest, options);
    } else if (ON_HITS.contains(word) && isNumber(rest)) {
      throw new CommandException("error.no-hit", rest, line);
    } else {
      switch (line) {
        case "more" -> more();
        case "filters" -> call.err().println(filters());
        case "clear" -> filters.clear();
        case "help", "?" -> help();
        default -> begin(null, line, options);
      }
    }
  }

  private boolean isHit(String number) {
    return isNumber(number)
        && hits.stream().anyMatch(hit -> hit.rank() == Integer.parseInt(number));
  }

  private static boolean isNumber(String typed) {
    return !typed.isEmpty()
        && typed.length() < 7
        && typed.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private Hit hit(String number) {
    int rank = Integer.parseInt(number);
    return hits.stream().filter(hit -> hit.rank() == rank).findFirst().orElseThrow();
  }

  /** Whether something is the number of a hit, or the path of an article. */
  private boolean isArticle(String typed) throws IOException {
    return isHit(typed) || !typed.isEmpty() && searcher.article(locator.name(typed)) != null;
  }

  private String path(String typed) throws IOException {
    return isHit(typed) ? hit(typed).path() : locator.name(typed);
  }

  private void setFilters(List<String> options) {
    List<String> more = new ArrayList<>(filters);
    more.addAll(options);
    once = List.of();
    options(more).request("x", call.display().columns());
    filters.clear();
    filters.addAll(more);
  }

  private SearchOptions options(List<String> set) {
    List<String> words = new ArrayList<>(given);
    words.addAll(set);
    words.addAll(once);
    ShellCommand line = new ShellCommand(call);
    new Options("shell", new SharedOptions(), line).read(words);
    line.options.inSession = true;
    return line.options;
  }

  /** Begins another search: for a query, or for what is like an article. */
  private void begin(@Nullable String path, String query, List<String> options) throws IOException {
    searcher.refresh();
    once = options;
    SearchRequest asked = options(filters).request(query, call.display().columns());
    hits = new ArrayList<>();
    likeWhat = path;
    answer(asked);
  }

  private void more() throws IOException {
    if (request == null || hits.isEmpty()) {
      throw new CommandException("error.no-more");
    }
    answer(request.withOffset(hits.get(hits.size() - 1).rank()));
  }

  private void answer(SearchRequest asked) throws IOException {
    request = asked;
    SearchOptions options = options(filters);
    SearchResults results =
        likeWhat == null
            ? SearchCommand.answer(call, options, asked, searcher, locator)
            : SimilarCommand.answer(call, options, likeWhat, asked, searcher, locator);
    hits.addAll(results.hits());
    found |= !results.hits().isEmpty();
  }

  private void show(String path) throws IOException {
    String query = request == null || likeWhat != null ? "" : request.query();
    ShowCommand.show(call, searcher, locator, locator.path(path), query, 1);
  }

  private void help() {
    Columns page = new Columns(call.display().columns(), call.display().theme());
    for (String key :
        new String[] {"query", "number", "similar", "open", "more", "filter", "clear", "quit"}) {
      page.row(
          call.messages().text("shell." + key + "-typed"), call.messages().text("shell." + key));
    }
    call.err().print(page.flush());
  }
}
