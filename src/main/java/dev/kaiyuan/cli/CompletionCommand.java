package dev.kaiyuan.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code completion}: what lets a shell complete commands, options and their values. */
final class CompletionCommand implements Command {
  private final Call call;
  Choices.@Nullable Shell shell;

  CompletionCommand(Call call) {
    this.call = call;
  }

  @Override
  public void declare(Options to) {
    to.addOperand(Choices.Shell.class, "bash|zsh|fish", typed -> shell = typed);
  }

  @Override
  public Integer call() {
    if (shell == null) {
      throw new CommandException("error.shell");
    }
    CommandLine all = Commands.all(call);
    Usage.describe(all, call.messages());
    String script =
        switch (shell) {
          case BASH -> new BashCompletion().script(all);
          case ZSH -> new ZshCompletion(call.messages()).script(all);
          case FISH -> new FishCompletion(call.messages()).script(all);
        };
    call.out().print(script);
    return Call.FOUND;
  }
}
