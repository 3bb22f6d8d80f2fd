package dev.kaiyuan.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code completion}: what lets a shell complete commands, options and their values. */
@Command(name = "completion")
final class CompletionCommand implements Callable<Integer> {
  @Mixin private final SharedOptions shared;
  private final Call call;

  @Parameters(arity = "0..1", paramLabel = "bash|zsh|fish")
  Choices.@Nullable Shell shell;

  CompletionCommand(Call call) {
    this.call = call;
    shared = call.shared();
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
