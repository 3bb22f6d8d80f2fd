package dev.kaiyuan.cli.completion;

import dev.kaiyuan.cli.option.Arguments;
import dev.kaiyuan.output.Messages;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Writes a script by which fish completes commands; picocli has none for fish. */
public final class FishCompletion {
  private static final String START = "complete -c kaiyuan";

  private final Messages messages;
  private final StringBuilder script = new StringBuilder();

  public FishCompletion(Messages messages) {
    this.messages = messages;
  }

  public String script(CommandLine all) {
    script.append(
        """
        function __kaiyuan_command_is
          set -l words (commandline -opc)
          set -e words[1]
          while set -q words[1]; and string match -q -- '-*' $words[1]
            contains -- $words[1] VALUED; and set -e words[1]
            set -e words[1]
          end
          test "$words[1]" = "$argv"
        end
        """
            .replace("VALUED", String.join(" ", Arguments.withValue(all))));
    add(START + " -f");
    for (String name : all.getSubcommands().keySet()) {
      String what = quoted(messages.text("command." + name));
      add(START + " -n __kaiyuan_command_is -a " + name + " -d " + what);
    }
    for (CommandLine command : all.getSubcommands().values()) {
      String name = command.getCommandName();
      String when = " -n " + quoted("__kaiyuan_command_is " + name);
      command.getCommandSpec().options().forEach(option -> option(when, option));
      for (PositionalParamSpec operand : command.getCommandSpec().positionalParameters()) {
        switch (Arguments.kind(operand).completion()) {
          case CHOICES -> add(START + when + " -a " + quoted(choices(operand)));
          case FILES, FOLDERS -> add(START + when + " -F");
          case NOTHING -> {}
        }
      }
    }
    return script.toString();
  }

  private void option(String when, OptionSpec option) {
    StringBuilder line = new StringBuilder(START).append(when);
    for (String name : option.names()) {
      boolean isLong = name.startsWith("--");
      line.append(isLong ? " -l " : " -s ").append(name, isLong ? 2 : 1, name.length());
    }
    if (Arguments.takesValue(option)) {
      switch (Arguments.kind(option).completion()) {
        case CHOICES -> line.append(" -x -a ").append(quoted(choices(option)));
        case FILES, FOLDERS -> line.append(" -r -F");
        case NOTHING -> line.append(" -x");
      }
    }
    add(line + " -d " + quoted(messages.text(option.descriptionKey())));
  }

  private static String choices(ArgSpec argument) {
    return String.join(" ", Arguments.kind(argument).choices());
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  private void add(String line) {
    script.append(line).append('\n');
  }
}
