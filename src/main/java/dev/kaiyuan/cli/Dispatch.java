package dev.kaiyuan.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Finds the command among the words that were typed, and runs it. */
final class Dispatch {
  private Dispatch() {}

  /**
   * Runs what was typed.
   *
   * @param words what was typed
   * @param config the options that hold for every call
   * @param bare a call without arguments
   */
  static int run(List<String> words, ConfigFile config, Call bare) throws IOException {
    if (words.isEmpty()) {
      bare.err().print(new Help(bare).overview());
      return Command.FAILED;
    }
    int at = verbAt(words);
    if (at < 0) {
      return withoutVerb(words, bare);
    }
    Verb verb = Verb.named(words.get(at));
    if (verb == null) {
      throw unknown(words, at);
    }
    List<String> rest = new ArrayList<>(words);
    rest.remove(at);
    rest.add(0, verb.word());
    Arguments arguments = ArgumentParser.parse(verb, rest, 1);
    config.addTo(arguments, verb);
    Call call = new Call(verb, arguments, bare.out(), bare.err(), bare.around(), bare.messages());
    if (arguments.has(Option.HELP)) {
      bare.out().print(new Help(call).of(verb));
      return Command.FOUND;
    }
    if (arguments.has(Option.VERSION)) {
      bare.out().println(Version.text());
      return Command.FOUND;
    }
    return command(verb).run(call);
  }

  /** Options that every command takes may stand before the command. */
  private static int verbAt(List<String> words) {
    int p = 0;
    while (p < words.size() && words.get(p).startsWith("-")) {
      String word = words.get(p);
      Option option = everywhere(word);
      p += option != null && option.takesValue() && word.indexOf('=') < 0 ? 2 : 1;
    }
    return p < words.size() ? p : -1;
  }

  private static Option everywhere(String word) {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    for (Option option : Verb.everywhere()) {
      if (option.longName().equals(name) || option.shortName().equals(name)) {
        return option;
      }
    }
    return null;
  }

  private static int withoutVerb(List<String> words, Call bare) {
    List<String> all = new ArrayList<>(words);
    all.add(0, Verb.HELP.word());
    Arguments arguments = ArgumentParser.parse(Verb.HELP, all, 1);
    if (arguments.has(Option.VERSION)) {
      bare.out().println(Version.text());
      return Command.FOUND;
    }
    if (arguments.has(Option.HELP)) {
      bare.out().print(new Help(bare).overview());
      return Command.FOUND;
    }
    throw new CommandException("error.no-command");
  }

  private static CommandException unknown(List<String> words, int at) {
    String word = words.get(at);
    List<String> verbs = new ArrayList<>();
    for (Verb verb : Verb.values()) {
      verbs.add(verb.word());
    }
    String close = Spelling.closest(word, verbs);
    StringBuilder command = new StringBuilder("kaiyuan search");
    for (String query : words.subList(at, words.size())) {
      command.append(' ').append(ShellWords.quote(query));
    }
    return close == null
        ? new CommandException("error.command", word, command.toString())
        : new CommandException("error.command-close", word, close);
  }

  /** Only the command that runs is loaded. */
  private static Command command(Verb verb) {
    return switch (verb) {
      case INDEX -> new IndexCommand();
      case SEARCH -> new SearchCommand();
      case SHOW -> new ShowCommand();
      case SHELL -> new ShellCommand();
      case STATS -> new StatsCommand();
      case ANALYZE -> new AnalyzeCommand();
      case EVAL -> new EvalCommand();
      case COMPLETION -> new CompletionCommand();
      case MANUAL -> new ManualCommand();
      case HELP -> new HelpCommand();
    };
  }
}
