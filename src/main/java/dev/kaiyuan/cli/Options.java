package dev.kaiyuan.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The options and operands that a command takes.
 *
 * <p>What is typed as help has it is read here, because picocli's part in a search would take
 * longer than the search. All else, right or wrong, is left to picocli, and so are help and
 * completion.
 */
final class Options {
  private final String command;
  private final List<Option<?>> shared = new ArrayList<>();
  private final List<Option<?>> own = new ArrayList<>();
  private final List<Option<?>> operands = new ArrayList<>();

  private List<String> typed = List.of();

  private record Given(Option<?> option, Object value) {}

  /**
   * Collects what a command takes.
   *
   * @param name what is typed before the options
   * @param command the command, or null for the program without one
   */
  Options(String name, SharedOptions shared, @Nullable Command command) {
    this.command = name;
    shared.declare(this);
    this.shared.addAll(own);
    own.clear();
    if (command != null) {
      command.declare(this);
    }
  }

  /** Declares an option without a value. */
  void add(Runnable setter, String... names) {
    own.add(new Option<>(List.of(names), "", false, Boolean.class, given -> setter.run()));
  }

  /** Declares an option with a value. */
  <T> void add(Class<T> type, String label, Consumer<T> setter, String... names) {
    own.add(new Option<>(List.of(names), label, false, type, setter));
  }

  /** Declares the next operand; the label of one that may be left out stands in brackets. */
  <T> void addOperand(Class<T> type, String label, Consumer<T> setter) {
    operands.add(new Option<>(List.of(), label, false, type, setter));
  }

  /** Declares that all words left are operands. */
  void addOperands(String label, Consumer<String> setter) {
    operands.add(new Option<>(List.of(), label, true, String.class, setter));
  }

  String command() {
    return command;
  }

  /** The options that every command takes. */
  List<Option<?>> shared() {
    return shared;
  }

  /** The options that only some commands take. */
  List<Option<?>> own() {
    return own;
  }

  List<Option<?>> operands() {
    return operands;
  }

  /** The words that were read last. */
  List<String> typed() {
    return typed;
  }

  /** Returns the option of a name, or null. */
  @Nullable Option<?> find(String name) {
    Option<?> found = find(name, own);
    return found == null ? find(name, shared) : found;
  }

  private static @Nullable Option<?> find(String name, List<Option<?>> options) {
    for (Option<?> option : options) {
      if (option.names().contains(name)) {
        return option;
      }
    }
    return null;
  }

  /**
   * Gives the options and operands the values that were typed.
   *
   * @throws picocli.CommandLine.ParameterException if something typed is none of them
   */
  void read(List<String> words) {
    typed = words;
    List<Given> given = new ArrayList<>();
    if (!collect(words, given)) {
      new CommandModel(this).read(words);
      return;
    }
    for (Given each : given) {
      each.option.set(each.value);
    }
  }

  /** Returns false where a word is not plain. */
  private boolean collect(List<String> words, List<Given> given) {
    int operand = 0;
    boolean onlyOperands = false;
    for (int p = 0; p < words.size(); p++) {
      String word = words.get(p);
      if (onlyOperands || !word.startsWith("-")) {
        if (operand == operands.size() || !add(operands.get(operand), word, given)) {
          return false;
        }
        operand += operands.get(operand).many() ? 0 : 1;
      } else if (word.equals("--")) {
        onlyOperands = true;
      } else {
        int equals = word.indexOf('=');
        Option<?> option = find(equals < 0 ? word : word.substring(0, equals));
        if (option == null || equals >= 0 && (option.isSwitch() || !word.startsWith("--"))) {
          return false;
        }
        String value = word.substring(equals + 1);
        if (equals < 0 && !option.isSwitch()) {
          p++;
          value = p == words.size() ? "" : words.get(p);
          if (value.startsWith("-")) {
            return false;
          }
        }
        if (value.isEmpty() || !add(option, value, given)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean add(Option<?> option, String typed, List<Given> given) {
    Object value = option.value(typed);
    return value != null && given.add(new Given(option, value));
  }
}
