package dev.kaiyuan.cli.option;

import java.util.Locale;

/** The values of options that are a closed set, in lower case. */
public final class Choices {
  private Choices() {}

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** The formats of hits. */
  public enum Format {
    TEXT,
    JSON,
    NDJSON,
    CSV,
    PATHS,
    VIMGREP;

    @Override
    public String toString() {
      return lower(this);
    }
  }

  /** The formats of a report. */
  public enum ReportFormat {
    TEXT,
    JSON;

    @Override
    public String toString() {
      return lower(this);
    }
  }

  /** The orders of hits. */
  public enum Sort {
    SCORE,
    DATE,
    PATH;

    @Override
    public String toString() {
      return lower(this);
    }
  }

  /** The languages of articles. */
  public enum ArticleLanguage {
    ZH,
    EN,
    OTHER;

    @Override
    public String toString() {
      return lower(this);
    }
  }

  /** How the same article in another language is shown. */
  public enum Twins {
    SHOW,
    FOLD;

    @Override
    public String toString() {
      return lower(this);
    }
  }

  /** Whether a feature is used. */
  public enum OnOff {
    ON,
    OFF;

    @Override
    public String toString() {
      return lower(this);
    }
  }

  /** Whether hits are found by meaning. */
  public enum Meaning {
    ON,
    OFF,
    ONLY;

    @Override
    public String toString() {
      return lower(this);
    }
  }

  /** Which passages of an article get vectors. */
  public enum Depth {
    LEADS,
    PASSAGES,
    OFF;

    @Override
    public String toString() {
      return lower(this);
    }

    public dev.kaiyuan.meaning.Depth depth() {
      return dev.kaiyuan.meaning.Depth.valueOf(name());
    }
  }

  /** When colours are used. */
  public enum ColorMode {
    AUTO,
    ALWAYS,
    NEVER;

    @Override
    public String toString() {
      return lower(this);
    }
  }

  /** The color themes. */
  public enum ThemeName {
    AUTO,
    DARK,
    LIGHT,
    MONO;

    @Override
    public String toString() {
      return lower(this);
    }
  }

  /** The languages of messages. */
  public enum MessageLanguage {
    EN,
    ZH;

    @Override
    public String toString() {
      return lower(this);
    }
  }

  /** The shells with a completion script. */
  public enum Shell {
    BASH,
    ZSH,
    FISH;

    @Override
    public String toString() {
      return lower(this);
    }
  }
}
