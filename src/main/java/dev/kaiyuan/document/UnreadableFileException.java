package dev.kaiyuan.document;

import java.io.IOException;

/** Tells that a file holds no text that can be read, and why, in words for a person. */
public final class UnreadableFileException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception.
   *
   * @param reason what is wrong with the file, without its name, such as "binary file"
   */
  public UnreadableFileException(String reason) {
    super(reason);
  }
}
