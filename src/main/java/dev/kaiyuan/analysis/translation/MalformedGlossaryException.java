package dev.kaiyuan.analysis.translation;

import java.io.IOException;

/**
 * A line of a glossary that cannot be understood; the message names the file, the line and what to
 * write.
 */
public final class MalformedGlossaryException extends IOException {
  private static final long serialVersionUID = 1L;

  MalformedGlossaryException(String file, int line, String problem) {
    super(
        file
            + ", line "
            + line
            + ": "
            + problem
            + "; write for example: 开源 开放源代码 = open source, open-source");
  }
}
