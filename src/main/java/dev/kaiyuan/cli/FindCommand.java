package dev.kaiyuan.cli;

import dev.kaiyuan.finder.Finder;
import dev.kaiyuan.finder.FinderSetting;
import dev.kaiyuan.finder.Tty;
import dev.kaiyuan.output.ArticleLocator;
import dev.kaiyuan.output.Display;
import dev.kaiyuan.output.HarmlessText;
import dev.kaiyuan.output.HitSummary;
import dev.kaiyuan.search.Hit;
import dev.kaiyuan.search.SearchRequest;
import dev.kaiyuan.search.SearchResults;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code find}: an article, chosen on the terminal as one types. */
final class FindCommand implements Command {
  private final Call call;
  private final SearchOptions options = new SearchOptions();
  private final GlossaryOption glossary = new GlossaryOption();
  private final List<String> words = new ArrayList<>();
  private boolean open;

  FindCommand(Call call) {
    this.call = call;
  }

  @Override
  public void declare(Arguments to) {
    options.declareFilters(to);
    options.declareFormat(to);
    glossary.declare(to);
    to.flag(() -> open = true, "--open");
    to.operands(ValueKind.TEXT, "[QUERY]", words::add);
  }

  @Override
  public int run() throws IOException {
    SearchRequest request = options.request(String.join(" ", words), call.display().columns());
    IndexPlace place = IndexPlace.toSearch(call);
    if (place.canBeMade()) {
      IndexCommand.make(call, place);
    }
    ArticleLocator locator = ArticleLocator.of(place.directory(), call.around().folder());
    FinderSetting setting =
        new FinderSetting(
            request,
            HarmlessText.of(Filters.given(options)),
            new Display(80, 0, call.theme(true), false),
            call.messages(),
            locator,
            failure -> Failures.explain(failure, List.of(), call.messages()),
            call.around().isOutputTerminal());
    SearchResults chosen;
    try (Tty tty = terminal()) {
      Finder finder = new Finder(setting, tty, () -> place.open(glossary.translations(call)));
      chosen = finder.choose(hit -> edit(hit, locator));
    }
    if (chosen == null) {
      return Call.NOTHING;
    }
    Hit hit = chosen.hits().getFirst();
    if (open) {
      edit(hit, locator);
    } else if (options.format == Choices.Format.TEXT) {
      HitSummary summary = new HitSummary(call.display(), call.messages(), locator);
      call.out().println(summary.where(hit));
    } else {
      SearchCommand.print(call, options, chosen, "", locator);
    }
    return Call.FOUND;
  }

  private void edit(Hit hit, ArticleLocator locator) throws IOException {
    Editor.open(call, locator.file(hit.path()), Math.max(1, hit.line()));
  }

  private Tty terminal() {
    String term = call.around().variable("TERM");
    try {
      if (!term.isEmpty() && !term.equals("dumb")) {
        return Tty.open(call.around().charset(), call.around().columns(), call.around().rows());
      }
    } catch (IOException e) {
      throw new CommandException("error.no-terminal").because(e);
    }
    throw new CommandException("error.no-terminal");
  }

  /** Whether the person is at a terminal that can show the finder. */
  static boolean isPossible(Surroundings around) {
    String term = around.variable("TERM");
    return around.isInputTerminal()
        && around.isOutputTerminal()
        && !term.isEmpty()
        && !term.equals("dumb");
  }
}
