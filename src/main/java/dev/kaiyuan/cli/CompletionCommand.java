package dev.kaiyuan.cli;

import dev.kaiyuan.cli.completion.BashCompletion;
import dev.kaiyuan.cli.completion.FishCompletion;
import dev.kaiyuan.cli.completion.ZshCompletion;
import dev.kaiyuan.cli.context.CommandException;
import dev.kaiyuan.cli.context.Context;
import dev.kaiyuan.cli.context.ExitCode;
import dev.kaiyuan.cli.context.Usage;
import dev.kaiyuan.cli.option.Arguments;
import dev.kaiyuan.cli.option.Choices;
import dev.kaiyuan.cli.option.ValueKind;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code completion}: a script by which a shell completes commands, options and values. */
final class CompletionCommand implements Command {
  private final Context context;
  private final Supplier<CommandLine> all;
  private Choices.@Nullable Shell shell;

  /**
   * Creates the command.
   *
   * @param all gives the program with all its commands
   */
  CompletionCommand(Context context, Supplier<CommandLine> all) {
    this.context = context;
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
    Usage.describe(program, context.messages());
    String script =
        switch (shell) {
          case BASH -> new BashCompletion().script(program);
          case ZSH -> new ZshCompletion(context.messages()).script(program);
          case FISH -> new FishCompletion(context.messages()).script(program);
        };
    context.out().print(script);
    return ExitCode.FOUND;
  }
}
