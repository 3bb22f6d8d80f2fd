package dev.kaiyuan.cli.completion;

import dev.kaiyuan.cli.option.Arguments;
import dev.kaiyuan.cli.option.ValueKind;
import dev.kaiyuan.output.Messages;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Writes a script by which zsh completes commands, with descriptions. */
public final class ZshCompletion {
  private final Messages messages;
  private final StringBuilder script = new StringBuilder();

  public ZshCompletion(Messages messages) {
    this.messages = messages;
  }

  public String script(CommandLine all) {
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
      operands(command);
      script.append("\n          ;;\n");
    }
    script.append("      esac\n      ;;\n  esac\n}\n\n");
    // Run from a folder of fpath, or read by source.
    script.append("if [[ $funcstack[1] == _kaiyuan ]]; then\n  _kaiyuan \"$@\"\nelse\n");
    return script.append("  compdef _kaiyuan kaiyuan\nfi\n").toString();
  }

  private void option(OptionSpec option) {
    String what = messages.text(option.descriptionKey()).replaceAll("[\\[\\]:\\\\]", "\\\\$0");
    boolean value = Arguments.takesValue(option);
    for (String name : option.names()) {
      String join = !value ? "" : name.startsWith("--") ? "=" : "+";
      argument("*" + name + join + "[" + what + "]" + (value ? value(option) : ""));
    }
  }

  private void operands(CommandLine command) {
    for (PositionalParamSpec operand : command.getCommandSpec().positionalParameters()) {
      argument((operand.isMultiValue() ? "*" : "1") + value(operand));
    }
  }

  /** Returns the label of a value, and how it is completed. */
  private static String value(ArgSpec argument) {
    ValueKind<?> kind = Arguments.kind(argument);
    String label = argument.paramLabel().replaceAll("[\\[\\]]", "");
    return ":"
        + label
        + ":"
        + switch (kind.completion()) {
          case CHOICES -> "(" + String.join(" ", kind.choices()) + ")";
          case FILES -> "_files";
          case FOLDERS -> "_files -/";
          case NOTHING -> "";
        };
  }

  private void argument(String argument) {
    script.append(" \\\n    ").append(quoted(argument));
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
