package dev.kaiyuan.document;

import java.util.Locale;

/**
 * Why a file is not an article, or what in it could not be read.
 *
 * @param kind the kind of problem, for programs, and for messages in any language
 * @param detail what the kind leaves open, such as the name of an encoding; empty if nothing is
 */
public record FileProblem(Code kind, String detail) {
  /** A constant of an enum that lists kinds of problems; the name is kept in indexes. */
  public interface Code {
    /** Returns the name of the constant. */
    String name();

    /** Returns the problem of this kind that has no detail. */
    default FileProblem alone() {
      return new FileProblem(this, "");
    }

    /** Returns a problem of this kind. */
    default FileProblem of(String detail) {
      return new FileProblem(this, detail);
    }
  }

  /** The kinds of problems met while a file is read. */
  public enum Kind implements Code {
    /** The file holds no text. */
    BINARY,
    /** The character encoding is unknown. */
    ENCODING,
    /** Some bytes are wrong in the encoding; the detail is its name. */
    DAMAGED,
    /** Some bytes are not UTF-8; the detail is the first line that has such bytes. */
    BAD_BYTES,
    /** The front matter is not YAML; the detail is the message of the parser. */
    FRONT_MATTER,
    /** The title in the front matter is not a text, but a list for example. */
    TITLE,
    /** The date is not a date; the detail is what is there. */
    DATE,
    /** There are too many tags or authors; the detail is how many are kept. */
    TOO_MANY,
    /** The pages are pictures without text; the detail is the number of pages. */
    PICTURES,
    /** Many pages are pictures without text; the detail is how many of all, as {@code 5/9}. */
    SOME_PICTURES,
    /** The file is encrypted. */
    PASSWORD,
    /** The file is damaged; the detail is the message of the parser. */
    BROKEN,
    /**
     * The file is damaged; the detail is the last place that was read, and the parser's message.
     */
    PARTLY,
    /** The file has more in it than a file may have; the detail is the last place that was read. */
    ENDLESS,
    /** The format is not the one that the name tells; the detail is the format found. */
    VERSION,
    /** A library is not installed; the detail is its name. */
    LIBRARY
  }

  /** Returns the kind in lower case with the detail, for logs: {@code too many: 100}. */
  @Override
  public String toString() {
    String name = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return detail.isEmpty() ? name : name + ": " + detail;
  }
}
