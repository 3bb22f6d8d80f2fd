package dev.kaiyuan.cli;

import org.jspecify.annotations.Nullable;

/** Tells the person what was wrong and what to do next. */
final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Object[] arguments;

  /**
   * Makes an exception.
   *
   * @param key the name of the message
   * @param arguments what stands in its gaps, first the option that was wrong if it was one
   */
  CommandException(String key, Object... arguments) {
    super(key);
    this.arguments = arguments;
  }

  CommandException because(Throwable cause) {
    initCause(cause);
    return this;
  }

  /** The option that was wrong, or null. */
  @Nullable String option() {
    return arguments.length > 0 && arguments[0] instanceof String first && first.startsWith("--")
        ? first
        : null;
  }

  String key() {
    return getMessage();
  }

  Object[] arguments() {
    return arguments;
  }
}
