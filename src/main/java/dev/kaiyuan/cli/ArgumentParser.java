package dev.kaiyuan.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what was typed behind a command.
 *
 * <p>Options may stand anywhere: {@code --limit 5}, {@code --limit=5}, {@code -n 5}, {@code -n5}.
 * Behind {@code --} everything is an operand. A hyphen alone, or one before a space, begins no
 * option, so that {@code "- [ ] todo"} can be looked for.
 */
final class ArgumentParser {
  private final Verb verb;
  private final Arguments arguments = new Arguments();

  private ArgumentParser(Verb verb) {
    this.verb = verb;
  }

  /**
   * Reads arguments.
   *
   * @param from the first argument to read
   * @throws CommandException if an option is unknown, or a value is missing or wrong
   */
  static Arguments parse(Verb verb, List<String> words, int from) {
    ArgumentParser parser = new ArgumentParser(verb);
    int p = from;
    while (p < words.size()) {
      String word = words.get(p);
      if (word.equals("--")) {
        for (String operand : words.subList(p + 1, words.size())) {
          parser.arguments.addOperand(operand);
        }
        break;
      }
      if (isOption(word)) {
        String next = p + 1 < words.size() ? words.get(p + 1) : null;
        p += parser.option(word, next, words) ? 2 : 1;
      } else {
        parser.arguments.addOperand(word);
        p++;
      }
    }
    return parser.arguments;
  }

  private static boolean isOption(String word) {
    return word.length() > 1 && word.charAt(0) == '-' && word.charAt(1) != ' ';
  }

  /** Reads an option, and tells whether it took the next word as its value. */
  private boolean option(String word, @Nullable String next, List<String> words) {
    int equals = word.startsWith("--") ? word.indexOf('=') : -1;
    String name = equals < 0 ? word : word.substring(0, equals);
    String value = equals < 0 ? null : word.substring(equals + 1);
    Option option = verb.option(name);
    if (option == null && !word.startsWith("--") && word.length() > 2) {
      option = verb.option(word.substring(0, 2));
      value = word.substring(2);
      if (option != null && !option.takesValue()) {
        option = null;
      }
    }
    if (option == null) {
      throw unknown(name, words);
    }
    if (!option.takesValue()) {
      if (value != null) {
        throw new CommandException("error.no-value", name);
      }
      arguments.add(option, "");
      return false;
    }
    boolean took = value == null;
    String taken = took ? next : value;
    if (taken == null) {
      throw new CommandException("error.value-missing", name, option.label());
    }
    if (!option.accepts(taken)) {
      throw new CommandException("error.choice", name, option.label().replace("|", ", "), taken);
    }
    arguments.add(option, taken);
    return took;
  }

  private CommandException unknown(String name, List<String> words) {
    String close = Spelling.closest(name, verb.optionNames());
    if (close != null) {
      return new CommandException("error.option-close", name, close);
    }
    if (verb.operands().startsWith("QUERY")) {
      return new CommandException("error.option-query", name, quoted(words));
    }
    return new CommandException("error.option", name, verb.word());
  }

  private String quoted(List<String> words) {
    StringBuilder command = new StringBuilder("kaiyuan ").append(verb.word()).append(" --");
    for (String word : words.subList(1, words.size())) {
      command.append(' ').append(ShellWords.quote(word));
    }
    return command.toString();
  }
}
