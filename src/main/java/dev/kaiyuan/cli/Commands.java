package dev.kaiyuan.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The commands of the program. Only the one that runs is made: to look at the options of all of
 * them would take longer than a search.
 */
final class Commands {
  static final List<String> NAMES =
      List.of(
          "index",
          "search",
          "similar",
          "show",
          "shell",
          "stats",
          "analyze",
          "eval",
          "completion",
          "manual",
          "help");

  private Commands() {}

  @Command(name = "kaiyuan", synopsisSubcommandLabel = "COMMAND")
  private static final class Root {
    @CommandLine.Mixin private final SharedOptions shared;

    Root(SharedOptions shared) {
      this.shared = shared;
    }
  }

  /** Returns the command of a name alone, or null if there is none. */
  static @Nullable CommandLine named(String name, Call call) {
    Callable<Integer> command = make(name, call);
    return command == null ? null : line(command).setCommandName("kaiyuan " + name);
  }

  /** Returns the program without its commands. */
  static CommandLine bare(Call call) {
    return line(new Root(call.shared()));
  }

  /** Returns the program with all its commands. */
  static CommandLine all(Call call) {
    CommandLine all = bare(call);
    for (String name : NAMES) {
      Callable<Integer> command = make(name, call);
      if (command != null) {
        all.addSubcommand(name, line(command));
      }
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

  private static @Nullable Callable<Integer> make(String name, Call call) {
    return switch (name) {
      case "index" -> new IndexCommand(call);
      case "search" -> new SearchCommand(call);
      case "similar" -> new SimilarCommand(call);
      case "show" -> new ShowCommand(call);
      case "shell" -> new ShellCommand(call);
      case "stats" -> new StatsCommand(call);
      case "analyze" -> new AnalyzeCommand(call);
      case "eval" -> new EvalCommand(call);
      case "completion" -> new CompletionCommand(call);
      case "manual" -> new ManualCommand(call);
      case "help" -> new HelpCommand(call);
      default -> null;
    };
  }

  private static CommandLine line(Object command) {
    return new CommandLine(command).setExpandAtFiles(false).setOverwrittenOptionsAllowed(true);
  }
}
