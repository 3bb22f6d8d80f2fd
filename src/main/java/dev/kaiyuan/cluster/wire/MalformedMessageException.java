package dev.kaiyuan.cluster.wire;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Says that a message is not what it should be: no JSON, or a value of another kind. */
public final class MalformedMessageException extends IOException {
  private static final long serialVersionUID = 1L;

  MalformedMessageException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
