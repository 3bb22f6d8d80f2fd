package dev.kaiyuan.cli.option;

import org.jspecify.annotations.Nullable;

/** The options that every command takes. */
public final class SharedOptions {
  public @Nullable String index;
  public Choices.ColorMode color = Choices.ColorMode.AUTO;
  public Choices.ThemeName theme = Choices.ThemeName.AUTO;
  Choices.@Nullable MessageLanguage locale;
  public boolean noPager;
  boolean noConfig;
  boolean noServer;
  public boolean verbose;
  public boolean help;
  public boolean version;

  public void declare(Arguments to) {
    to.option(ValueKind.FOLDER, "DIR", given -> index = given, "--index");
    to.option(ValueKind.oneOf(Choices.ColorMode.class), "WHEN", given -> color = given, "--color");
    to.option(ValueKind.oneOf(Choices.ThemeName.class), "NAME", given -> theme = given, "--theme");
    to.option(
        ValueKind.oneOf(Choices.MessageLanguage.class),
        "LANG",
        given -> locale = given,
        "--locale");
    to.flag(() -> noPager = true, "--no-pager");
    to.flag(() -> noConfig = true, "--no-config");
    to.flag(() -> noServer = true, "--no-server");
    to.flag(() -> verbose = true, "--verbose");
    to.flag(() -> help = true, "-h", "--help");
    to.flag(() -> version = true, "-V", "--version");
  }
}
