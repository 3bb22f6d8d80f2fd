package dev.kaiyuan.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * The commands of the program. Only the one that runs is made: to look at the options of all of
 * them would take longer than a search.
 */
final class Commands {
  static final List<String> NAMES =
      List.of(
          "index",
          "search",
          "find",
          "similar",
          "show",
          "shell",
          "serve",
          "mcp",
          "stats",
          "analyze",
          "eval",
          "completion",
          "manual",
          "help");

  private Commands() {}

  /** Returns the program with all its commands, to be explained. */
  static CommandLine all(Call call) {
    CommandLine all = new CommandModel(new Options("kaiyuan", call.shared(), null)).line();
    for (String name : NAMES) {
      Options options = new Options(name, call.shared(), named(name, call));
      all.addSubcommand(name, new CommandModel(options).line());
    }
    return all;
  }

  /** The words that may stand behind a command where those are a closed set, else none. */
  static String operands(String name) {
    return switch (name) {
      case "completion" -> "bash zsh fish";
      case "help" -> String.join(" ", NAMES);
      default -> "";
    };
  }

  /** Returns the command of a name, or null if there is none. */
  static @Nullable Command named(String name, Call call) {
    return switch (name) {
      case "index" -> new IndexCommand(call);
      case "search" -> new SearchCommand(call);
      case "find" -> new FindCommand(call);
      case "similar" -> new SimilarCommand(call);
      case "show" -> new ShowCommand(call);
      case "shell" -> new ShellCommand(call);
      case "serve" -> new ServeCommand(call);
      case "mcp" -> new McpCommand(call);
      case "stats" -> new StatsCommand(call);
      case "analyze" -> new AnalyzeCommand(call);
      case "eval" -> new EvalCommand(call);
      case "completion" -> new CompletionCommand(call);
      case "manual" -> new ManualCommand(call);
      case "help" -> new HelpCommand(call);
      default -> null;
    };
  }
}
