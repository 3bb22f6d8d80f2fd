package dev.kaiyuan.document.reader;

import dev.kaiyuan.document.Format;
import dev.kaiyuan.document.UnreadableFileException;
import dev.kaiyuan.document.charset.TextDecoder;

/**
 * A file to be read.
 *
 * @param name the file's name, without folders
 * @param format the format that the name tells
 * @param content all bytes of the file; not to be changed
 * @param text the same as text, its lines ended by {@code '\n'}; empty for a format that is not
 *     text
 */
public record SourceFile(String name, Format format, byte[] content, String text) {
  /**
   * Returns bytes as text, in the encoding that they seem to be in.
   *
   * @throws UnreadableFileException if they seem to be no text
   */
  public static String decoded(byte[] bytes) throws UnreadableFileException {
    return TextDecoder.decode(bytes, false).text();
  }
}
