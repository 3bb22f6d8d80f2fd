package dev.kaiyuan.index;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.store.Directory;

/** Opens the files of an index, and says in a person's words why they can't be. */
public final class IndexFiles {
  private IndexFiles() {}

  /**
   * Opens a reader on the last commit.
   *
   * @param folder the index's folder, for messages
   * @param directory the same as Lucene sees it
   * @throws IndexException if there is no index, or none that can be read
   */
  public static DirectoryReader open(Path folder, Directory directory) throws IOException {
    try {
      return DirectoryReader.open(directory);
    } catch (IndexNotFoundException e) {
      throw new IndexException(IndexException.Problem.MISSING, folder, e);
    } catch (IndexFormatTooOldException | IndexFormatTooNewException e) {
      throw new IndexException(IndexException.Problem.INCOMPATIBLE, folder, e);
    } catch (CorruptIndexException
        | java.io.EOFException
        | java.nio.file.NoSuchFileException
        | IllegalArgumentException e) {
      throw new IndexException(IndexException.Problem.DAMAGED, folder, e);
    }
  }

  /** Refuses a folder in which something lies that is not an index's. */
  static void refuseForeign(Path folder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        if (!name.equals("write.lock") && !name.startsWith(".") && !isLuceneFile(name)) {
          throw new IndexException(IndexException.Problem.FOREIGN, folder, null);
        }
      }
    }
  }

  private static boolean isLuceneFile(String name) {
    return name.startsWith("segments")
        || name.startsWith("pending_segments")
        || name.startsWith("_");
  }
}
