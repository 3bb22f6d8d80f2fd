package dev.kaiyuan.document.charset;

import dev.kaiyuan.document.FileProblem;
import java.nio.charset.Charset;
import java.util.List;

/**
 * The text of a file.
 *
 * @param text the characters, without a byte order mark
 * @param charset the name of the encoding
 * @param warnings what was wrong with it
 */
public record DecodedText(String text, String charset, List<FileProblem> warnings) {
  DecodedText(String text, Charset charset) {
    this(text, charset.name(), List.of());
  }
}
