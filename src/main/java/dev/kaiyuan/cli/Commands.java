package dev.kaiyuan.cli;

import dev.kaiyuan.cli.context.Context;
import dev.kaiyuan.cli.option.Arguments;
import dev.kaiyuan.cli.server.CommandRunner;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** The commands of the program. A start creates and declares only the command that it runs. */
public final class Commands {
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

  private final Context context;
  private final CommandRunner runner;

  /**
   * Creates the commands of one run.
   *
   * @param runner runs command lines of other processes
   */
  Commands(Context context, CommandRunner runner) {
    this.context = context;
    this.runner = runner;
  }

  /** Returns the model of the program with all its commands. */
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
    context.shared().declare(arguments);
    return arguments;
  }

  /** Returns the command with this name, or null if there is none. */
  @Nullable Command named(String name) {
    return switch (name) {
      case "index" -> new IndexCommand(context);
      case "search" -> new SearchCommand(context);
      case "find" -> new FindCommand(context);
      case "similar" -> new SimilarCommand(context);
      case "show" -> new ShowCommand(context);
      case "shell" -> new ShellCommand(context);
      case "serve" -> new ServeCommand(context, runner);
      case "mcp" -> new McpCommand(context);
      case "stats" -> new StatsCommand(context);
      case "analyze" -> new AnalyzeCommand(context);
      case "eval" -> new EvalCommand(context);
      case "completion" -> new CompletionCommand(context, this::all);
      case "manual" -> new ManualCommand(context, this::all);
      case "help" -> new HelpCommand(context, NAMES, this::all);
      default -> null;
    };
  }
}
