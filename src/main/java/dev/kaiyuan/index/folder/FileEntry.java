package dev.kaiyuan.index.folder;

import dev.kaiyuan.document.FileProblem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;

/**
 * What the file system says of a path, asked once and without opening it.
 *
 * @param kind what it is
 * @param stamp changes when the file changes
 */
public record FileEntry(Kind kind, FileStamp stamp) {
  /** The kinds of paths; only files are opened. */
  enum Kind {
    FILE,
    FOLDER,
    LINK,
    /** A device, a pipe, a socket. */
    OTHER
  }

  private static final boolean UNIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("unix");
  private static final String TOLD = "unix:mode,size,lastModifiedTime,ctime,ino";

  /** The bits of a mode that are the kind, and three of the kinds. */
  private static final int KINDS = 0170000;

  private static final int FILE = 0100000;
  private static final int FOLDER = 0040000;
  private static final int LINK = 0120000;

  /** Reads the attributes of a path itself, also of a link. */
  public static FileEntry of(Path path, long now) throws IOException {
    if (!UNIX) {
      BasicFileAttributes basic =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      Kind kind = kind(basic.isRegularFile(), basic.isDirectory(), basic.isSymbolicLink());
      return new FileEntry(
          kind, FileStamp.of(basic.size(), basic.lastModifiedTime(), basic.creationTime(), 0, now));
    }
    Map<String, Object> told = Files.readAttributes(path, TOLD, LinkOption.NOFOLLOW_LINKS);
    int bits = (Integer) told.get("mode") & KINDS;
    Kind kind = kind(bits == FILE, bits == FOLDER, bits == LINK);
    if (kind != Kind.FILE) {
      return new FileEntry(kind, FileStamp.UNKNOWN);
    }
    return new FileEntry(
        kind,
        FileStamp.of(
            (Long) told.get("size"),
            (FileTime) told.get("lastModifiedTime"),
            (FileTime) told.get("ctime"),
            (Long) told.get("ino"),
            now));
  }

  /** Returns the problem of a path that could not be read. */
  public static FileProblem problem(IOException e) {
    if (e instanceof AccessDeniedException) {
      return IndexingProblem.PERMISSION.alone();
    }
    String reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
    return IndexingProblem.UNREADABLE.of(String.valueOf(reason));
  }

  private static Kind kind(boolean file, boolean folder, boolean link) {
    return file ? Kind.FILE : folder ? Kind.FOLDER : link ? Kind.LINK : Kind.OTHER;
  }
}
