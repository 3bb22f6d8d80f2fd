package dev.kaiyuan.cli;

import java.util.ArrayList;
import java.util.List;

/** Finds the command among the words that were typed, and runs it. */
final class Dispatch {
  /** The options that may stand before the command and take the word behind them. */
  static final List<String> WITH_VALUE = List.of("--index", "--color", "--theme", "--locale");

  private Dispatch() {}

  /**
   * Runs what was typed.
   *
   * @param words what was typed
   * @param config the options that hold for every call
   * @return the exit code
   */
  static int run(List<String> words, ConfigFile config, Call call) throws Exception {
    int at = commandAt(words);
    if (at < 0) {
      return withoutCommand(words, config, call);
    }
    Command command = Commands.named(words.get(at), call);
    if (command == null) {
      throw unknown(words, at);
    }
    Options options = new Options("kaiyuan " + words.get(at), call.shared(), command);
    List<String> arguments = config.optionsOf(options, call);
    for (int p = 0; p < words.size(); p++) {
      if (p != at) {
        arguments.add(protectedFromParsing(words.get(p)));
      }
    }
    options.read(arguments);
    if (call.shared().help) {
      Usage.print(new CommandModel(options).line(), call);
      return Call.FOUND;
    }
    if (call.shared().version) {
      call.out().println(Version.text());
      return Call.FOUND;
    }
    return command.call();
  }

  /** A hyphen before a space begins no option: {@code "- [ ] todo"} is a query like others. */
  private static String protectedFromParsing(String word) {
    return word.startsWith("- ") ? " " + word : word;
  }

  /** Options that every command takes may stand before the command. */
  static int commandAt(List<String> words) {
    int p = 0;
    while (p < words.size() && words.get(p).startsWith("-")) {
      p += WITH_VALUE.contains(words.get(p)) ? 2 : 1;
    }
    return p < words.size() ? p : -1;
  }

  /** At a terminal a person who names no command wants to find something. */
  private static int withoutCommand(List<String> words, ConfigFile config, Call call)
      throws Exception {
    new Options("kaiyuan", call.shared(), null).read(words);
    if (call.shared().version) {
      call.out().println(Version.text());
      return Call.FOUND;
    }
    if (!call.shared().help && FindCommand.isPossible(call.around())) {
      List<String> find = new ArrayList<>(List.of("find"));
      find.addAll(words);
      return run(find, config, call);
    }
    if (!call.shared().help) {
      throw new CommandException("error.no-command");
    }
    Usage.print(Commands.all(call), call);
    return Call.FOUND;
  }

  private static CommandException unknown(List<String> words, int at) {
    String search = "kaiyuan search " + ShellWords.join(words.subList(at, words.size()));
    String nearest = Misspelling.nearest(words.get(at), Commands.NAMES);
    return nearest == null
        ? new CommandException("error.command", words.get(at), search)
        : new CommandException("error.command-close", words.get(at), nearest, search);
  }
}
