package dev.kaiyuan.cli.context;

import dev.kaiyuan.cli.option.Arguments;
import dev.kaiyuan.output.Display;
import dev.kaiyuan.output.Messages;
import dev.kaiyuan.output.Theme;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Prints help in the language of the user and the width of the terminal. */
public final class Usage {
  private static final int MOST_COLUMNS = 100;

  private Usage() {}

  public static void print(CommandLine line, Context context) {
    describe(line, context.messages());
    Display display = context.display();
    line.setUsageHelpWidth(Math.max(55, Math.min(MOST_COLUMNS, display.columns())));
    boolean colours = !display.theme().equals(Theme.NONE);
    line.usage(context.out(), CommandLine.Help.defaultColorScheme(colours ? Ansi.ON : Ansi.OFF));
  }

  /** Adds the descriptions to a command and its subcommands. */
  public static void describe(CommandLine line, Messages messages) {
    CommandSpec spec = line.getCommandSpec();
    UsageMessageSpec usage = spec.usageMessage();
    usage.adjustLineBreaksForWideCJKCharacters(true);
    usage.synopsisHeading(messages.text("help.usage"));
    usage.sortOptions(false);
    usage.optionListHeading("%n" + messages.text("help.options-title") + "%n");
    String name = name(spec);
    spec.parser().separator(" ");
    usage.customSynopsis(synopsis(spec, messages));
    if (name.equals("kaiyuan")) {
      usage.description("%n" + messages.text("help.what"));
      usage.commandListHeading("%n" + messages.text("help.commands") + "%n");
      usage.footer("%n" + messages.text("help.more"));
    } else {
      usage.description(escaped(description(name, messages)));
      if (messages.has("examples." + name)) {
        usage.footerHeading("%n" + messages.text("help.examples") + "%n");
        usage.footer(escaped(lines("examples." + name, messages, "  ")));
      }
    }
    for (OptionSpec option : new ArrayList<>(spec.options())) {
      String text = explained(option, messages);
      spec.remove(option);
      spec.addOption(OptionSpec.builder(option).description(escaped(List.of(text))).build());
    }
    for (PositionalParamSpec operand : new ArrayList<>(spec.positionalParameters())) {
      spec.remove(operand);
      spec.addPositional(PositionalParamSpec.builder(operand).hidden(true).build());
    }
    for (CommandLine below : line.getSubcommands().values()) {
      describe(below, messages);
    }
  }

  private static String synopsis(CommandSpec spec, Messages messages) {
    StringBuilder synopsis = new StringBuilder(spec.qualifiedName());
    synopsis.append(" [").append(messages.text("help.options")).append(']');
    if (!spec.subcommands().isEmpty()) {
      synopsis.append(" COMMAND");
    }
    return synopsis.append(' ').append(operands(spec)).toString().stripTrailing();
  }

  /** Returns the operands of a command. */
  public static String operands(CommandSpec spec) {
    StringBuilder operands = new StringBuilder();
    for (PositionalParamSpec operand : spec.positionalParameters()) {
      String label = operand.paramLabel();
      if (operand.arity().max() > 1) {
        label = label.endsWith("]") ? label.replace("]", "...]") : label + "...";
      }
      operands.append(operands.isEmpty() ? "" : " ").append(label);
    }
    return operands.toString();
  }

  /** Returns the name of a command without that of the program. */
  static String name(CommandSpec spec) {
    String name = spec.name();
    return name.substring(name.lastIndexOf(' ') + 1);
  }

  private static List<String> description(String name, Messages messages) {
    List<String> text = new ArrayList<>();
    text.add(messages.text("command." + name));
    if (messages.has("details." + name)) {
      text.add("");
      text.addAll(lines("details." + name, messages, ""));
    }
    return text;
  }

  private static List<String> lines(String key, Messages messages, String indent) {
    List<String> lines = new ArrayList<>();
    for (String line : messages.text(key).split("\n")) {
      lines.add(indent + line);
    }
    return lines;
  }

  /** Returns the description of an option, with its values if they are a closed set. */
  public static String explained(OptionSpec option, Messages messages) {
    String what = messages.text(option.descriptionKey());
    String choices = choices(option, messages);
    return choices.isEmpty() ? what : messages.text("help.choices", what, choices);
  }

  /** Returns the values of an argument if they are a closed set, or an empty string. */
  static String choices(ArgSpec argument, Messages messages) {
    return String.join(messages.text("help.comma"), Arguments.kind(argument).choices());
  }

  /** Percent signs are format specifiers for picocli. */
  private static String[] escaped(List<String> lines) {
    return lines.stream().map(line -> line.replace("%", "%%")).toArray(String[]::new);
  }
}
