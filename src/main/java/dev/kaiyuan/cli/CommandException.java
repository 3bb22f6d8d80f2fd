package dev.kaiyuan.cli;

import org.jspecify.annotations.Nullable;

/** A mistake of the user, with a message that says what to do next. */
final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Object[] arguments;

  /**
   * Creates an exception.
   *
   * @param key the name of the message
   * @param arguments the values of its placeholders; first the option, if an option was wrong
   */
  CommandException(String key, Object... arguments) {
    super(key);
    this.arguments = arguments;
  }

  CommandException because(Throwable cause) {
    initCause(cause);
    return this;
  }

  /** Returns the option that was wrong, or null. */
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
