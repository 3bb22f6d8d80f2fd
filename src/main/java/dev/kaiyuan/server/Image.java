package dev.kaiyuan.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An image that belongs to an article.
 *
 * @param type its media type
 * @param bytes the whole file
 */
public record Image(String type, byte[] bytes) {
  private static final long MOST_BYTES = 32L << 20;

  private static final Map<String, String> TYPES =
      Map.of(
          "png", "image/png",
          "jpg", "image/jpeg",
          "jpeg", "image/jpeg",
          "gif", "image/gif",
          "webp", "image/webp",
          "avif", "image/avif",
          "bmp", "image/bmp",
          "svg", "image/svg+xml");

  /** Returns the media type that a file's name tells, or null where it is no image's. */
  static @Nullable String type(String fileName) {
    String ending = fileName.substring(fileName.lastIndexOf('.') + 1);
    return TYPES.get(ending.toLowerCase(Locale.ROOT));
  }

  /** Reads a file, or returns null where it is no image or too large to be shown. */
  static @Nullable Image read(Path file) throws IOException {
    String type = type(file.toString());
    if (type == null || Files.size(file) > MOST_BYTES) {
      return null;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return new Image(type, in.readNBytes((int) MOST_BYTES));
    }
  }
}
