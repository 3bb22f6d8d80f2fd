package dev.kaiyuan.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ParseResult;

/** Lets picocli read the options of the command that was typed, and runs it. */
final class Dispatch {
  private final ConfigFile config;
  private final Call call;
  private final Commands commands;

  /**
   * Prepares a run.
   *
   * @param config the options that hold for every call
   */
  Dispatch(ConfigFile config, Call call, CommandRunner runner) {
    this.config = config;
    this.call = call;
    commands = new Commands(call, runner);
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
    if (call.shared().help) {
      Usage.print(arguments.line(), call);
      return Call.FOUND;
    }
    if (call.shared().version) {
      call.out().println(Version.text());
      return Call.FOUND;
    }
    try {
      return command.run();
    } catch (CommandException mistake) {
      throw config.located(mistake, parsed);
    }
  }

  /** A hyphen before a space begins no option: {@code "- [ ] todo"} is a query like others. */
  private static String protectedFromParsing(String word) {
    return word.startsWith("- ") ? " " + word : word;
  }

  /** At a terminal a person who names no command wants to find something. */
  private int withoutCommand(List<String> words) throws Exception {
    commands.arguments("kaiyuan", null).read(words);
    if (call.shared().version) {
      call.out().println(Version.text());
      return Call.FOUND;
    }
    if (!call.shared().help && FindCommand.isPossible(call.around())) {
      List<String> find = new ArrayList<>(List.of("find"));
      find.addAll(words);
      return run(FirstPass.over(find));
    }
    if (!call.shared().help) {
      throw new CommandException("error.no-command");
    }
    Usage.print(commands.all(), call);
    return Call.FOUND;
  }

  private static CommandException unknown(FirstPass typed) {
    List<String> words = typed.words();
    String name = words.get(typed.at());
    String search = "kaiyuan search " + ShellWords.join(words.subList(typed.at(), words.size()));
    String nearest = Misspelling.nearest(name, Commands.NAMES);
    return nearest == null
        ? new CommandException("error.command", name, search)
        : new CommandException("error.command-close", name, nearest, search);
  }
}
