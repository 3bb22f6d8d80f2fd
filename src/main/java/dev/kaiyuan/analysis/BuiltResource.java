package dev.kaiyuan.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reads a file that the build put beside this class. */
final class BuiltResource {
  private BuiltResource() {}

  /**
   * The whole file.
   *
   * @throws IllegalStateException if the program was put together without it
   */
  static byte[] read(String name) {
    try (InputStream in = BuiltResource.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(
            name + " is missing from the program; build it with: mvn package");
      }
      // One array of the right size where the length is known, as it is in a jar and in a folder.
      byte[] bytes = new byte[in.available()];
      int length = in.readNBytes(bytes, 0, bytes.length);
      byte[] rest = in.readAllBytes();
      if (rest.length == 0 && length == bytes.length) {
        return bytes;
      }
      byte[] whole = new byte[length + rest.length];
      System.arraycopy(bytes, 0, whole, 0, length);
      System.arraycopy(rest, 0, whole, length, rest.length);
      return whole;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot read " + name + " from the program; build it with: mvn package", e);
    }
  }
}
