package dev.kaiyuan.document;

import java.io.IOException;

/** Tells that a file holds no text that can be read, and why. */
public final class UnreadableFileException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient FileProblem problem;

  /**
   * Makes an exception.
   *
   * @param problem what is wrong with the file
   */
  public UnreadableFileException(FileProblem problem) {
    super(problem.toString());
    this.problem = problem;
  }

  /** Returns what is wrong with the file. */
  public FileProblem problem() {
    return problem;
  }
}
