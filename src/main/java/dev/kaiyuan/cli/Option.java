package dev.kaiyuan.cli;

import dev.kaiyuan.output.Messages;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An option or an operand of a command, and what becomes of its values.
 *
 * @param names how an option is typed, its long name last; none for an operand
 * @param label what stands for the value in help; empty for an option without one
 * @param many whether an operand is all the words that are left
 * @param type what a value is: a string, an integer, one of an enum, or a boolean for no value
 * @param setter takes each value
 */
record Option<T>(
    List<String> names, String label, boolean many, Class<T> type, Consumer<T> setter) {

  boolean isSwitch() {
    return type == Boolean.class;
  }

  String longName() {
    return names.getLast();
  }

  /** The values of an enum, else nothing. */
  List<T> choices() {
    return type.isEnum() ? List.of(type.getEnumConstants()) : List.of();
  }

  /** Returns the value for what was typed, or null where that is not written as help has it. */
  @Nullable Object value(String typed) {
    if (type == String.class) {
      return typed;
    }
    if (type == Boolean.class) {
      return Boolean.TRUE;
    }
    if (type == Integer.class) {
      return number(typed);
    }
    for (T choice : choices()) {
      if (choice.toString().equals(typed)) {
        return choice;
      }
    }
    return null;
  }

  /** Whether the option is one of what was typed. */
  boolean isAmong(List<String> words) {
    for (String word : words) {
      for (String name : names) {
        boolean joined = word.startsWith(name.length() == 2 ? name : name + "=");
        if (joined || word.equals(name)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Says what is wrong about a value that is none, of the option or operand of a name. */
  CommandException refusal(String name, String typed, Messages messages) {
    if (isSwitch()) {
      return new CommandException("error.no-value", name);
    }
    if (typed.isEmpty()) {
      return new CommandException("error.value-missing", name, label);
    }
    if (type == Integer.class) {
      boolean digits = typed.chars().allMatch(c -> c >= '0' && c <= '9');
      return new CommandException(digits ? "error.too-great" : "error.not-number", name, typed);
    }
    String comma = messages.text("help.comma");
    String all = choices().stream().map(Object::toString).collect(Collectors.joining(comma));
    return new CommandException("error.choice", name, all, typed);
  }

  private static @Nullable Integer number(String typed) {
    int number = 0;
    for (int p = 0; p < typed.length(); p++) {
      char c = typed.charAt(p);
      if (c < '0' || c > '9' || p == 9) {
        return null;
      }
      number = 10 * number + c - '0';
    }
    return typed.isEmpty() ? null : number;
  }

  void set(Object value) {
    setter.accept(type.cast(value));
  }
}
