package dev.kaiyuan.cli;

/** {@code help}: how the program, or one of its commands, is used. */
final class HelpCommand implements Command {
  @Override
  public int run(Call call) {
    Help help = new Help(call);
    if (call.arguments().operands().isEmpty()) {
      call.out().print(help.overview());
      return FOUND;
    }
    String word = call.arguments().operands().get(0);
    Verb verb = Verb.named(word);
    if (verb == null) {
      throw new CommandException("error.help", word);
    }
    call.out().print(help.of(verb));
    return FOUND;
  }
}
