package dev.kaiyuan.document.reader;

import dev.kaiyuan.document.Format;
import dev.kaiyuan.document.UnreadableFileException;
import java.io.IOException;
import java.util.Set;

/**
 * Reads files of formats that {@link ArticleReader} does not read itself. Readers are found by
 * {@link java.util.ServiceLoader} once a file of such a format comes, not before.
 *
 * <p>Implementations are thread-safe and hold no state of a file. They open no other file and no
 * connection.
 */
public interface FormatReader {
  /** Returns the formats that this reader reads. */
  Set<Format> formats();

  /**
   * Reads a file.
   *
   * @param file the file
   * @param to takes what the file says, in the order in which people read it
   * @throws UnreadableFileException if the file cannot be read; what was given until then is lost
   * @throws IOException if the file is damaged in the middle, or {@code to} has had enough; what
   *     was given until then is kept
   */
  void read(SourceFile file, ArticleWriter to) throws IOException;
}
