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
 * <p>A line is a query unless it is a command: a number, or one of {@link #COMMANDS}; a line that
 * begins with two hyphens sets filters. A query that looks like a command goes behind {@code
 * search}.
 */
final class Session {
  static final List<String> COMMANDS =
      List.of("search", "show", "open", "more", "filters", "clear", "help", "quit");

  private final Call call;
  private final List<String> given;
  private final ArticleSearcher searcher;
  private final ArticleLocator locator;
  private final List<String> filters = new ArrayList<>();
  private @Nullable SearchRequest request;
  private List<Hit> hits = new ArrayList<>();
  private boolean found;

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
  }

  boolean hasFound() {
    return found;
  }

  /** Returns the filters as they were typed. */
  String filters() {
    return String.join(" ", filters);
  }

  /** Does what a line says; a mistake in it ends nothing. Returns whether to go on. */
  boolean accept(String line) throws IOException {
    String typed = line.strip();
    if (typed.isEmpty()) {
      return true;
    }
    if (typed.equals("quit") || typed.equals("exit")) {
      return false;
    }
    try {
      perform(typed);
    } catch (CommandException | ParameterException | IllegalArgumentException e) {
      String what = Failures.explain(e, List.of(), call.messages());
      call.err().println("kaiyuan: " + what);
    }
    call.out().flush();
    call.err().flush();
    return true;
  }

  private void perform(String line) throws IOException {
    int space = line.indexOf(' ');
    String word = space < 0 ? line : line.substring(0, space);
    String rest = space < 0 ? "" : line.substring(space + 1).strip();
    if (line.startsWith("--")) {
      setFilters(line);
    } else if (space < 0 && isHit(word)) {
      show(word);
    } else if (word.equals("show") && isHit(rest)) {
      show(rest);
    } else if (word.equals("open") && isHit(rest)) {
      Editor.open(call, locator.file(hit(rest).path()), hit(rest).line());
    } else if (word.equals("search") && !rest.isEmpty()) {
      search(rest);
    } else {
      switch (line) {
        case "more" -> more();
        case "filters" -> call.err().println(filters());
        case "clear" -> filters.clear();
        case "help", "?" -> help();
        default -> search(line);
      }
    }
  }

  private boolean isHit(String number) {
    return !number.isEmpty()
        && number.length() < 7
        && number.chars().allMatch(c -> c >= '0' && c <= '9')
        && hits.stream().anyMatch(hit -> hit.rank() == Integer.parseInt(number));
  }

  private Hit hit(String number) {
    int rank = Integer.parseInt(number);
    return hits.stream().filter(hit -> hit.rank() == rank).findFirst().orElseThrow();
  }

  private void setFilters(String line) {
    List<String> more = new ArrayList<>(filters);
    more.addAll(List.of(line.split(" +")));
    options(more).request("x", call.display().columns());
    if (line.contains("--glossary")) {
      throw new CommandException("error.glossary-first");
    }
    filters.clear();
    filters.addAll(more);
  }

  private SearchOptions options(List<String> set) {
    List<String> words = new ArrayList<>(given);
    words.addAll(set);
    ShellCommand line = new ShellCommand(call);
    new Options("shell", new SharedOptions(), line).read(words);
    return line.options;
  }

  private void search(String query) throws IOException {
    searcher.refresh();
    hits = new ArrayList<>();
    answer(options(filters).request(query, call.display().columns()));
  }

  private void more() throws IOException {
    if (request == null || hits.isEmpty()) {
      throw new CommandException("error.no-more");
    }
    answer(request.withOffset(hits.get(hits.size() - 1).rank()));
  }

  private void answer(SearchRequest asked) throws IOException {
    request = asked;
    SearchResults results = SearchCommand.answer(call, options(filters), asked, searcher, locator);
    hits.addAll(results.hits());
    found |= !results.hits().isEmpty();
  }

  private void show(String number) throws IOException {
    Hit hit = hit(number);
    String query = request == null ? "" : request.query();
    ShowCommand.show(call, searcher, locator, locator.path(hit.path()), query, 1);
  }

  private void help() {
    Columns page = new Columns(call.display().columns(), call.display().theme());
    for (String key : new String[] {"query", "number", "open", "more", "filter", "clear", "quit"}) {
      page.row(
          call.messages().text("shell." + key + "-typed"), call.messages().text("shell." + key));
    }
    call.err().print(page.flush());
  }
}
