package dev.kaiyuan.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
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
  @Nullable String shell;

  CompletionCommand(Call call) {
    this.call = call;
    shared = call.shared();
  }

  @Override
  public Integer call() {
    CommandLine all = Commands.all(call);
    Usage.describe(all, call.messages());
    String script =
        switch (shell == null ? "" : shell) {
          case "bash", "zsh" -> AutoComplete.bash("kaiyuan", all);
          case "fish" -> new FishCompletion(call.messages()).script(all);
          default -> throw new CommandException("error.shell");
        };
    call.out().print(script);
    return Call.FOUND;
  }
}
