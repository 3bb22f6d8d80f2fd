package dev.kaiyuan.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of a session: its options, which may stand anywhere as on the command line, and all else
 * as it was typed. Of hyphens only two begin an option, for one leaves out a word; {@code -n 3} is
 * the exception.
 *
 * @param options the options and their values, without quotes
 * @param rest a query or a command, or an empty string
 */
record SessionLine(List<String> options, String rest) {

  /**
   * Reads a line.
   *
   * @param known the options that there are
   * @throws CommandException if an option is none, or none for a line
   */
  static SessionLine of(String line, Options known) {
    List<String> tokens = tokens(line);
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
        Option<?> option = option(token, line, known);
        options.add(unquoted(token));
        if (!option.isSwitch() && token.indexOf('=') < 0 && i + 1 < tokens.size()) {
          options.add(unquoted(tokens.get(++i)));
        }
      }
    }
    return options.isEmpty() && !tokens.contains("--")
        ? new SessionLine(options, line)
        : new SessionLine(options, String.join(" ", rest));
  }

  private static Option<?> option(String token, String line, Options known) {
    int equals = token.indexOf('=');
    String name = equals < 0 ? token : token.substring(0, equals);
    Option<?> option = known.find(name);
    if (option == null) {
      List<String> names = new ArrayList<>();
      known.own().forEach(each -> names.add(each.longName()));
      String nearest = Misspelling.nearest(name, names);
      throw nearest == null
          ? new CommandException("error.option-query", name, "search -- " + line)
          : new CommandException("error.option-close-query", name, nearest);
    }
    if (known.shared().contains(option) || ShellCommand.ONLY_AT_START.contains(name)) {
      throw new CommandException("error.session-option", name);
    }
    return option;
  }

  private static boolean isNumber(String token) {
    return token.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static String unquoted(String token) {
    return String.join(" ", ShellWords.split(token));
  }

  /** Cuts at spaces that stand in no quotes; an apostrophe in a word, or a quote alone, is none. */
  private static List<String> tokens(String line) {
    List<String> tokens = new ArrayList<>();
    int start = 0;
    for (int p = 0; p <= line.length(); p++) {
      char c = p == line.length() ? ' ' : line.charAt(p);
      boolean opens = c == '"' || c == '\'' && (p == start || line.charAt(p - 1) == '=');
      int close = opens ? line.indexOf(c, p + 1) : -1;
      if (close > 0) {
        p = close;
      } else if (c == ' ') {
        if (p > start) {
          tokens.add(line.substring(start, p));
        }
        start = p + 1;
      }
    }
    return tokens;
  }
}
