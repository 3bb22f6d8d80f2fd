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

  void declare(Options to) {
    to.add(String.class, "DIR", typed -> index = typed, "--index");
    to.add(Choices.Colour.class, "WHEN", typed -> color = typed, "--color");
    to.add(Choices.Look.class, "NAME", typed -> theme = typed, "--theme");
    to.add(Choices.Speech.class, "LANG", typed -> locale = typed, "--locale");
    to.add(() -> noPager = true, "--no-pager");
    to.add(() -> noConfig = true, "--no-config");
    to.add(() -> noServer = true, "--no-server");
    to.add(() -> verbose = true, "--verbose");
    to.add(() -> help = true, "-h", "--help");
    to.add(() -> version = true, "-V", "--version");
  }
}
