package dev.kaiyuan.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was typed behind a command: values of options, and the words beside them. */
final class Arguments {
  private final Map<Option, List<String>> options = new EnumMap<>(Option.class);
  private final List<String> operands = new ArrayList<>();

  void add(Option option, String value) {
    List<String> values = options.get(option);
    if (values == null) {
      values = new ArrayList<>(1);
      options.put(option, values);
    }
    values.add(value);
  }

  /** Returns these options, and over them others; operands are left out. */
  Arguments with(Arguments others) {
    Arguments both = new Arguments();
    both.options.putAll(options);
    both.options.putAll(others.options);
    return both;
  }

  Set<Option> given() {
    return options.keySet();
  }

  void addOperand(String operand) {
    operands.add(operand);
  }

  List<String> operands() {
    return operands;
  }

  boolean has(Option option) {
    return options.containsKey(option);
  }

  /** The value given last, or null. */
  @Nullable String value(Option option) {
    List<String> values = options.get(option);
    return values == null ? null : values.get(values.size() - 1);
  }

  String value(Option option, String otherwise) {
    String value = value(option);
    return value == null ? otherwise : value;
  }

  List<String> values(Option option) {
    return options.getOrDefault(option, List.of());
  }

  /** The value as a whole number between two others. */
  int number(Option option, int least, int most, int otherwise) {
    String value = value(option);
    if (value == null) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw notANumber(option, least, most, value).because(e);
    }
    throw notANumber(option, least, most, value);
  }

  private static CommandException notANumber(Option option, int least, int most, String value) {
    return new CommandException("error.number", option.longName(), least, most, value);
  }

  /** The value as a day; a month or a year stands for its first day, or for its last. */
  @Nullable LocalDate date(Option option, boolean last) {
    String value = value(option);
    if (value == null) {
      return null;
    }
    try {
      switch (value.length()) {
        case 4:
          return Year.of(Integer.parseInt(value)).atMonth(last ? 12 : 1).atDay(last ? 31 : 1);
        case 7:
          YearMonth month = YearMonth.parse(value);
          return last ? month.atEndOfMonth() : month.atDay(1);
        default:
          return LocalDate.parse(value);
      }
    } catch (DateTimeException | NumberFormatException e) {
      throw new CommandException("error.date", option.longName(), value).because(e);
    }
  }
}
