package dev.kaiyuan.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every command takes. */
final class SharedOptions {
  @Option(names = "--index", paramLabel = "DIR", descriptionKey = "option.index")
  @Nullable String index;

  @Option(names = "--color", paramLabel = "WHEN", descriptionKey = "option.color")
  Choices.Colour color = Choices.Colour.AUTO;

  @Option(names = "--theme", paramLabel = "NAME", descriptionKey = "option.theme")
  Choices.Look theme = Choices.Look.AUTO;

  @Option(names = "--locale", paramLabel = "LANG", descriptionKey = "option.locale")
  Choices.@Nullable Speech locale;

  @Option(names = "--no-pager", descriptionKey = "option.no-pager")
  boolean noPager;

  @Option(names = "--no-config", descriptionKey = "option.no-config")
  boolean noConfig;

  @Option(names = "--verbose", descriptionKey = "option.verbose")
  boolean verbose;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      descriptionKey = "option.help")
  boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      descriptionKey = "option.version")
  boolean version;
}
