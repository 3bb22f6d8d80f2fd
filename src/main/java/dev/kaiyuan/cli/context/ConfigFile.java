package dev.kaiyuan.cli.context;

import dev.kaiyuan.cli.option.Arguments;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * The config file: options for every command, in {@code kaiyuan/config} below {@code
 * XDG_CONFIG_HOME} or {@code ~/.config}.
 *
 * <pre>
 * # one option a line, written as on the command line
 * --theme dark
 * --limit 20
 * </pre>
 *
 * <p>A command ignores options and values that only other commands take. Options on the command
 * line win. An error names the file and the line.
 */
public final class ConfigFile {
  private static final List<String> ONLY_TYPED =
      List.of("-h", "--help", "-V", "--version", "--no-config");

  public static final ConfigFile NONE = new ConfigFile();

  private final List<Line> lines = new ArrayList<>();
  private final List<Used> used = new ArrayList<>();

  /** An option that the command takes from the file. */
  private record Used(OptionSpec option, String place) {}

  /** A line of the file; the value is empty if there is none. */
  private record Line(String place, String name, String value) {
    String word(OptionSpec option) {
      return value.isEmpty() ? option.longestName() : option.longestName() + "=" + value;
    }

    @Nullable OptionSpec option(CommandSpec command) {
      return command.optionsMap().get(name);
    }

    /** Returns why picocli refuses words, or null if it accepts them. */
    static @Nullable ParameterException mistake(CommandLine line, String... words) {
      try {
        line.parseArgs(words);
        return null;
      } catch (ParameterException e) {
        return e;
      }
    }
  }

  /** A mistake in the file, with its place. */
  static final class Mistake extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String place;

    private Mistake(String place, RuntimeException mistake) {
      super(mistake);
      this.place = place;
    }

    /** Returns the file, with the number of the line if a line is wrong. */
    String place() {
      return place;
    }
  }

  private ConfigFile() {}

  /**
   * Reads the user's file, if there is one.
   *
   * @throws Mistake if a line is no option
   */
  public static ConfigFile read(Environment environment) throws IOException {
    Path folder = environment.folder("XDG_CONFIG_HOME", ".config");
    if (folder == null) {
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
    config.read(file, environment.variable("HOME"));
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
        throw new Mistake(place, new CommandException("error.not-utf8"));
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
      throw new Mistake(place, new CommandException("error.config", line));
    }
    if (ONLY_TYPED.contains(name)) {
      throw new Mistake(place, new CommandException("error.config-only-typed", name));
    }
    String value = line.substring(end).strip();
    value = value.startsWith("=") ? value.substring(1).strip() : value;
    return new Line(place, name, unquoted(value, home));
  }

  /** Returns a value as a shell would pass it. */
  private static String unquoted(String value, String home) {
    if (value.startsWith("'") || value.startsWith("\"")) {
      int end = value.indexOf(value.charAt(0), 1);
      return end == value.length() - 1 ? value.substring(1, end) : value;
    }
    return value.startsWith("~/") && !home.isEmpty() ? home + value.substring(1) : value;
  }

  /**
   * Returns the options that a command takes, to be put before the typed ones. Options and values
   * that only other commands take are left out.
   *
   * @param all gives the program with all its commands
   * @throws Mistake if a line has an option or a value that no command takes
   */
  public List<String> wordsFor(Arguments command, Supplier<CommandLine> all) {
    List<String> words = new ArrayList<>();
    for (Line line : lines) {
      OptionSpec option = line.option(command.spec());
      ParameterException mistake =
          option == null ? null : Line.mistake(command.line(), line.word(option));
      if (option == null || mistake != null) {
        leaveOut(line, mistake, all.get());
      } else {
        used.add(new Used(option, line.place));
        words.add(line.word(option));
      }
    }
    return words;
  }

  private static void leaveOut(Line line, @Nullable ParameterException mistake, CommandLine all) {
    Set<String> known = new LinkedHashSet<>();
    ParameterException nearest = mistake;
    for (CommandLine other : all.getSubcommands().values()) {
      CommandSpec spec = other.getCommandSpec();
      OptionSpec option = line.option(spec);
      if (option != null) {
        ParameterException here = Line.mistake(all, spec.name(), line.word(option));
        if (here == null) {
          return;
        }
        nearest = nearest == null ? here : nearest;
      }
      spec.options().forEach(each -> known.add(each.longestName()));
    }
    if (nearest != null) {
      throw new Mistake(line.place, nearest);
    }
    String meant = SpellingSuggestion.nearest(line.name, known);
    throw new Mistake(
        line.place,
        meant == null
            ? new CommandException("error.option-none", line.name)
            : new CommandException("error.option-close", line.name, meant));
  }

  /** Returns the last value of an option, or null. */
  public @Nullable String value(String name) {
    String value = null;
    for (Line line : lines) {
      if (line.name.equals(name)) {
        value = line.value;
      }
    }
    return value;
  }

  /**
   * Returns a mistake in the value of an option, with its place if the value comes from the file.
   *
   * @param parsed the options of the file and the command line
   */
  public RuntimeException located(CommandException mistake, ParseResult parsed) {
    String name = mistake.option();
    if (name == null) {
      return mistake;
    }
    List<Used> here =
        used.stream().filter(each -> List.of(each.option.names()).contains(name)).toList();
    if (here.isEmpty()) {
      return mistake;
    }
    int given = parsed.matchedOption(name).originalStringValues().size();
    return given > here.size() ? mistake : new Mistake(here.getLast().place, mistake);
  }
}
