package dev.kaiyuan.cli.completion;

import dev.kaiyuan.cli.option.Arguments;
import java.util.StringJoiner;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Writes a script by which bash (3 or later) completes commands, options and values. Everything
 * else bash completes as file names.
 */
public final class BashCompletion {
  private final StringBuilder script = new StringBuilder();

  public String script(CommandLine all) {
    String names = String.join(" ", all.getSubcommands().keySet());
    script.append(
        """
        _complete_kaiyuan() {
          local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
          local command='' options='' operands='' values='' i
          # bash takes an equals sign for a word.
          if [[ $word == = ]]; then
            word=''
          elif [[ $before == = ]]; then
            before=${COMP_WORDS[COMP_CWORD - 2]}
          fi
          for ((i = 1; i < COMP_CWORD; i++)); do
            case ${COMP_WORDS[i]} in
              VALUED)
                [[ ${COMP_WORDS[i + 1]} == = ]] && i=$((i + 1))
                i=$((i + 1))
                ;;
              -*) ;;
              *) command=${COMP_WORDS[i]}; break ;;
            esac
          done
          [[ " COMMANDS " == *" $command "* ]] || command=''
          COMPREPLY=()
          case "$command $before" in
        """
            .replace("COMMANDS", names)
            .replace("VALUED", String.join(" | ", Arguments.withValue(all))));
    values("", all);
    all.getSubcommands().forEach(this::values);
    script.append("  esac\n  case $command in\n");
    words("''", all, names);
    all.getSubcommands().forEach((name, line) -> words(name, line, operands(line)));
    script.append(
        """
          esac
          if [[ -n $values ]]; then
            COMPREPLY=($(compgen -W "$values" -- "$word"))
          elif [[ $word == -* ]]; then
            COMPREPLY=($(compgen -W "$options" -- "$word"))
          else
            COMPREPLY=($(compgen -W "$operands" -- "$word"))
          fi
        }
        complete -o bashdefault -o default -F _complete_kaiyuan kaiyuan
        """);
    return script.toString();
  }

  private void values(String command, CommandLine line) {
    for (OptionSpec option : line.getCommandSpec().options()) {
      if (!Arguments.takesValue(option)) {
        continue;
      }
      StringJoiner names = new StringJoiner(" | ");
      for (String name : option.names()) {
        names.add("'" + command + " " + name + "'");
      }
      String choices = choices(option);
      String then = choices.isEmpty() ? "return" : "values='" + choices + "'";
      script.append("    ").append(names).append(") ").append(then).append(" ;;\n");
    }
  }

  private static String choices(ArgSpec argument) {
    return String.join(" ", Arguments.kind(argument).choices());
  }

  /** Returns the operands of a command if they are a closed set. */
  private static String operands(CommandLine line) {
    StringJoiner operands = new StringJoiner(" ");
    for (PositionalParamSpec operand : line.getCommandSpec().positionalParameters()) {
      operands.add(choices(operand));
    }
    return operands.toString().strip();
  }

  private void words(String command, CommandLine line, String operands) {
    StringJoiner options = new StringJoiner(" ");
    for (OptionSpec option : line.getCommandSpec().options()) {
      options.add(option.longestName());
    }
    script.append("    ").append(command).append(") options='").append(options);
    script.append("' operands='").append(operands).append("' ;;\n");
  }
}
