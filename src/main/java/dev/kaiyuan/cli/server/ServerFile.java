package dev.kaiyuan.cli.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/**
 * The file by which commands find the server of the same user: its port, secret and process id.
 * Only the user can read it. It has the modification time of the program's jar, so that commands of
 * another version ignore it.
 *
 * @param port the port
 * @param secret the secret that a request must contain
 * @param process the process id of the server
 */
public record ServerFile(int port, String secret, long process) {
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

  /**
   * Writes the file, and creates its folders.
   *
   * @throws IOException if other users could write to its folder
   */
  public void write(Path file, Path jar) throws IOException {
    FileAttribute<Set<PosixFilePermission>> closed = PosixFilePermissions.asFileAttribute(FOLDER);
    Path folder = Files.createDirectories(file.toAbsolutePath().getParent(), closed);
    Path draft =
        Files.createTempFile(folder, "server", "", PosixFilePermissions.asFileAttribute(FILE));
    try {
      boolean isOwn =
          Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(draft));
      if (!isOwn || !FOLDER.containsAll(Files.getPosixFilePermissions(folder))) {
        throw new IOException(folder + " is open to others");
      }
      Files.writeString(draft, port + "\n" + secret + "\n" + process + "\n");
      Files.setLastModifiedTime(draft, Files.getLastModifiedTime(jar));
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /**
   * Reads the file.
   *
   * @throws IOException if it is missing, readable by others, or of another version
   */
  public static ServerFile read(Path file, Path jar) throws IOException {
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    boolean isSafe = FILE.containsAll(Files.getPosixFilePermissions(file));
    if (lines.size() != 3
        || !isSafe
        || !Files.getLastModifiedTime(file).equals(Files.getLastModifiedTime(jar))) {
      throw new IOException(file + " is of another version");
    }
    return new ServerFile(
        Integer.parseInt(lines.get(0)), lines.get(1), Long.parseLong(lines.get(2)));
  }
}
