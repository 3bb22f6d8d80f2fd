package dev.kaiyuan.meaning;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A model can't be used; everything that needs none goes on. */
public final class ModelException extends IOException {
  private static final long serialVersionUID = 1;

  private final Problem problem;

  /** Why. */
  public enum Problem {
    /** The runtime, or a model, is not on the class path. */
    MISSING,
    /** There is no runtime for this operating system and processor. */
    UNSUPPORTED,
    /** A file of it is damaged. */
    DAMAGED,
    /** The files could not be unpacked. */
    NOT_UNPACKED
  }

  /**
   * Makes an exception.
   *
   * @param problem why
   * @param what the file or library that is meant
   */
  ModelException(Problem problem, String what, @Nullable Throwable cause) {
    super(what, cause);
    this.problem = problem;
  }

  /** Returns why the model can't be used; the message names the file or library. */
  public Problem problem() {
    return problem;
  }
}
