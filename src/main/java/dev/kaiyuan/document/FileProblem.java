package dev.kaiyuan.document;

/**
 * What is the matter with a file: why it is no article, or what about it was not understood.
 *
 * @param kind what it is, for programs and for words in any language
 * @param detail what the kind leaves open, such as an encoding's name; empty where it leaves
 *     nothing
 */
public record FileProblem(Kind kind, String detail) {
  /** The kinds of problems, each with its English words. */
  public enum Kind {
    /** The file holds no text. */
    BINARY("binary file"),
    /** The file's bytes are text in no encoding that is known. */
    ENCODING("unknown character encoding"),
    /** The detail names the encoding in which some of the bytes are wrong. */
    DAMAGED("damaged {0} text; unreadable bytes are left out"),
    /** The detail is the first line with bytes that are not UTF-8. */
    BAD_BYTES("damaged UTF-8, first at line {0}; unreadable bytes are left out"),
    /** The detail is what the YAML parser says. */
    FRONT_MATTER("broken front matter: {0}"),
    /** The front matter's title is a list or the like. */
    TITLE("the title is not a text"),
    /** The detail is what stands in place of a date. */
    DATE("the date \"{0}\" is not a date; write it as 2024-05-01"),
    /** The detail is how many tags, or authors, are kept at the most. */
    TOO_MANY("more than {0} tags or authors; those behind are left out"),
    /** The file has a name that no index can hold. */
    NAME("its name is not in UTF-8"),
    /** The person may not read the file. */
    PERMISSION("no permission to read it"),
    /** The detail is what the operating system says. */
    UNREADABLE("cannot be read: {0}"),
    /** The detail is how many pages there are. */
    PICTURES("pictures of pages only, no text; pages: {0}"),
    /** The detail is how many of the pages, as {@code 5/9}. */
    SOME_PICTURES("many pages are pictures without text: {0}"),
    /** The file is encrypted. */
    PASSWORD("protected by a password"),
    /** The detail is what the parser says. */
    BROKEN("damaged file: {0}"),
    /** The detail is what was read, as {@code page 5}, and what the parser says. */
    PARTLY("damaged; read until: {0}"),
    /** The detail is what was read. */
    ENDLESS("more in it than a file may have; read until: {0}"),
    /** The detail is what the file is instead. */
    VERSION("not in the format that its name says: {0}"),
    /** The detail is the name of a library that is not there. */
    LIBRARY("the library that reads it is not installed: {0}"),
    /** The detail is how many mebibytes a file may have. */
    TOO_LARGE("larger than {0} MiB"),
    /** The file does not fit in the memory there is; the detail is how many mebibytes that was. */
    MEMORY("needs more memory than there is; give it more: KAIYUAN_JAVA_OPTS=-Xmx1g"),
    /** The detail is the exception. */
    FAULT("a fault in this program: {0}"),
    /** A folder, of which nothing is removed from the index. */
    FOLDER("folder cannot be read; what the index holds of it stays"),
    /** A device, a pipe, a socket. */
    NO_FILE("neither a file nor a folder"),
    /** A link that leads out of the folders that are indexed. */
    LINK_OUT("a link out of the folder, not followed"),
    /** A link to a file that is not there. */
    LINK_BROKEN("a link to nothing"),
    /** A file of words of one's own is gone. */
    WORDS_GONE("it is gone; the words it held at the last run are used"),
    /** A folder or file that was indexed, of which nothing is removed from the index. */
    GONE(
        "is gone or holds no article; what the index holds of it stays; if that is meant: kaiyuan"
            + " index --allow-empty"),
    /** A file of rules that say what is left out. */
    RULES("it cannot be read, so its rules leave nothing out"),
    /** The detail says all. */
    OTHER("{0}");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** Returns the problem of this kind that has no detail. */
    public FileProblem alone() {
      return new FileProblem(this, "");
    }

    /** Returns a problem of this kind. */
    public FileProblem of(String detail) {
      return new FileProblem(this, detail);
    }
  }

  /** Returns a problem from what {@link #name} gave; any other text is a problem of its own. */
  public static FileProblem named(String name) {
    int space = name.indexOf(' ');
    String kind = space < 0 ? name : name.substring(0, space);
    for (Kind known : Kind.values()) {
      if (known.name().equals(kind)) {
        return known.of(space < 0 ? "" : name.substring(space + 1));
      }
    }
    return Kind.OTHER.of(name);
  }

  /** Returns the kind's name and the detail, for {@link #named} to read. */
  public String name() {
    return detail.isEmpty() ? kind.name() : kind.name() + " " + detail;
  }

  /** Returns the problem in English words, without the file's name. */
  @Override
  public String toString() {
    return kind.words.replace("{0}", detail);
  }
}
