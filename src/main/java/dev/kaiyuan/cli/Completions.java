package dev.kaiyuan.cli;

import dev.kaiyuan.output.Messages;

/** Writes completions for shells from the definition of the command line. */
final class Completions {
  private final Messages messages;
  private final StringBuilder script = new StringBuilder();

  Completions(Messages messages) {
    this.messages = messages;
  }

  String bash() {
    add("# Completion for kaiyuan in bash: source <(kaiyuan completion bash)");
    add("_kaiyuan() {");
    add("  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} verb= i");
    add("  for ((i = 1; i < COMP_CWORD; i++)); do");
    add("    case ${COMP_WORDS[i]} in");
    add("      " + verbs("|") + ") verb=${COMP_WORDS[i]}; break ;;");
    add("    esac");
    add("  done");
    add("  COMPREPLY=()");
    add("  case $verb:$before in");
    for (Verb verb : Verb.values()) {
      for (Option option : verb.options()) {
        bashValues(verb.word() + ":", option);
      }
    }
    for (Option option : Verb.everywhere()) {
      bashValues("*:", option);
    }
    add("  esac");
    add("  case $verb in");
    add(
        "    '') COMPREPLY=($(compgen -W '"
            + verbs(" ")
            + " "
            + names(Verb.everywhere())
            + "' -- \"$word\")) ;;");
    for (Verb verb : Verb.values()) {
      add("    " + verb.word() + ")");
      add("      if [[ $word == -* ]]; then");
      add(
          "        COMPREPLY=($(compgen -W '"
              + names(verb.options())
              + " "
              + names(Verb.everywhere())
              + "' -- \"$word\"))");
      String operands = operandWords(verb);
      if (!operands.isEmpty()) {
        add("      else");
        add("        COMPREPLY=($(compgen -W '" + operands + "' -- \"$word\"))");
      } else if (takesFiles(verb)) {
        add("      else");
        add("        COMPREPLY=($(compgen -f -- \"$word\"))");
      }
      add("      fi ;;");
    }
    add("  esac");
    add("}");
    add("complete -o filenames -F _kaiyuan kaiyuan");
    return script.toString();
  }

  private void bashValues(String verb, Option option) {
    if (!option.takesValue()) {
      return;
    }
    String pattern =
        verb
            + option.longName()
            + (option.shortName().isEmpty() ? "" : "|" + verb + option.shortName());
    String reply =
        option.isChoice()
            ? "-W '" + option.label().replace('|', ' ') + "'"
            : isFile(option) ? "-f" : "";
    add(
        "    "
            + pattern
            + ") "
            + (reply.isEmpty() ? "" : "COMPREPLY=($(compgen " + reply + " -- \"$word\")); ")
            + "return ;;");
  }

  String zsh() {
    add("#compdef kaiyuan");
    add("# Completion for kaiyuan in zsh: write it to a file _kaiyuan in a folder of $fpath");
    add("_kaiyuan() {");
    add("  local -a commands");
    add("  commands=(");
    for (Verb verb : Verb.values()) {
      add("    " + quoted(verb.word() + ":" + messages.text("command." + verb.word())));
    }
    add("  )");
    add("  local context state line verb=");
    add("  local -i i");
    add("  for ((i = 2; i < CURRENT; i++)); do");
    add("    if [[ ${words[i]} == (" + verbs("|") + ") ]]; then verb=${words[i]}; break; fi");
    add("  done");
    add("  case $verb in");
    for (Verb verb : Verb.values()) {
      add("    " + verb.word() + ") _arguments -S \\");
      for (Option option : verb.options()) {
        zshOption(option);
      }
      for (Option option : Verb.everywhere()) {
        zshOption(option);
      }
      String words = operandWords(verb);
      String action =
          words.isEmpty()
              ? (takesFiles(verb) ? "_files" : " ")
              : "(" + verb.word() + " " + words + ")";
      add("      " + quoted("*: :" + action) + " ;;");
    }
    add("    *) _arguments -S \\");
    for (Option option : Verb.everywhere()) {
      zshOption(option);
    }
    add("      '1:command:->command' && return");
    add("      _describe command commands ;;");
    add("  esac");
    add("}");
    add("_kaiyuan \"$@\"");
    return script.toString();
  }

  private void zshOption(Option option) {
    String description = "[" + zshSafe(messages.text(option.messageKey())) + "]";
    String value = "";
    if (option.isChoice()) {
      value = ":" + option.longName().substring(2) + ":(" + option.label().replace('|', ' ') + ")";
    } else if (option.takesValue()) {
      value = ":" + option.label() + ":" + (isFile(option) ? "_files" : " ");
    }
    String repeat = option == Option.TAG ? "*" : "";
    add("      " + quoted(repeat + option.longName() + description + value) + " \\");
    if (!option.shortName().isEmpty()) {
      add("      " + quoted(option.shortName() + description + value) + " \\");
    }
  }

  private static String zshSafe(String text) {
    return text.replace("[", "\\[").replace("]", "\\]").replace(":", "\\:");
  }

  String fish() {
    add("# Completion for kaiyuan in fish: write it to ~/.config/fish/completions/kaiyuan.fish");
    add("complete -c kaiyuan -f");
    for (Verb verb : Verb.values()) {
      add(
          "complete -c kaiyuan -n __fish_use_subcommand -a "
              + verb.word()
              + " -d "
              + quoted(messages.text("command." + verb.word())));
    }
    for (Option option : Verb.everywhere()) {
      fishOption("", option);
    }
    for (Verb verb : Verb.values()) {
      String when = " -n " + quoted("__fish_seen_subcommand_from " + verb.word());
      for (Option option : verb.options()) {
        fishOption(when, option);
      }
      String words = operandWords(verb);
      if (!words.isEmpty()) {
        add("complete -c kaiyuan" + when + " -a " + quoted(words));
      } else if (takesFiles(verb)) {
        add("complete -c kaiyuan" + when + " -F");
      }
    }
    return script.toString();
  }

  private void fishOption(String when, Option option) {
    StringBuilder line = new StringBuilder("complete -c kaiyuan").append(when);
    line.append(" -l ").append(option.longName(), 2, option.longName().length());
    if (!option.shortName().isEmpty()) {
      line.append(" -s ").append(option.shortName(), 1, 2);
    }
    if (option.isChoice()) {
      line.append(" -x -a ").append(quoted(option.label().replace('|', ' ')));
    } else if (option.takesValue()) {
      line.append(isFile(option) ? " -r -F" : " -x");
    }
    add(line.append(" -d ").append(quoted(messages.text(option.messageKey()))).toString());
  }

  private static String verbs(String between) {
    StringBuilder words = new StringBuilder();
    for (Verb verb : Verb.values()) {
      words.append(words.isEmpty() ? "" : between).append(verb.word());
    }
    return words.toString();
  }

  private static String names(Option[] options) {
    StringBuilder names = new StringBuilder();
    for (Option option : options) {
      names.append(names.isEmpty() ? "" : " ").append(option.longName());
    }
    return names.toString();
  }

  /** The words that may stand behind a command where they are a closed set. */
  private static String operandWords(Verb verb) {
    return switch (verb) {
      case COMPLETION -> verb.operands().replace('|', ' ');
      case HELP -> verbs(" ");
      default -> "";
    };
  }

  private static boolean takesFiles(Verb verb) {
    String operands = verb.operands();
    return operands.contains("FOLDER") || operands.contains("PATH");
  }

  private static boolean isFile(Option option) {
    return option.label().equals("DIR") || option.label().equals("FILE");
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  private void add(String line) {
    script.append(line).append('\n');
  }
}
