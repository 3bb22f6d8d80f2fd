package dev.kaiyuan.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** The commands of the program. A start makes and declares only the one that it runs. */
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

  private final Call call;
  private final CommandRunner runner;

  /**
   * Prepares the commands of one call.
   *
   * @param runner runs command lines that other processes ask for
   */
  Commands(Call call, CommandRunner runner) {
    this.call = call;
    this.runner = runner;
  }

  /** Returns the program with all its commands, to be explained. */
  CommandLine all() {
    CommandLine all = arguments("kaiyuan", null).line();
    for (String name : NAMES) {
      all.addSubcommand(name, arguments(name, named(name)).line());
    }
    return all;
  }

  /**
   * Returns the options and operands of a command.
   *
   * @param name what is typed before the options
   * @param command the command, or null for the program without one
   */
  Arguments arguments(String name, @Nullable Command command) {
    Arguments arguments = new Arguments(name);
    if (command != null) {
      command.declare(arguments);
    }
    call.shared().declare(arguments);
    return arguments;
  }

  /** Returns the command of a name, or null if there is none. */
  @Nullable Command named(String name) {
    return switch (name) {
      case "index" -> new IndexCommand(call);
      case "search" -> new SearchCommand(call);
      case "find" -> new FindCommand(call);
      case "similar" -> new SimilarCommand(call);
      case "show" -> new ShowCommand(call);
      case "shell" -> new ShellCommand(call);
      case "serve" -> new ServeCommand(call, runner);
      case "mcp" -> new McpCommand(call);
      case "stats" -> new StatsCommand(call);
      case "analyze" -> new AnalyzeCommand(call);
      case "eval" -> new EvalCommand(call);
      case "completion" -> new CompletionCommand(call, this::all);
      case "manual" -> new ManualCommand(call, this::all);
      case "help" -> new HelpCommand(call, NAMES, this::all);
      default -> null;
    };
  }
}
