package dev.kaiyuan.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A command of the program, with what may stand behind it. */
enum Verb {
  INDEX(
      "[FOLDER...]",
      Option.REBUILD,
      Option.DRY_RUN,
      Option.WATCH,
      Option.ALLOW_EMPTY,
      Option.THREADS,
      Option.REPORT_FORMAT),
  SEARCH("QUERY...", ofSearch()),
  SHOW("PATH [QUERY...]", Option.LINE, Option.RAW, Option.NO_PAGER),
  SHELL("", ofSearch()),
  STATS("", Option.REPORT_FORMAT, Option.NO_PAGER),
  ANALYZE("TEXT...", Option.REPORT_FORMAT, Option.NO_PAGER),
  EVAL("FOLDER", Option.RUN, Option.NO_TRANSLATE, Option.REPORT_FORMAT),
  COMPLETION("bash|zsh|fish"),
  MANUAL(""),
  HELP("[COMMAND]");

  private final String operands;
  private final Option[] options;

  Verb(String operands, Option... options) {
    this.operands = operands;
    this.options = options;
  }

  private static Option[] ofSearch() {
    return new Option[] {
      Option.LIMIT,
      Option.OFFSET,
      Option.LANG,
      Option.PATH,
      Option.TAG,
      Option.SINCE,
      Option.UNTIL,
      Option.SORT,
      Option.FORMAT,
      Option.NUL,
      Option.CONTEXT,
      Option.NO_SNIPPET,
      Option.NO_TRANSLATE,
      Option.EXPLAIN,
      Option.NO_PAGER
    };
  }

  /** What it is called. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What stands behind it beside options, as help shows it. */
  String operands() {
    return operands;
  }

  /** The options of this command alone. */
  Option[] options() {
    return options;
  }

  /** The options that every command takes. */
  static Option[] everywhere() {
    return new Option[] {
      Option.INDEX,
      Option.COLOR,
      Option.THEME,
      Option.LOCALE,
      Option.NO_CONFIG,
      Option.VERBOSE,
      Option.HELP,
      Option.VERSION
    };
  }

  /** Returns the command of a name, or null. */
  static @Nullable Verb named(String word) {
    for (Verb verb : values()) {
      if (verb.word().equals(word)) {
        return verb;
      }
    }
    return null;
  }

  /** Returns its option of a name, long or short with its hyphens, or null. */
  @Nullable Option option(String name) {
    Option found = find(options, name);
    return found != null ? found : find(everywhere(), name);
  }

  private static @Nullable Option find(Option[] options, String name) {
    for (Option option : options) {
      if (option.longName().equals(name) || option.shortName().equals(name)) {
        return option;
      }
    }
    return null;
  }

  /** Returns the names of all options it takes. */
  List<String> optionNames() {
    List<String> names = new ArrayList<>();
    for (Option option : options) {
      names.add(option.longName());
    }
    for (Option option : everywhere()) {
      names.add(option.longName());
    }
    return names;
  }
}
