package dev.kaiyuan.analysis.segmenter;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A file of one's own words that cannot be understood; the message names the file, the line and
 * what to write.
 */
public final class MalformedDictionaryException extends IOException {
  private static final long serialVersionUID = 1L;

  MalformedDictionaryException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
