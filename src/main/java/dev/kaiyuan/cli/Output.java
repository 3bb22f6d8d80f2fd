package dev.kaiyuan.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * Standard output, of which nothing is lost in silence. A {@link java.io.PrintStream} swallows each
 * {@link IOException}, so what cannot be written ends the command by an exception that it lets
 * through; whatever is written later goes nowhere.
 */
final class Output extends FilterOutputStream {
  private boolean isLost;

  Output(OutputStream out) {
    super(out);
  }

  /** Something could not be written. */
  static final class Lost extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    private Lost(IOException why) {
      super(why);
    }

    /**
     * Whether the reader has gone, as {@code head} does when it has read enough. Only the system's
     * words for it tell, in the language of the locale.
     */
    boolean isClosedPipe() {
      String why = String.valueOf(getCause().getMessage());
      return why.contains("ipe") || why.contains("管");
    }
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int start, int length) {
    try {
      if (!isLost) {
        out.write(bytes, start, length);
      }
    } catch (IOException e) {
      throw lost(e);
    }
  }

  @Override
  public void flush() {
    try {
      if (!isLost) {
        out.flush();
      }
    } catch (IOException e) {
      throw lost(e);
    }
  }

  private Lost lost(IOException why) {
    isLost = true;
    return new Lost(why);
  }
}
