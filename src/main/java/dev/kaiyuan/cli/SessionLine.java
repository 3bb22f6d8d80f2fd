package dev.kaiyuan.cli;

import dev.kaiyuan.cli.context.CommandException;
import dev.kaiyuan.cli.context.ShellWords;
import dev.kaiyuan.cli.context.SpellingSuggestion;
import dev.kaiyuan.cli.option.Arguments;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A line of a session: its options, and the rest as it was typed. Options begin with two hyphens,
 * because one hyphen excludes a word from a query; {@code -n 3} is the exception.
 *
 * @param options the options and their values, without quotes
 * @param rest a query or a command, or an empty string
 */
record SessionLine(List<String> options, String rest) {

  /**
   * Reads a line.
   *
   * @param known the options that a line may have
   * @param atStart the options of the command that started the session
   * @throws CommandException if an option is unknown, or is only for the start
   */
  static SessionLine of(String line, CommandSpec known, CommandSpec atStart) {
    List<String> tokens = ShellWords.quoted(line);
    List<String> options = new ArrayList<>();
    List<String> rest = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      String token = tokens.get(i);
      boolean isNumber = token.equals("-n") && i + 1 < tokens.size() && isNumber(tokens.get(i + 1));
      if (token.equals("--")) {
        rest.addAll(tokens.subList(i + 1, tokens.size()));
        break;
      } else if (!isNumber && !token.startsWith("--")) {
        rest.add(token);
      } else {
        OptionSpec option = option(token, line, known, atStart);
        options.add(ShellWords.unquoted(token));
        if (Arguments.takesValue(option) && token.indexOf('=') < 0 && i + 1 < tokens.size()) {
          options.add(ShellWords.unquoted(tokens.get(++i)));
        }
      }
    }
    return options.isEmpty() && !tokens.contains("--")
        ? new SessionLine(options, line)
        : new SessionLine(options, String.join(" ", rest));
  }

  private static OptionSpec option(
      String token, String line, CommandSpec known, CommandSpec atStart) {
    int equals = token.indexOf('=');
    String name = equals < 0 ? token : token.substring(0, equals);
    OptionSpec option = known.optionsMap().get(name);
    if (option != null) {
      return option;
    }
    if (atStart.optionsMap().containsKey(name)) {
      throw new CommandException("error.session-option", name);
    }
    List<String> names = known.options().stream().map(OptionSpec::longestName).toList();
    String nearest = SpellingSuggestion.nearest(name, names);
    throw nearest == null
        ? new CommandException("error.option-query", name, "search -- " + line)
        : new CommandException("error.option-close-query", name, nearest);
  }

  private static boolean isNumber(String token) {
    return token.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
