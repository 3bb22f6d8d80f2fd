package dev.kaiyuan.cli;

import java.util.Locale;

/** The values of options that take one of a closed set; typed and shown in lower case. */
final class Choices {
  private Choices() {}

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** How hits are written. */
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

  /** How a report is written. */
  enum ReportFormat {
    TEXT,
    JSON;

    @Override
    public String toString() {
      return lower(this);
    }
  }

  /** By what hits are sorted. */
  enum Sort {
    SCORE,
    DATE,
    PATH;

    @Override
    public String toString() {
      return lower(this);
    }
  }

  /** Languages of articles. */
  enum Lang {
    ZH,
    EN,
    OTHER;

    @Override
    public String toString() {
      return lower(this);
    }
  }

  /** What becomes of the same article in another language. */
  enum Twins {
    SHOW,
    FOLD;

    @Override
    public String toString() {
      return lower(this);
    }
  }

  /** Whether something is done. */
  enum Switch {
    ON,
    OFF;

    @Override
    public String toString() {
      return lower(this);
    }
  }

  /** Whether what is found by meaning counts. */
  enum Meaning {
    ON,
    OFF,
    ONLY;

    @Override
    public String toString() {
      return lower(this);
    }
  }

  /** How deep the articles of an index are embedded. */
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

  /** When there are colours. */
  enum Colour {
    AUTO,
    ALWAYS,
    NEVER;

    @Override
    public String toString() {
      return lower(this);
    }
  }

  /** Which colours there are. */
  enum Look {
    AUTO,
    DARK,
    LIGHT,
    MONO;

    @Override
    public String toString() {
      return lower(this);
    }
  }

  /** Languages of messages. */
  enum Speech {
    EN,
    ZH;

    @Override
    public String toString() {
      return lower(this);
    }
  }

  /** A shell that can complete commands. */
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
