package dev.kaiyuan.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code help}: how the program, or one of its commands, is used. */
@Command(name = "help")
final class HelpCommand implements Callable<Integer> {
  @Mixin private final SharedOptions shared;
  private final Call call;

  @Parameters(arity = "0..1", paramLabel = "COMMAND")
  @Nullable String command;

  HelpCommand(Call call) {
    this.call = call;
    shared = call.shared();
  }

  @Override
  public Integer call() {
    CommandLine line = command == null ? Commands.all(call) : Commands.named(command, call);
    if (line == null) {
      String nearest = Misspelling.nearest(command, Commands.NAMES);
      throw nearest == null
          ? new CommandException("error.help", command)
          : new CommandException("error.help-close", command, nearest);
    }
    Usage.print(line, call);
    return Call.FOUND;
  }
}
