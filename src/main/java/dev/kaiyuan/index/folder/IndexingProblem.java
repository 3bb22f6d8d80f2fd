package dev.kaiyuan.index.folder;

import dev.kaiyuan.document.FileProblem;
import org.jspecify.annotations.Nullable;

/** The kinds of problems met while folders are walked and files are indexed. */
public enum IndexingProblem implements FileProblem.Code {
  /** The name of the file is not text, and no index can hold it. */
  NAME,
  /** There is no permission to read the file. */
  PERMISSION,
  /** The file cannot be read; the detail is the message of the operating system. */
  UNREADABLE,
  /** The file is too large; the detail is the limit in mebibytes. */
  TOO_LARGE,
  /** The file needs more memory than there is; the detail is the size of the heap in mebibytes. */
  MEMORY,
  /** A fault of the program; the detail is the exception. */
  FAULT,
  /** A folder cannot be read; what the index holds of it stays. */
  FOLDER,
  /** Neither a file nor a folder: a device, a pipe, a socket. */
  NO_FILE,
  /** A link leads out of the folders that are indexed. */
  LINK_OUT,
  /** A link leads to no file. */
  LINK_BROKEN,
  /** The file of the user's own words is gone; the words it held are used. */
  WORDS_GONE,
  /** A folder or file that was indexed is gone or empty; what the index holds of it stays. */
  GONE,
  /** A file of ignore rules cannot be read. */
  RULES,
  /** An index of another version names a kind that this version does not know: the detail. */
  OTHER;

  /** Returns the text that an index keeps of a problem. */
  public static String stored(FileProblem problem) {
    String name = problem.kind().name();
    return problem.detail().isEmpty() ? name : name + " " + problem.detail();
  }

  /**
   * Returns the problem that an index keeps.
   *
   * @param stored what {@link #stored} gave; any other text becomes the detail of {@link #OTHER}
   */
  public static FileProblem read(String stored) {
    int space = stored.indexOf(' ');
    String name = space < 0 ? stored : stored.substring(0, space);
    String detail = space < 0 ? "" : stored.substring(space + 1);
    FileProblem.Code kind = named(name, FileProblem.Kind.values());
    kind = kind == null ? named(name, values()) : kind;
    return kind == null ? OTHER.of(stored) : kind.of(detail);
  }

  private static FileProblem.@Nullable Code named(String name, FileProblem.Code[] kinds) {
    for (FileProblem.Code kind : kinds) {
      if (kind.name().equals(name)) {
        return kind;
      }
    }
    return null;
  }
}
