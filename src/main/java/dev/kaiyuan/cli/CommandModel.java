package dev.kaiyuan.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What a command takes, as picocli sees it. */
final class CommandModel {
  private final CommandSpec spec;

  CommandModel(Options options) {
    spec = CommandSpec.create().name(options.command());
    options.own().forEach(this::addOption);
    options.shared().forEach(this::addOption);
    for (int i = 0; i < options.operands().size(); i++) {
      addOperand(options.operands().get(i), i);
    }
  }

  private void addOption(Option<?> option) {
    spec.addOption(
        OptionSpec.builder(option.names().toArray(new String[0]))
            .type(option.isSwitch() ? boolean.class : option.type())
            .paramLabel(option.label())
            .descriptionKey(key(option))
            .usageHelp(option.longName().equals("--help"))
            .versionHelp(option.longName().equals("--version"))
            .userObject(option)
            .build());
  }

  /** One name takes a depth where an index is made, and a switch where it is asked. */
  private static String key(Option<?> option) {
    String name = option.longName().substring(2);
    return "option." + (option.label().equals("DEPTH") ? name + "-depth" : name);
  }

  private void addOperand(Option<?> operand, int index) {
    PositionalParamSpec.Builder builder =
        PositionalParamSpec.builder().paramLabel(operand.label()).userObject(operand);
    if (operand.many()) {
      builder.type(List.class).auxiliaryTypes(String.class).index(index + "..*").arity("0..*");
    } else {
      builder.type(operand.type()).index(Integer.toString(index)).arity("0..1");
    }
    spec.addPositional(builder.build());
  }

  CommandLine line() {
    return new CommandLine(spec).setExpandAtFiles(false).setOverwrittenOptionsAllowed(true);
  }

  /** Gives the options and operands the values that were typed. */
  void read(List<String> words) {
    CommandLine.ParseResult parsed = line().parseArgs(words.toArray(new String[0]));
    parsed.matchedOptions().forEach(CommandModel::set);
    parsed.matchedPositionals().forEach(CommandModel::set);
  }

  private static void set(ArgSpec matched) {
    Option<?> option = (Option<?>) matched.userObject();
    List<?> values = matched.isMultiValue() ? matched.stringValues() : matched.typedValues();
    values.forEach(option::set);
  }
}
