package dev.kaiyuan.cli;

import java.io.Console;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the program finds around it.
 *
 * @param variables the environment's variables
 * @param properties what the launcher found out at no cost: {@code kaiyuan.home}, {@code
 *     kaiyuan.stdin.terminal}, {@code kaiyuan.stdout.terminal}, {@code kaiyuan.stderr.terminal},
 *     {@code kaiyuan.columns}, {@code kaiyuan.rows}, {@code kaiyuan.locale}
 * @param folder the current folder; empty for the one of the process
 * @param input what is typed or piped in
 * @param screen shows long text page by page
 */
record Surroundings(
    Map<String, String> variables,
    Map<?, ?> properties,
    Path folder,
    InputStream input,
    Screen screen) {
  private static final int MOST_COLUMNS = 100_000;

  /** What is around a program that starts its pager itself. */
  Surroundings(
      Map<String, String> variables, Map<?, ?> properties, Path folder, InputStream input) {
    this(variables, properties, folder, input, Screen.OF_PROCESS);
  }

  static Surroundings ofProcess() {
    return new Surroundings(System.getenv(), System.getProperties(), Path.of(""), System.in);
  }

  /**
   * Returns a folder of the person's by its variable, or where it lies below the home folder; null
   * if nothing tells. A relative path is passed over, as the XDG Base Directory Specification asks:
   * it would take the options of whoever owns the current folder for the person's.
   */
  @Nullable Path folder(String variable, String belowHome) {
    Path named = absolute(variable(variable));
    if (named != null) {
      return named;
    }
    Path home = absolute(variable("HOME"));
    return home == null ? null : home.resolve(belowHome);
  }

  private static @Nullable Path absolute(String typed) {
    Path path = Path.of(typed);
    return path.isAbsolute() ? path : null;
  }

  /** Returns a path as a person at the current folder would write it. */
  Path shown(Path path) {
    return !folder.toString().isEmpty() && path.startsWith(folder) ? folder.relativize(path) : path;
  }

  /** Returns a variable, or an empty string. */
  String variable(String name) {
    String value = variables.get(name);
    return value == null ? "" : value;
  }

  @Nullable Path home() {
    Object home = properties.get("kaiyuan.home");
    return home == null ? null : Path.of(home.toString());
  }

  boolean isInputTerminal() {
    return isTerminal("kaiyuan.stdin.terminal");
  }

  boolean isOutputTerminal() {
    return isTerminal("kaiyuan.stdout.terminal");
  }

  boolean isErrorTerminal() {
    return isTerminal("kaiyuan.stderr.terminal");
  }

  private boolean isTerminal(String property) {
    Object told = properties.get(property);
    return told == null ? hasConsole() : told.equals("true");
  }

  /** Without the launcher Java only tells whether input and output are both a terminal. */
  private boolean hasConsole() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      // From Java 22 on there is a console even without a terminal.
      return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** UTF-8, but on a terminal of another encoding that one, as far as it has Chinese at all. */
  static Charset charset(String terminal) {
    boolean chinese = terminal.startsWith("GB") || terminal.startsWith("Big5");
    return chinese ? Charset.forName(terminal) : StandardCharsets.UTF_8;
  }

  /** The character encoding of the terminal. */
  Charset charset() {
    Object told = properties.get("native.encoding");
    return charset(told == null ? "" : told.toString());
  }

  int columns() {
    return size("kaiyuan.columns", "COLUMNS", 80);
  }

  /** How many lines the terminal shows, or 0 if nobody knows. */
  int rows() {
    return size("kaiyuan.rows", "LINES", 0);
  }

  /** Returns the same around a terminal of another size, unless that is not known. */
  Surroundings sized(int columns, int rows) {
    if (columns <= 0 || rows <= 0) {
      return this;
    }
    Map<Object, Object> changed = new HashMap<>(properties);
    changed.put("kaiyuan.columns", columns);
    changed.put("kaiyuan.rows", rows);
    return new Surroundings(variables, changed, folder, input, screen);
  }

  private int size(String property, String variable, int otherwise) {
    Object told = properties.get(property);
    int size = positive(told == null ? "" : told.toString());
    if (size == 0) {
      size = positive(variable(variable));
    }
    return size == 0 ? otherwise : size;
  }

  private static int positive(String text) {
    int number = 0;
    for (int p = 0; p < text.length(); p++) {
      char c = text.charAt(p);
      if (c < '0' || c > '9' || number > MOST_COLUMNS) {
        return 0;
      }
      number = 10 * number + c - '0';
    }
    return number;
  }

  /** The name of the locale in which the person wants to be spoken to. */
  String locale() {
    Object told = properties.get("kaiyuan.locale");
    if (told != null) {
      return told.toString();
    }
    for (String name : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
      String value = variable(name);
      if (!value.isEmpty()) {
        return value;
      }
    }
    return "en";
  }
}
