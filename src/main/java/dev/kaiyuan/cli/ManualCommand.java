package dev.kaiyuan.cli;

import dev.kaiyuan.cli.context.Context;
import dev.kaiyuan.cli.context.ExitCode;
import dev.kaiyuan.cli.context.Usage;
import dev.kaiyuan.cli.option.Arguments;
import dev.kaiyuan.output.Messages;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** {@code manual}: the manual page, for {@code man}. */
final class ManualCommand implements Command {
  private final Context context;
  private final Supplier<CommandLine> program;
  private final Messages messages;
  private final StringBuilder page = new StringBuilder();

  /**
   * Creates the command.
   *
   * @param program gives the program with all its commands
   */
  ManualCommand(Context context, Supplier<CommandLine> program) {
    this.context = context;
    this.program = program;
    messages = context.messages();
  }

  @Override
  public int run() {
    CommandLine all = program.get();
    page.append(".TH KAIYUAN 1\n");
    section(messages.text("manual.name"));
    text("kaiyuan \\- ", messages.text("manual.short"));
    section(messages.text("manual.synopsis"));
    all.getSubcommands().forEach(this::synopsis);
    section(messages.text("manual.description"));
    text("", messages.text("help.what"));
    section(messages.text("manual.commands"));
    all.getSubcommands().forEach((name, line) -> command(name, line, all));
    section(messages.text("help.everywhere"));
    all.getCommandSpec().options().forEach(this::option);
    section(messages.text("manual.exit"));
    text("", messages.text("manual.exit-codes"));
    section(messages.text("manual.environment"));
    text("", messages.text("manual.variables"));
    section(messages.text("manual.files"));
    text("", messages.text("manual.config"));
    context.out().print(page);
    return ExitCode.FOUND;
  }

  private void synopsis(String name, CommandLine line) {
    page.append(".br\n.B kaiyuan ").append(name).append('\n');
    text("[" + messages.text("help.options") + "] ", Usage.operands(line.getCommandSpec()));
  }

  private void command(String name, CommandLine line, CommandLine all) {
    page.append(".SS ");
    text("", name + " " + Usage.operands(line.getCommandSpec()));
    text("", messages.text("command." + name));
    if (messages.has("details." + name)) {
      page.append(".PP\n");
      text("", messages.text("details." + name));
    }
    for (OptionSpec option : line.getCommandSpec().options()) {
      if (all.getCommandSpec().findOption(option.longestName()) == null) {
        option(option);
      }
    }
    if (messages.has("examples." + name)) {
      page.append(".PP\n");
      text("", messages.text("help.examples"));
      page.append(".PP\n.nf\n.RS\n");
      text("", messages.text("examples." + name));
      page.append(".RE\n.fi\n");
    }
  }

  private void option(OptionSpec option) {
    page.append(".TP\n");
    boolean value = Arguments.takesValue(option);
    text(".B ", String.join(", ", option.names()) + (value ? " " + option.paramLabel() : ""));
    text("", Usage.explained(option, messages));
  }

  private void section(String title) {
    page.append(".SH ");
    text("", title);
  }

  /** Adds text, with all roff requests escaped. */
  private void text(String before, String text) {
    page.append(before);
    boolean lineStart = before.isEmpty();
    for (int p = 0; p < text.length(); p++) {
      char c = text.charAt(p);
      if (lineStart && (c == '.' || c == '\'')) {
        page.append("\\&");
      }
      switch (c) {
        case '\\' -> page.append("\\e");
        case '-' -> page.append("\\-");
        default -> page.append(c);
      }
      lineStart = c == '\n';
    }
    page.append('\n');
  }
}
