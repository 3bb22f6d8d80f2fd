package dev.kaiyuan.cli;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code help}: how the program, or one of its commands, is used. */
final class HelpCommand implements Command {
  private final Call call;
  private final List<String> names;
  private final Supplier<CommandLine> all;
  private @Nullable String command;

  /**
   * Makes the command.
   *
   * @param names the names of all commands
   * @param all gives the program with all its commands
   */
  HelpCommand(Call call, List<String> names, Supplier<CommandLine> all) {
    this.call = call;
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
      Usage.print(all.get(), call);
      return Call.FOUND;
    }
    CommandLine explained = all.get().getSubcommands().get(command);
    if (explained == null) {
      String nearest = Misspelling.nearest(command, names);
      throw nearest == null
          ? new CommandException("error.help", command)
          : new CommandException("error.help-close", command, nearest);
    }
    Usage.print(explained, call);
    return Call.FOUND;
  }
}
