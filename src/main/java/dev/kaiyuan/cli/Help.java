package dev.kaiyuan.cli;

import dev.kaiyuan.output.Columns;
import dev.kaiyuan.output.Display;
import dev.kaiyuan.output.Messages;

/** Says how the program is used, in lines that fit the terminal. */
final class Help {
  private static final int MOST_COLUMNS = 100;

  private final Messages messages;
  private final Columns page;

  Help(Call call) {
    messages = call.messages();
    Display display = call.display();
    page = new Columns(Math.min(display.columns(), MOST_COLUMNS), display.theme());
  }

  /** Returns what the program does and which commands it has. */
  String overview() {
    page.paragraph(messages.text("help.what"));
    page.blank().heading(messages.text("help.usage"));
    page.plain("  kaiyuan " + messages.text("help.usage-command"));
    page.blank().heading(messages.text("help.commands"));
    for (Verb verb : Verb.values()) {
      page.row(verb.word() + " " + verb.operands(), messages.text("command." + verb.word()));
    }
    page.flush();
    page.blank().heading(messages.text("help.everywhere"));
    options(Verb.everywhere());
    page.blank().paragraph(messages.text("help.more"));
    return page.toString();
  }

  /** Returns what a command does, its options, and examples. */
  String of(Verb verb) {
    page.paragraph(messages.text("command." + verb.word()));
    page.blank().heading(messages.text("help.usage"));
    page.plain(
        "  kaiyuan " + verb.word() + " [" + messages.text("help.options") + "] " + verb.operands());
    if (messages.has("details." + verb.word())) {
      page.blank();
      for (String paragraph : messages.text("details." + verb.word()).split("\n")) {
        page.paragraph(paragraph);
      }
    }
    if (verb.options().length > 0) {
      page.blank().heading(messages.text("help.options-title"));
      options(verb.options());
    }
    page.blank().heading(messages.text("help.everywhere"));
    options(Verb.everywhere());
    if (messages.has("examples." + verb.word())) {
      page.blank().heading(messages.text("help.examples"));
      for (String line : messages.text("examples." + verb.word()).split("\n")) {
        page.plain("  " + line);
      }
    }
    return page.toString();
  }

  /** Returns what can be typed in a session of the shell. */
  String session() {
    for (String key : new String[] {"query", "number", "open", "more", "filter", "clear", "quit"}) {
      page.row(messages.text("shell." + key + "-typed"), messages.text("shell." + key));
    }
    return page.flush().toString();
  }

  private void options(Option[] options) {
    for (Option option : options) {
      String name =
          (option.shortName().isEmpty() ? "    " : option.shortName() + ", ") + option.longName();
      String label = option.takesValue() ? " " + option.label() : "";
      page.row(name + label, messages.text(option.messageKey()));
    }
    page.flush();
  }
}
