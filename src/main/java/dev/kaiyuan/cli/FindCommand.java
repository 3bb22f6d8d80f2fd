package dev.kaiyuan.cli;

import dev.kaiyuan.cli.context.CommandException;
import dev.kaiyuan.cli.context.Context;
import dev.kaiyuan.cli.context.Editor;
import dev.kaiyuan.cli.context.Environment;
import dev.kaiyuan.cli.context.ExitCode;
import dev.kaiyuan.cli.context.Failures;
import dev.kaiyuan.cli.option.Arguments;
import dev.kaiyuan.cli.option.Choices;
import dev.kaiyuan.cli.option.ValueKind;
import dev.kaiyuan.finder.Finder;
import dev.kaiyuan.finder.FinderSetting;
import dev.kaiyuan.finder.Tty;
import dev.kaiyuan.output.ArticleLocator;
import dev.kaiyuan.output.Display;
import dev.kaiyuan.output.HitSummary;
import dev.kaiyuan.output.SanitizedText;
import dev.kaiyuan.search.Hit;
import dev.kaiyuan.search.SearchRequest;
import dev.kaiyuan.search.SearchResults;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code find}: an article, chosen on the terminal as you type. */
final class FindCommand implements Command {
  private final Context context;
  private final SearchOptions options = new SearchOptions();
  private final GlossaryOption glossary = new GlossaryOption();
  private final List<String> words = new ArrayList<>();
  private boolean open;

  FindCommand(Context context) {
    this.context = context;
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
    SearchRequest request = options.request(String.join(" ", words), context.display().columns());
    IndexLocation place = IndexLookup.toSearch(context);
    IndexUpdate.createIfNone(context, place);
    ArticleLocator locator = place.locator(context);
    FinderSetting setting =
        new FinderSetting(
            request,
            SanitizedText.of(Filters.given(options)),
            new Display(80, 0, context.theme(true), false),
            context.messages(),
            locator,
            failure -> Failures.explain(failure, List.of(), context.messages()),
            context.environment().isOutputTerminal());
    SearchResults chosen;
    try (Tty tty = terminal()) {
      Finder finder = new Finder(setting, tty, () -> place.open(glossary.read(context)));
      chosen = finder.choose(hit -> edit(hit, locator));
    }
    if (chosen == null) {
      return ExitCode.NOTHING;
    }
    Hit hit = chosen.hits().getFirst();
    if (open) {
      edit(hit, locator);
    } else if (options.format == Choices.Format.TEXT) {
      HitSummary summary = new HitSummary(context.display(), context.messages(), locator);
      context.out().println(summary.where(hit));
    } else {
      SearchCommand.print(context, options, chosen, "", locator);
    }
    return ExitCode.FOUND;
  }

  private void edit(Hit hit, ArticleLocator locator) throws IOException {
    Editor.open(context, OpenIndex.file(locator, hit.path()), Math.max(1, hit.line()));
  }

  private Tty terminal() {
    String term = context.environment().variable("TERM");
    try {
      if (!term.isEmpty() && !term.equals("dumb")) {
        return Tty.open(
            context.environment().charset(),
            context.environment().columns(),
            context.environment().rows());
      }
    } catch (IOException e) {
      throw new CommandException("error.no-terminal").because(e);
    }
    throw new CommandException("error.no-terminal");
  }

  /** Whether the terminal can show the finder. */
  static boolean isPossible(Environment environment) {
    String term = environment.variable("TERM");
    return environment.isInputTerminal()
        && environment.isOutputTerminal()
        && !term.isEmpty()
        && !term.equals("dumb");
  }
}
