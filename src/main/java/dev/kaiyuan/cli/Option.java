package dev.kaiyuan.cli;

/** An option of the command line; what it does is said in {@code sentences.properties}. */
enum Option {
  LIMIT("-n", "--limit", "N"),
  OFFSET("", "--offset", "N"),
  LANG("", "--lang", "zh|en|other"),
  PATH("", "--path", "GLOB"),
  TAG("", "--tag", "TAG"),
  SINCE("", "--since", "DATE"),
  UNTIL("", "--until", "DATE"),
  SORT("", "--sort", "score|date|path"),
  FORMAT("", "--format", "text|json|ndjson|csv|paths"),
  REPORT_FORMAT("", "--format", "text|json"),
  NUL("-0", "--null", ""),
  CONTEXT("", "--context", "N"),
  NO_SNIPPET("", "--no-snippet", ""),
  NO_TRANSLATE("", "--no-translate", ""),
  EXPLAIN("", "--explain", ""),
  LINE("", "--line", "N"),
  RAW("", "--raw", ""),
  RUN("", "--run", "FILE"),
  REBUILD("", "--rebuild", ""),
  DRY_RUN("", "--dry-run", ""),
  WATCH("", "--watch", ""),
  ALLOW_EMPTY("", "--allow-empty", ""),
  THREADS("", "--threads", "N"),
  INDEX("", "--index", "DIR"),
  COLOR("", "--color", "auto|always|never"),
  THEME("", "--theme", "auto|dark|light|mono"),
  LOCALE("", "--locale", "en|zh"),
  NO_PAGER("", "--no-pager", ""),
  NO_CONFIG("", "--no-config", ""),
  VERBOSE("", "--verbose", ""),
  HELP("-h", "--help", ""),
  VERSION("-V", "--version", "");

  private final String shortName;
  private final String longName;
  private final String label;

  Option(String shortName, String longName, String label) {
    this.shortName = shortName;
    this.longName = longName;
    this.label = label;
  }

  /** The name of one letter with its hyphen, or an empty string. */
  String shortName() {
    return shortName;
  }

  String longName() {
    return longName;
  }

  /** What stands for the value in help, or an empty string if the option takes none. */
  String label() {
    return label;
  }

  boolean takesValue() {
    return !label.isEmpty();
  }

  /** Whether the values are a closed set, which the label lists. */
  boolean isChoice() {
    return label.indexOf('|') >= 0;
  }

  /** Whether a value is one that the option takes, as far as a closed set tells. */
  boolean accepts(String value) {
    return !isChoice()
        || value.indexOf('|') < 0
            && ("|" + label + "|").contains("|" + value + "|")
            && !value.isEmpty();
  }

  /** The name of its description. */
  String messageKey() {
    return "option." + longName.substring(2);
  }
}
