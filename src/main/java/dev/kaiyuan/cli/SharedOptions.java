package dev.kaiyuan.cli;

import org.jspecify.annotations.Nullable;

/** The options that every command takes. */
final class SharedOptions {
  @Nullable String index;
  Choices.Colour color = Choices.Colour.AUTO;
  Choices.Look theme = Choices.Look.AUTO;
  Choices.@Nullable Speech locale;
  boolean noPager;
  boolean noConfig;
  boolean noServer;
  boolean verbose;
  boolean help;
  boolean version;

  void declare(Arguments to) {
    to.option(ValueKind.FOLDER, "DIR", given -> index = given, "--index");
    to.option(ValueKind.oneOf(Choices.Colour.class), "WHEN", given -> color = given, "--color");
    to.option(ValueKind.oneOf(Choices.Look.class), "NAME", given -> theme = given, "--theme");
    to.option(ValueKind.oneOf(Choices.Speech.class), "LANG", given -> locale = given, "--locale");
    to.flag(() -> noPager = true, "--no-pager");
    to.flag(() -> noConfig = true, "--no-config");
    to.flag(() -> noServer = true, "--no-server");
    to.flag(() -> verbose = true, "--verbose");
    to.flag(() -> help = true, "-h", "--help");
    to.flag(() -> version = true, "-V", "--version");
  }
}
