package dev.kaiyuan.cli;

/** Tells the person what was wrong and what to do next. */
final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Object[] arguments;

  /**
   * Makes an exception.
   *
   * @param key the name of the message
   * @param arguments what stands in its gaps
   */
  CommandException(String key, Object... arguments) {
    super(key);
    this.arguments = arguments;
  }

  CommandException because(Throwable cause) {
    initCause(cause);
    return this;
  }

  String key() {
    return getMessage();
  }

  Object[] arguments() {
    return arguments;
  }
}
