package dev.kaiyuan.cli;

import dev.kaiyuan.output.Messages;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Writes what lets zsh complete commands, with what each command and option is for. */
final class ZshCompletion {
  private final Messages messages;
  private final StringBuilder script = new StringBuilder();

  ZshCompletion(Messages messages) {
    this.messages = messages;
  }

  String script(CommandLine all) {
    script.append("#compdef kaiyuan\n\n_kaiyuan() {\n");
    script.append("  local curcontext=$curcontext state line\n  local -a commands=(\n");
    for (String name : all.getSubcommands().keySet()) {
      script.append("    ").append(quoted(name + ":" + messages.text("command." + name)));
      script.append('\n');
    }
    script.append("  )\n  _arguments -C");
    all.getCommandSpec().options().forEach(this::option);
    argument("1:COMMAND:->command");
    argument("*::ARGUMENT:->arguments");
    script.append("\n  case $state in\n    command) _describe COMMAND commands ;;\n");
    script.append("    arguments)\n      case $line[1] in\n");
    for (CommandLine command : all.getSubcommands().values()) {
      script.append("        ").append(command.getCommandName()).append(")\n  _arguments -S");
      command.getCommandSpec().options().forEach(this::option);
      operands(command.getCommandName());
      script.append("\n          ;;\n");
    }
    script.append("      esac\n      ;;\n  esac\n}\n\n");
    // Run from a folder of fpath, or read by source.
    script.append("if [[ $funcstack[1] == _kaiyuan ]]; then\n  _kaiyuan \"$@\"\nelse\n");
    return script.append("  compdef _kaiyuan kaiyuan\nfi\n").toString();
  }

  private void option(OptionSpec option) {
    String what = messages.text(option.descriptionKey()).replaceAll("[\\[\\]:\\\\]", "\\\\$0");
    boolean value = option.arity().max() > 0;
    for (String name : option.names()) {
      String join = !value ? "" : name.startsWith("--") ? "=" : "+";
      argument("*" + name + join + "[" + what + "]" + (value ? value(option) : ""));
    }
  }

  private static String value(OptionSpec option) {
    String label = ":" + option.paramLabel() + ":";
    if (option.completionCandidates() != null) {
      return label + "(" + String.join(" ", option.completionCandidates()) + ")";
    }
    return switch (option.paramLabel()) {
      case "DIR" -> label + "_files -/";
      case "FILE" -> label + "_files";
      default -> label;
    };
  }

  private void operands(String command) {
    switch (command) {
      case "completion", "help" -> argument("1:WORD:(" + Commands.operands(command) + ")");
      case "index" -> argument("*:FOLDER:_files");
      case "similar" -> argument("1:PATH:_files");
      case "show" -> {
        argument("1:PATH:_files");
        argument("*:QUERY:");
      }
      case "search", "find", "analyze" -> argument("*:TEXT:");
      case "eval" -> argument("1:FOLDER:_files -/");
      default -> {}
    }
  }

  private void argument(String argument) {
    script.append(" \\\n    ").append(quoted(argument));
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
