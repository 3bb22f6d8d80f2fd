package dev.kaiyuan.cli;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** Finds the command among the words that were typed, and runs it. */
final class Dispatch {
  private static final Set<String> WITH_VALUE = Set.of("--index", "--color", "--theme", "--locale");

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
      return withoutCommand(words, call);
    }
    CommandLine line = Commands.named(words.get(at), call);
    if (line == null) {
      throw unknown(words, at);
    }
    List<String> arguments = config.optionsOf(line.getCommandSpec());
    for (int p = 0; p < words.size(); p++) {
      if (p != at) {
        arguments.add(protectedFromParsing(words.get(p)));
      }
    }
    CommandLine.ParseResult parsed = line.parseArgs(arguments.toArray(new String[0]));
    if (parsed.isUsageHelpRequested()) {
      Usage.print(line, call);
      return Call.FOUND;
    }
    if (parsed.isVersionHelpRequested()) {
      call.out().println(Version.text());
      return Call.FOUND;
    }
    Callable<Integer> command = line.getCommand();
    return command.call();
  }

  /** A hyphen before a space begins no option: {@code "- [ ] todo"} is a query like others. */
  private static String protectedFromParsing(String word) {
    return word.startsWith("- ") ? " " + word : word;
  }

  /** Options that every command takes may stand before the command. */
  private static int commandAt(List<String> words) {
    int p = 0;
    while (p < words.size() && words.get(p).startsWith("-")) {
      p += WITH_VALUE.contains(words.get(p)) ? 2 : 1;
    }
    return p < words.size() ? p : -1;
  }

  private static int withoutCommand(List<String> words, Call call) {
    CommandLine.ParseResult parsed = Commands.bare(call).parseArgs(words.toArray(new String[0]));
    if (parsed.isVersionHelpRequested()) {
      call.out().println(Version.text());
      return Call.FOUND;
    }
    if (!parsed.isUsageHelpRequested()) {
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
