package dev.kaiyuan.cli;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code completion}: what lets a shell complete commands, options and their values. */
final class CompletionCommand implements Command {
  private final Call call;
  private final Supplier<CommandLine> all;
  private Choices.@Nullable Shell shell;

  /**
   * Makes the command.
   *
   * @param all gives the program with all its commands
   */
  CompletionCommand(Call call, Supplier<CommandLine> all) {
    this.call = call;
    this.all = all;
  }

  @Override
  public void declare(Arguments to) {
    to.operand(ValueKind.oneOf(Choices.Shell.class), "bash|zsh|fish", given -> shell = given);
  }

  @Override
  public int run() {
    if (shell == null) {
      throw new CommandException("error.shell");
    }
    CommandLine program = all.get();
    Usage.describe(program, call.messages());
    String script =
        switch (shell) {
          case BASH -> new BashCompletion().script(program);
          case ZSH -> new ZshCompletion(call.messages()).script(program);
          case FISH -> new FishCompletion(call.messages()).script(program);
        };
    call.out().print(script);
    return Call.FOUND;
  }
}
