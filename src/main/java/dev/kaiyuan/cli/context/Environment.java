package dev.kaiyuan.cli.context;

import java.io.Console;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The environment in which the program runs.
 *
 * @param variables the environment's variables
 * @param properties what the launcher knows: {@code kaiyuan.home}, {@code kaiyuan.stdin.terminal},
 *     {@code kaiyuan.stdout.terminal}, {@code kaiyuan.stderr.terminal}, {@code kaiyuan.columns},
 *     {@code kaiyuan.rows}, {@code kaiyuan.locale}
 * @param folder the current folder; empty for that of the process
 * @param input standard input
 * @param pager runs the pager
 */
public record Environment(
    Map<String, String> variables,
    Map<?, ?> properties,
    Path folder,
    InputStream input,
    PagerRunner pager) {
  private static final int MOST_COLUMNS = 100_000;

  /** Creates the environment of a program that starts its pager itself. */
  public Environment(
      Map<String, String> variables, Map<?, ?> properties, Path folder, InputStream input) {
    this(variables, properties, folder, input, PagerRunner.OF_PROCESS);
  }

  public static Environment ofProcess() {
    return new Environment(System.getenv(), System.getProperties(), Path.of(""), System.in);
  }

  /**
   * Returns the folder that an XDG variable names, or its default below the home folder; null if
   * neither is set. Relative paths are ignored, as the XDG Base Directory Specification asks: the
   * owner of the current folder could set options otherwise.
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

  /** Returns a path relative to the current folder, if it lies in it. */
  public Path shown(Path path) {
    return !folder.toString().isEmpty() && path.startsWith(folder) ? folder.relativize(path) : path;
  }

  /** Returns a variable, or an empty string. */
  public String variable(String name) {
    String value = variables.get(name);
    return value == null ? "" : value;
  }

  public @Nullable Path home() {
    Object home = properties.get("kaiyuan.home");
    return home == null ? null : Path.of(home.toString());
  }

  public boolean isInputTerminal() {
    return isTerminal("kaiyuan.stdin.terminal");
  }

  public boolean isOutputTerminal() {
    return isTerminal("kaiyuan.stdout.terminal");
  }

  boolean isErrorTerminal() {
    return isTerminal("kaiyuan.stderr.terminal");
  }

  private boolean isTerminal(String property) {
    Object told = properties.get(property);
    return told == null ? hasConsole() : told.equals("true");
  }

  /** Without the launcher, Java only knows whether input and output both are a terminal. */
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

  /** Returns the encoding of a terminal if it is a Chinese one, else UTF-8. */
  public static Charset charset(String terminal) {
    boolean chinese = terminal.startsWith("GB") || terminal.startsWith("Big5");
    return chinese ? Charset.forName(terminal) : StandardCharsets.UTF_8;
  }

  /** Returns the character encoding of the terminal. */
  public Charset charset() {
    Object told = properties.get("native.encoding");
    return charset(told == null ? "" : told.toString());
  }

  public int columns() {
    return size("kaiyuan.columns", "COLUMNS", 80);
  }

  /** Returns the number of lines of the terminal, or 0 if it is unknown. */
  public int rows() {
    return size("kaiyuan.rows", "LINES", 0);
  }

  /** Returns the environment with another size of the terminal, if that is known. */
  public Environment sized(int columns, int rows) {
    if (columns <= 0 || rows <= 0) {
      return this;
    }
    Map<Object, Object> changed = new HashMap<>(properties);
    changed.put("kaiyuan.columns", columns);
    changed.put("kaiyuan.rows", rows);
    return new Environment(variables, changed, folder, input, pager);
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

  /** Returns the name of the locale for messages. */
  public String locale() {
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
