package dev.kaiyuan.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A line of options in a session of the shell. */
@Command(name = "shell")
final class SessionLine {
  @Mixin final SharedOptions shared = new SharedOptions();
  @Mixin final SearchOptions options = new SearchOptions();
  @Mixin final GlossaryOption glossary = new GlossaryOption();
}
