package dev.kaiyuan.cli;

import java.util.List;

/** {@code completion}: what lets a shell complete commands, options and their values. */
final class CompletionCommand implements Command {
  @Override
  public int run(Call call) {
    List<String> operands = call.arguments().operands();
    String shell = operands.size() == 1 ? operands.get(0) : "";
    Completions completions = new Completions(call.messages());
    call.out()
        .print(
            switch (shell) {
              case "bash" -> completions.bash();
              case "zsh" -> completions.zsh();
              case "fish" -> completions.fish();
              default -> throw new CommandException("error.shell");
            });
    return FOUND;
  }
}
