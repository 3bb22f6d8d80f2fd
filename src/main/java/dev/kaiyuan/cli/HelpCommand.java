package dev.kaiyuan.cli;

import dev.kaiyuan.cli.context.CommandException;
import dev.kaiyuan.cli.context.Context;
import dev.kaiyuan.cli.context.ExitCode;
import dev.kaiyuan.cli.context.SpellingSuggestion;
import dev.kaiyuan.cli.context.Usage;
import dev.kaiyuan.cli.option.Arguments;
import dev.kaiyuan.cli.option.ValueKind;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code help}: the usage of the program or of a command. */
final class HelpCommand implements Command {
  private final Context context;
  private final List<String> names;
  private final Supplier<CommandLine> all;
  private @Nullable String command;

  /**
   * Creates the command.
   *
   * @param names the names of all commands
   * @param all gives the program with all its commands
   */
  HelpCommand(Context context, List<String> names, Supplier<CommandLine> all) {
    this.context = context;
    this.names = names;
    this.all = all;
  }

  @Override
  public void declare(Arguments to) {
    to.operand(ValueKind.oneOf(names), "[COMMAND]", given -> command = given);
  }

  @Override
  public int run() {
    if (command == null) {
      Usage.print(all.get(), context);
      return ExitCode.FOUND;
    }
    CommandLine explained = all.get().getSubcommands().get(command);
    if (explained == null) {
      String nearest = SpellingSuggestion.nearest(command, names);
      throw nearest == null
          ? new CommandException("error.help", command)
          : new CommandException("error.help-close", command, nearest);
    }
    Usage.print(explained, context);
    return ExitCode.FOUND;
  }
}
