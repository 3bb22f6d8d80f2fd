package dev.kaiyuan.cli;

import java.util.Locale;

/** The values of options that are a closed set, in lower case. */
final class Choices {
  private Choices() {}

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** The formats of hits. */
  enum Format {
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
  enum ReportFormat {
    TEXT,
    JSON;

    @Override
    public String toString() {
      return lower(this);
    }
  }

  /** The orders of hits. */
  enum Sort {
    SCORE,
    DATE,
    PATH;

    @Override
    public String toString() {
      return lower(this);
    }
  }

  /** The languages of articles. */
  enum ArticleLanguage {
    ZH,
    EN,
    OTHER;

    @Override
    public String toString() {
      return lower(this);
    }
  }

  /** How the same article in another language is shown. */
  enum Twins {
    SHOW,
    FOLD;

    @Override
    public String toString() {
      return lower(this);
    }
  }

  /** Whether a feature is used. */
  enum OnOff {
    ON,
    OFF;

    @Override
    public String toString() {
      return lower(this);
    }
  }

  /** Whether hits are found by meaning. */
  enum Meaning {
    ON,
    OFF,
    ONLY;

    @Override
    public String toString() {
      return lower(this);
    }
  }

  /** Which passages of an article get vectors. */
  enum Depth {
    LEADS,
    PASSAGES,
    OFF;

    @Override
    public String toString() {
      return lower(this);
    }

    dev.kaiyuan.meaning.Depth depth() {
      return dev.kaiyuan.meaning.Depth.valueOf(name());
    }
  }

  /** When colours are used. */
  enum ColorMode {
    AUTO,
    ALWAYS,
    NEVER;

    @Override
    public String toString() {
      return lower(this);
    }
  }

  /** The color themes. */
  enum ThemeName {
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
  enum MessageLanguage {
    EN,
    ZH;

    @Override
    public String toString() {
      return lower(this);
    }
  }

  /** The shells with a completion script. */
  enum Shell {
    BASH,
    ZSH,
    FISH;

    @Override
    public String toString() {
      return lower(this);
    }
  }
}
