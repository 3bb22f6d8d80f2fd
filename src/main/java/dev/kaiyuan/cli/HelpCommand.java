package dev.kaiyuan.cli;

import org.jspecify.annotations.Nullable;

/** {@code help}: how the program, or one of its commands, is used. */
final class HelpCommand implements Command {
  private final Call call;
  @Nullable String command;

  HelpCommand(Call call) {
    this.call = call;
  }

  @Override
  public void declare(Options to) {
    to.addOperand(String.class, "[COMMAND]", typed -> command = typed);
  }

  @Override
  public Integer call() {
    if (command == null) {
      Usage.print(Commands.all(call), call);
      return Call.FOUND;
    }
    Command explained = Commands.named(command, call);
    if (explained == null) {
      String nearest = Misspelling.nearest(command, Commands.NAMES);
      throw nearest == null
          ? new CommandException("error.help", command)
          : new CommandException("error.help-close", command, nearest);
    }
    Options options = new Options("kaiyuan " + command, call.shared(), explained);
    Usage.print(new CommandModel(options).line(), call);
    return Call.FOUND;
  }
}
