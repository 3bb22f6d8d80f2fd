package dev.kaiyuan.cli.option;

/** The values of options that only the command line has, typed in lower case. */
public final class Choices {
  private Choices() {}

  /** The formats of hits. */
  public enum Format {
    TEXT,
    JSON,
    NDJSON,
    CSV,
    PATHS,
    VIMGREP
  }

  /** The formats of a report. */
  public enum ReportFormat {
    TEXT,
    JSON
  }

  /** Whether a feature is used. */
  public enum OnOff {
    ON,
    OFF
  }

  /** When colours are used. */
  public enum ColorMode {
    AUTO,
    ALWAYS,
    NEVER
  }

  /** The color themes. */
  public enum ThemeName {
    AUTO,
    DARK,
    LIGHT,
    MONO
  }

  /** The languages of messages. */
  public enum MessageLanguage {
    EN,
    ZH
  }

  /** The shells with a completion script. */
  public enum Shell {
    BASH,
    ZSH,
    FISH
  }
}
