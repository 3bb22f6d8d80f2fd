package dev.kaiyuan.cli;

import dev.kaiyuan.cli.context.CommandException;
import dev.kaiyuan.cli.context.ConfigFile;
import dev.kaiyuan.cli.context.Context;
import dev.kaiyuan.cli.context.ExitCode;
import dev.kaiyuan.cli.context.ShellWords;
import dev.kaiyuan.cli.context.SpellingSuggestion;
import dev.kaiyuan.cli.context.Usage;
import dev.kaiyuan.cli.context.Version;
import dev.kaiyuan.cli.option.Arguments;
import dev.kaiyuan.cli.option.FirstPass;
import dev.kaiyuan.cli.server.CommandRunner;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ParseResult;

/** Parses the options of the typed command, and runs it. */
final class Dispatch {
  private final ConfigFile config;
  private final Context context;
  private final Commands commands;

  /**
   * Prepares a run of the program.
   *
   * @param config the options of the config file
   */
  Dispatch(ConfigFile config, Context context, CommandRunner runner) {
    this.config = config;
    this.context = context;
    commands = new Commands(context, runner);
  }

  /** Runs what was typed; returns the exit code. */
  int run(FirstPass typed) throws Exception {
    String name = typed.command();
    if (name == null) {
      return withoutCommand(typed.words());
    }
    Command command = commands.named(name);
    if (command == null) {
      throw unknown(typed);
    }
    Arguments arguments = commands.arguments("kaiyuan " + name, command);
    List<String> words = config.wordsFor(arguments, commands::all);
    for (String word : typed.arguments()) {
      words.add(protectedFromParsing(word));
    }
    ParseResult parsed = arguments.read(words);
    if (context.shared().help) {
      Usage.print(arguments.line(), context);
      return ExitCode.FOUND;
    }
    if (context.shared().version) {
      context.out().println(Version.text());
      return ExitCode.FOUND;
    }
    try {
      return command.run();
    } catch (CommandException mistake) {
      throw config.located(mistake, parsed);
    }
  }

  /** A hyphen and a space are no option: {@code "- [ ] todo"} is a query. */
  private static String protectedFromParsing(String word) {
    return word.startsWith("- ") ? " " + word : word;
  }

  /** Without a command, starts the finder on a terminal. */
  private int withoutCommand(List<String> words) throws Exception {
    commands.arguments("kaiyuan", null).read(words);
    if (context.shared().version) {
      context.out().println(Version.text());
      return ExitCode.FOUND;
    }
    if (!context.shared().help && FindCommand.isPossible(context.environment())) {
      List<String> find = new ArrayList<>(List.of("find"));
      find.addAll(words);
      return run(FirstPass.over(find));
    }
    if (!context.shared().help) {
      throw new CommandException("error.no-command");
    }
    Usage.print(commands.all(), context);
    return ExitCode.FOUND;
  }

  private static CommandException unknown(FirstPass typed) {
    List<String> words = typed.words();
    String name = words.get(typed.at());
    String search = "kaiyuan search " + ShellWords.join(words.subList(typed.at(), words.size()));
    String nearest = SpellingSuggestion.nearest(name, Commands.NAMES);
    return nearest == null
        ? new CommandException("error.command", name, search)
        : new CommandException("error.command-close", name, nearest, search);
  }
}
