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
    if (file == null || words.contains("--no-config") || !file.toFile().isFile()) {
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
    if (!name.startsWith("--") || name.length() == 2) {
      throw new CommandException("error.config", file, number, line);
    }
    lines.add(new Line(name, value));
  }

  /** Returns the options that a command takes, to stand before what is typed. */
  List<String> optionsOf(Options command) {
    List<String> options = new ArrayList<>();
    for (Line line : lines) {
      if (command.find(line.name()) != null) {
        options.add(line.value().isEmpty() ? line.name() : line.name() + "=" + line.value());
      }
    }
    return options;
  }

  /** The value of an option given last, or null. */
  @Nullable String value(String name) {
    String value = null;
    for (Line line : lines) {
      if (line.name().equals(name)) {
        value = line.value();
      }
    }
    return value;
  }
}
