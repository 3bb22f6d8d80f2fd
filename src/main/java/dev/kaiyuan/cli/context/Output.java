package dev.kaiyuan.cli.context;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * Standard output that reports failures. A {@link java.io.PrintStream} swallows every {@link
 * IOException}, so a failed write throws an unchecked exception, which ends the command. Later
 * writes are ignored.
 */
public final class Output extends FilterOutputStream {
  private boolean isLost;

  public Output(OutputStream out) {
    super(out);
  }

  /** A write has failed. */
  public static final class Lost extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    private Lost(IOException why) {
      super(why);
    }

    /**
     * Whether the reader has closed the pipe, as {@code head} does. Only the message of the system
     * tells, which is in the language of the locale.
     */
    public boolean isClosedPipe() {
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
