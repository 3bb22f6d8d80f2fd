package dev.kaiyuan.cli;

import dev.kaiyuan.output.Messages;

/** {@code manual}: the manual page, for {@code man}. */
final class ManualCommand implements Command {
  private final StringBuilder page = new StringBuilder();

  @Override
  public int run(Call call) {
    call.expectNoOperands();
    Messages messages = call.messages();
    page.append(".TH KAIYUAN 1\n");
    section(messages.text("manual.name"));
    text("kaiyuan \\- ", messages.text("manual.short"));
    section(messages.text("manual.synopsis"));
    for (Verb verb : Verb.values()) {
      page.append(".br\n.B kaiyuan ").append(verb.word()).append('\n');
      String operands = verb.operands();
      text(verb.options().length == 0 ? "" : "[" + messages.text("help.options") + "] ", operands);
    }
    section(messages.text("manual.description"));
    text("", messages.text("help.what"));
    section(messages.text("manual.commands"));
    for (Verb verb : Verb.values()) {
      verb(verb, messages);
    }
    section(messages.text("help.everywhere"));
    options(Verb.everywhere(), messages);
    section(messages.text("manual.exit"));
    text("", messages.text("manual.exit-codes"));
    section(messages.text("manual.environment"));
    text("", messages.text("manual.variables"));
    section(messages.text("manual.files"));
    text("", messages.text("manual.config"));
    call.out().print(page);
    return FOUND;
  }

  private void verb(Verb verb, Messages messages) {
    page.append(".SS ");
    text("", verb.word() + " " + verb.operands());
    text("", messages.text("command." + verb.word()));
    if (messages.has("details." + verb.word())) {
      page.append(".PP\n");
      text("", messages.text("details." + verb.word()));
    }
    options(verb.options(), messages);
    if (messages.has("examples." + verb.word())) {
      page.append(".PP\n");
      text("", messages.text("help.examples"));
      page.append(".PP\n.nf\n.RS\n");
      text("", messages.text("examples." + verb.word()));
      page.append(".RE\n.fi\n");
    }
  }

  private void options(Option[] options, Messages messages) {
    for (Option option : options) {
      page.append(".TP\n");
      String name = option.shortName().isEmpty() ? "" : option.shortName() + ", ";
      text(".B ", name + option.longName() + (option.takesValue() ? " " + option.label() : ""));
      text("", messages.text(option.messageKey()));
    }
  }

  private void section(String title) {
    page.append(".SH ");
    text("", title);
  }

  /** Adds text in which nothing is a request of roff. */
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
