package dev.kaiyuan.cli;

import java.util.StringJoiner;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Writes what lets bash, also of version 3, complete commands, options and their values. Where it
 * knows nothing, bash completes the names of files.
 */
final class BashCompletion {
  private final StringBuilder script = new StringBuilder();

  String script(CommandLine all) {
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
            .replace("VALUED", String.join(" | ", Dispatch.WITH_VALUE)));
    values("", all);
    all.getSubcommands().forEach(this::values);
    script.append("  esac\n  case $command in\n");
    words("''", all, names);
    all.getSubcommands().forEach((name, line) -> words(name, line, Commands.operands(name)));
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
      if (option.arity().max() == 0) {
        continue;
      }
      StringJoiner names = new StringJoiner(" | ");
      for (String name : option.names()) {
        names.add("'" + command + " " + name + "'");
      }
      boolean closed = option.completionCandidates() != null;
      String then =
          closed ? "values='" + String.join(" ", option.completionCandidates()) + "'" : "return";
      script.append("    ").append(names).append(") ").append(then).append(" ;;\n");
    }
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
