package dev.kaiyuan.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Options that hold for every call: {@code kaiyuan/config} in {@code XDG_CONFIG_HOME} or {@code
 * ~/.config}.
 *
 * <pre>
 * # one option a line, written as on the command line
 * --theme dark
 * --limit 20
 * </pre>
 *
 * <p>A command passes over the options that it does not take; what is typed wins.
 */
final class ConfigFile {
  private final List<Line> lines = new ArrayList<>();

  /** An option and its value, which is empty where it takes none. */
  private record Line(String name, String value) {}

  private ConfigFile() {}

  /**
   * Reads the person's file, if there is one and it is wanted.
   *
   * @throws CommandException if a line is no option
   */
  static ConfigFile read(Surroundings around, List<String> words) throws IOException {
    ConfigFile config = new ConfigFile();
    Path file = file(around);
    if (file == null || words.contains(Option.NO_CONFIG.longName()) || !file.toFile().isFile()) {
      return config;
    }
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && line.charAt(0) != '#') {
        config.add(line, file, i + 1);
      }
    }
    return config;
  }

  private static @Nullable Path file(Surroundings around) {
    Path base = around.folder("XDG_CONFIG_HOME", ".config");
    return base == null ? null : base.resolve("kaiyuan").resolve("config");
  }

  private void add(String line, Path file, int number) {
    int end = 0;
    while (end < line.length() && " =\t".indexOf(line.charAt(end)) < 0) {
      end++;
    }
    String name = line.substring(0, end);
    String value = end == line.length() ? "" : line.substring(end + 1).strip();
    boolean known = false;
    for (Option option : Option.values()) {
      if (option.longName().equals(name)) {
        known |= option.takesValue() != value.isEmpty();
      }
    }
    if (!known) {
      throw new CommandException("error.config", file, number, line);
    }
    lines.add(new Line(name, value));
  }

  /** Adds the options that a command takes, to be overruled by what is typed. */
  void addTo(Arguments arguments, Verb verb) {
    for (Line line : lines) {
      Option option = verb.option(line.name());
      if (option != null && option.accepts(line.value()) && !arguments.has(option)) {
        arguments.add(option, line.value());
      }
    }
  }

  /** The value of an option given last, or null. */
  @Nullable String value(Option option) {
    String value = null;
    for (Line line : lines) {
      if (line.name().equals(option.longName())) {
        value = line.value();
      }
    }
    return value;
  }
}
