package dev.kaiyuan.cli.context;

import org.jspecify.annotations.Nullable;

/** A mistake of the user, with a message that says what to do next. */
public final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Object[] arguments;

  /**
   * Creates an exception.
   *
   * @param key the name of the message
   * @param arguments the values of its placeholders; first the option, if an option was wrong
   */
  public CommandException(String key, Object... arguments) {
    super(key);
    this.arguments = arguments;
  }

  public CommandException because(Throwable cause) {
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
