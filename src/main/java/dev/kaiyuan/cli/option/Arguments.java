package dev.kaiyuan.cli.option;

import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * Declares the options and operands of a command in picocli's model, and lets picocli read them.
 *
 * <p>The model is the only definition: parsing, help, the manual page, the completions, the config
 * file and the session are all made from it. Each option knows its {@link ValueKind}.
 */
public final class Arguments {
  private final CommandSpec spec;

  /** What is kept with each option and operand of the model. */
  private record Argument<T>(ValueKind<T> kind, Consumer<T> setter) {
    void set(Object value) {
      setter.accept(kind.type().cast(value));
    }
  }

  /**
   * Begins the model of a command without options.
   *
   * @param name what is typed before the options
   */
  public Arguments(String name) {
    spec = CommandSpec.create().name(name);
  }

  /** Declares an option without a value; {@code --x=false} leaves it off. */
  public void flag(Runnable setter, String... names) {
    flag(key(names), setter, names);
  }

  /**
   * Declares an option without a value.
   *
   * @param key the name of its description in the messages
   */
  public void flag(String key, Runnable setter, String... names) {
    Consumer<Boolean> set =
        given -> {
          if (given) {
            setter.run();
          }
        };
    option(key, ValueKind.FLAG, "", set, names);
  }

  /**
   * Declares an option with a value.
   *
   * @param label what stands for the value in help
   * @param setter takes each value that is given, in order
   * @param names the names, the long one last
   */
  public <T> void option(ValueKind<T> kind, String label, Consumer<T> setter, String... names) {
    option(key(names), kind, label, setter, names);
  }

  /**
   * Declares an option with a value.
   *
   * @param key the name of its description in the messages
   */
  public <T> void option(
      String key, ValueKind<T> kind, String label, Consumer<T> setter, String... names) {
    String name = names[names.length - 1];
    spec.addOption(
        OptionSpec.builder(names)
            .type(kind == ValueKind.FLAG ? boolean.class : kind.type())
            .converters(converters(kind))
            .paramLabel(label)
            .descriptionKey(key)
            .usageHelp(name.equals("--help"))
            .versionHelp(name.equals("--version"))
            .userObject(new Argument<>(kind, setter))
            .build());
  }

  private static ITypeConverter<?>[] converters(ValueKind<?> kind) {
    return kind.type().isEnum()
        ? new ITypeConverter<?>[] {kind::constant}
        : new ITypeConverter<?>[0];
  }

  private static String key(String... names) {
    return "option." + names[names.length - 1].substring(2);
  }

  /** Declares the next operand; the label of an optional one is in brackets. */
  public <T> void operand(ValueKind<T> kind, String label, Consumer<T> setter) {
    String index = Integer.toString(spec.positionalParameters().size());
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel(label)
            .type(kind.type())
            .converters(converters(kind))
            .index(index)
            .arity("0..1")
            .userObject(new Argument<>(kind, setter))
            .build());
  }

  /** Declares that all words left are operands. */
  public void operands(ValueKind<String> kind, String label, Consumer<String> setter) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel(label)
            .type(List.class)
            .auxiliaryTypes(String.class)
            .index(spec.positionalParameters().size() + "..*")
            .arity("0..*")
            .userObject(new Argument<>(kind, setter))
            .build());
  }

  public CommandSpec spec() {
    return spec;
  }

  /** Returns the model as a command that picocli can parse and explain. */
  public CommandLine line() {
    return new CommandLine(spec).setExpandAtFiles(false).setOverwrittenOptionsAllowed(true);
  }

  /**
   * Reads words, and gives each value to its setter.
   *
   * @throws CommandLine.ParameterException if a word is wrong
   */
  public ParseResult read(List<String> words) {
    ParseResult parsed = line().parseArgs(words.toArray(new String[0]));
    parsed.matchedOptionsSet().forEach(Arguments::set);
    parsed.matchedPositionalsSet().forEach(Arguments::set);
    return parsed;
  }

  private static void set(ArgSpec matched) {
    Argument<?> argument = (Argument<?>) matched.userObject();
    List<?> values = matched.isMultiValue() ? matched.stringValues() : matched.typedValues();
    values.forEach(argument::set);
  }

  /** Returns the kind of value that an option or operand of the model takes. */
  public static ValueKind<?> kind(ArgSpec argument) {
    return ((Argument<?>) argument.userObject()).kind();
  }

  /** Returns the names of the options of the program that take a value. */
  public static List<String> withValue(CommandLine program) {
    return program.getCommandSpec().options().stream()
        .filter(Arguments::takesValue)
        .map(OptionSpec::longestName)
        .toList();
  }

  public static boolean takesValue(OptionSpec option) {
    return kind(option) != ValueKind.FLAG;
  }
}
