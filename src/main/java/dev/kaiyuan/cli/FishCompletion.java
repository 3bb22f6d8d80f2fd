package dev.kaiyuan.cli;

import dev.kaiyuan.output.Messages;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Writes what lets fish complete commands, for which picocli has nothing. */
final class FishCompletion {
  private static final String START = "complete -c kaiyuan";

  private final Messages messages;
  private final StringBuilder script = new StringBuilder();

  FishCompletion(Messages messages) {
    this.messages = messages;
  }

  String script(CommandLine all) {
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
            .replace("VALUED", String.join(" ", Dispatch.WITH_VALUE)));
    add(START + " -f");
    for (String name : all.getSubcommands().keySet()) {
      String what = quoted(messages.text("command." + name));
      add(START + " -n __kaiyuan_command_is -a " + name + " -d " + what);
    }
    for (CommandLine command : all.getSubcommands().values()) {
      String name = command.getCommandName();
      String when = " -n " + quoted("__kaiyuan_command_is " + name);
      command.getCommandSpec().options().forEach(option -> option(when, option));
      switch (name) {
        case "completion", "help" -> add(START + when + " -a " + quoted(Commands.operands(name)));
        case "index", "show", "similar", "eval" -> add(START + when + " -F");
        default -> {}
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
    if (option.completionCandidates() != null) {
      line.append(" -x -a ").append(quoted(String.join(" ", option.completionCandidates())));
    } else if (option.paramLabel().equals("DIR") || option.paramLabel().equals("FILE")) {
      line.append(" -r -F");
    } else if (option.arity().max() > 0) {
      line.append(" -x");
    }
    add(line + " -d " + quoted(messages.text(option.descriptionKey())));
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  private void add(String line) {
    script.append(line).append('\n');
  }
}
