package dev.kaiyuan.index;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Tells what is the matter with an index as a whole, in one line for a person. */
public final class IndexException extends IOException {
  private static final long serialVersionUID = 1L;

  /** What can be the matter with an index. */
  public enum Problem {
    /** There is no index. */
    MISSING("there is no index in %s"),
    /** The folder holds files that are not an index's. */
    FOREIGN("%s holds other files and is no index; nothing in it was touched"),
    /** The index's files are truncated, overwritten or missing. */
    DAMAGED("the index in %s is damaged"),
    /** The index was written by another version or under other settings. */
    INCOMPATIBLE("the index in %s was made by another version of Kaiyuan or of Lucene"),
    /** Another process writes to the index. */
    LOCKED("another process is writing to the index in %s"),
    /** The index is damaged so that it does not tell any more of which folders it was made. */
    FOLDERS_UNKNOWN("the index in %s is damaged; to make it anew, name its folders"),
    /** The index can't be written to, for lack of permission or of room. */
    UNWRITABLE("the index in %s cannot be written to"),
    /** There is too little memory to write the index at all. */
    MEMORY(
        "there is too little memory to write the index in %s; KAIYUAN_JAVA_OPTS=-Xmx1g gives more");

    private final String sentence;

    Problem(String sentence) {
      this.sentence = sentence;
    }
  }

  private final Problem problem;
  private final transient Path directory;

  /**
   * Makes an exception.
   *
   * @param problem what is the matter
   * @param directory the index's folder
   * @param cause what told so, or null
   */
  public IndexException(Problem problem, Path directory, @Nullable Throwable cause) {
    super(problem.sentence.formatted(directory) + reason(problem, cause), cause);
    this.problem = problem;
    this.directory = directory;
  }

  private static String reason(Problem problem, @Nullable Throwable cause) {
    if (problem != Problem.UNWRITABLE || cause == null) {
      return "";
    }
    if (cause instanceof AccessDeniedException) {
      return ": no permission";
    }
    String reason = cause instanceof FileSystemException e ? e.getReason() : cause.getMessage();
    return reason == null ? "" : ": " + reason;
  }

  /** Returns what is the matter. */
  public Problem problem() {
    return problem;
  }

  /** Returns the index's folder. */
  public Path directory() {
    return directory;
  }
}
