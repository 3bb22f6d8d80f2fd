package dev.kaiyuan.server;

import dev.kaiyuan.index.IndexException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Objects;
import org.apache.lucene.index.SegmentInfos;
import org.jspecify.annotations.Nullable;

/**
 * Tells one commit of an index from every other, also where the index was deleted and made again.
 *
 * @param file the name of the commit's file
 * @param key what the file system calls the file, or null where it has no such name
 * @param made when the commit was made
 */
record CommitStamp(String file, @Nullable Object key, Instant made) {
  /**
   * Returns the stamp of the newest commit.
   *
   * @throws IndexException if there is no index
   */
  static CommitStamp of(Path directory) throws IOException {
    while (true) {
      String[] files = directory.toFile().list();
      String newest = files == null ? null : SegmentInfos.getLastCommitSegmentsFileName(files);
      if (newest == null) {
        throw new IndexException(IndexException.Problem.MISSING, directory, null);
      }
      try {
        BasicFileAttributes commit =
            Files.readAttributes(directory.resolve(newest), BasicFileAttributes.class);
        return new CommitStamp(newest, commit.fileKey(), commit.lastModifiedTime().toInstant());
      } catch (NoSuchFileException replaced) {
        // A newer commit has taken its place, or the index is gone: the next look tells.
        continue;
      }
    }
  }

  /** Returns a short text that differs where the stamp does. */
  String text() {
    return file + "-" + Integer.toHexString(Objects.hash(key, made));
  }
}
