package dev.kaiyuan.document;

/**
 * Reads articles from the bytes of files.
 *
 * <p>Thread-safe: it holds no state.
 */
public final class ArticleReader {
  /**
   * Reads one file.
   *
   * @param fileName the file's name, with its ending, which tells the format
   * @param content all bytes of the file
   * @return what the file says
   * @throws UnreadableFileException if the file is binary or can't be decoded
   */
  public Article read(String fileName, byte[] content) throws UnreadableFileException {
    throw new UnreadableFileException(fileName);
  }
}
