package dev.kaiyuan.server;

import dev.kaiyuan.output.Messages;

/** Says what is wrong with a value that a door was given. */
public final class WrongParameterException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Object[] arguments;

  /**
   * Makes an exception.
   *
   * @param key the name of the message
   * @param arguments what is in its gaps
   */
  public WrongParameterException(String key, Object... arguments) {
    super(key);
    this.arguments = arguments;
  }

  /** Returns what is wrong, in the language of the messages. */
  public String text(Messages messages) {
    return messages.text(getMessage(), arguments);
  }
}
