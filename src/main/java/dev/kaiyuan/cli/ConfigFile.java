package dev.kaiyuan.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
 * <p>A command passes over the options, and values of options, that only others take; what is typed
 * wins. A mistake is told with its file and line, for nobody typed it.
 */
final class ConfigFile {
  private static final List<String> ONLY_TYPED =
      List.of("-h", "--help", "-V", "--version", "--no-config");

  static final ConfigFile NONE = new ConfigFile();

  private final List<Line> lines = new ArrayList<>();
  private final List<Used> used = new ArrayList<>();

  private record Used(Option<?> option, String place) {}

  /** An option and its value, which is empty where it takes none. */
  private record Line(String place, String name, String value) {
    boolean fits(@Nullable Option<?> option) {
      return option != null && option.isSwitch() == value.isEmpty() && option.value(value) != null;
    }
  }

  private ConfigFile() {}

  /**
   * Reads the person's file, if there is one and it is wanted.
   *
   * @throws CommandException if a line is no option
   */
  static ConfigFile read(Surroundings around, List<String> words) throws IOException {
    Path folder = around.folder("XDG_CONFIG_HOME", ".config");
    if (folder == null || words.contains("--no-config")) {
      return NONE;
    }
    File file = folder.resolve("kaiyuan").resolve("config").toFile();
    if (file.isDirectory()) {
      throw new CommandException("error.is-folder", file);
    }
    if (!file.exists()) {
      return NONE;
    }
    ConfigFile config = new ConfigFile();
    config.read(file, around.variable("HOME"));
    return config;
  }

  private void read(File file, String home) throws IOException {
    String text = new String(Files.readAllBytes(file.toPath()), StandardCharsets.UTF_8);
    int number = 0;
    for (int start = text.startsWith("\uFEFF") ? 1 : 0; start < text.length(); ) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      String line = text.substring(start, end).strip();
      String place = file + ":" + ++number;
      start = end + 1;
      if (line.indexOf('\uFFFD') >= 0) {
        throw new CommandException("error.not-utf8").in(place);
      }
      if (!line.isEmpty() && line.charAt(0) != '#') {
        lines.add(line(line, place, home));
      }
    }
  }

  private static Line line(String line, String place, String home) {
    boolean isLong = line.startsWith("--");
    int end = isLong ? 2 : Math.min(2, line.length());
    while (isLong && end < line.length() && " =\t".indexOf(line.charAt(end)) < 0) {
      end++;
    }
    String name = line.substring(0, end);
    if (!name.startsWith("-") || name.equals("-") || name.equals("--")) {
      throw new CommandException("error.config", line).in(place);
    }
    if (ONLY_TYPED.contains(name)) {
      throw new CommandException("error.config-only-typed", name).in(place);
    }
    String value = line.substring(end).strip();
    value = value.startsWith("=") ? value.substring(1).strip() : value;
    return new Line(place, name, unquoted(value, home));
  }

  /** What a shell does with the value on the command line. */
  private static String unquoted(String value, String home) {
    if (value.startsWith("'") || value.startsWith("\"")) {
      int end = value.indexOf(value.charAt(0), 1);
      return end == value.length() - 1 ? value.substring(1, end) : value;
    }
    return value.startsWith("~/") && !home.isEmpty() ? home + value.substring(1) : value;
  }

  /**
   * Returns the options that a command takes, to stand before what is typed.
   *
   * @throws CommandException if a line has an option or a value that no command takes
   */
  List<String> optionsOf(Options command, Call call) {
    List<String> words = new ArrayList<>();
    for (Line line : lines) {
      Option<?> option = command.find(line.name);
      if (option != null && line.fits(option)) {
        used.add(new Used(option, line.place));
        words.add(line.value.isEmpty() ? option.longName() : option.longName() + "=" + line.value);
      } else {
        passOver(line, option, call);
      }
    }
    return words;
  }

  private static void passOver(Line line, @Nullable Option<?> option, Call call) {
    List<String> known = new ArrayList<>();
    Option<?> nearest = option;
    for (String name : Commands.NAMES) {
      Options others = new Options(name, new SharedOptions(), Commands.named(name, call));
      Option<?> other = others.find(line.name);
      if (line.fits(other)) {
        return;
      }
      nearest = nearest == null ? other : nearest;
      others.own().forEach(each -> known.add(each.longName()));
      others.shared().forEach(each -> known.add(each.longName()));
    }
    if (nearest != null) {
      throw nearest.refusal(nearest.longName(), line.value, call.messages()).in(line.place);
    }
    String meant = Misspelling.nearest(line.name, known);
    throw (meant == null
            ? new CommandException("error.option-none", line.name)
            : new CommandException("error.option-close", line.name, meant))
        .in(line.place);
  }

  /** The value of an option given last, or null. */
  @Nullable String value(String name) {
    String value = null;
    for (Line line : lines) {
      if (line.name.equals(name)) {
        value = line.value;
      }
    }
    return value;
  }

  /** Says of a mistake in a value that stands here, and was not typed, where it stands. */
  void trace(CommandException mistake, List<String> typed) {
    for (Used each : used.reversed()) {
      if (each.option.longName().equals(mistake.option())) {
        if (!each.option.isAmong(typed)) {
          mistake.in(each.place);
        }
        return;
      }
    }
  }
}
