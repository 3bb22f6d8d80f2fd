package dev.kaiyuan.meaning;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * Files of the class path, unpacked once for all processes to come: what is native can't be loaded
 * out of a jar, and inflating a model takes longer than a search. Thread-safe, and safe beside
 * other processes.
 */
final class UnpackedFiles {
  private final ClassLoader loader;
  private final Path cache;

  /**
   * Makes an unpacker.
   *
   * @param cache the folder to unpack to, which need not exist
   */
  UnpackedFiles(ClassLoader loader, Path cache) {
    this.loader = loader;
    this.cache = cache;
  }

  /**
   * The folder for what this user can do without: {@code kaiyuan} in {@code XDG_CACHE_HOME}, else
   * in {@code .cache} at home; as the XDG rules have it, a relative value is ignored.
   */
  static Path ofUser() {
    String set = System.getenv("XDG_CACHE_HOME");
    if (set == null || !Path.of(set).isAbsolute()) {
      set = System.getenv("LOCALAPPDATA");
    }
    Path folder =
        set != null && Path.of(set).isAbsolute()
            ? Path.of(set)
            : Path.of(System.getProperty("user.home"), ".cache");
    return folder.resolve("kaiyuan").resolve("models");
  }

  /** Makes a file out of a resource. */
  interface Maker {
    void make(Path file) throws IOException;
  }

  /**
   * A resource as it is on the class path.
   *
   * @param crc the checksum that tells it from another version of it
   * @param bytes its size
   */
  record Resource(URL url, int crc, long bytes) {}

  /** Returns a copy of a resource, which is made where it is not there yet or cut off. */
  Path copy(Resource resource, String folder, String name) throws ModelException {
    Maker maker =
        to -> {
          try (InputStream in = resource.url.openStream()) {
            Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
          }
        };
    Path copy = file(folder, name, maker);
    return copy.toFile().length() == resource.bytes ? copy : remade(folder, name, maker);
  }

  /**
   * Returns a resource of the class path.
   *
   * @throws ModelException if there is none
   */
  Resource resource(String name) throws ModelException {
    URL url = loader.getResource(name);
    if (url == null) {
      throw new ModelException(ModelException.Problem.MISSING, name, null);
    }
    try {
      URLConnection connection = url.openConnection();
      if (connection instanceof JarURLConnection jar) {
        return new Resource(url, (int) jar.getJarEntry().getCrc(), jar.getJarEntry().getSize());
      }
      CRC32 crc = new CRC32();
      try (InputStream in = new CheckedInputStream(url.openStream(), crc)) {
        long bytes = in.transferTo(OutputStream.nullOutputStream());
        return new Resource(url, (int) crc.getValue(), bytes);
      }
    } catch (IOException e) {
      throw new ModelException(ModelException.Problem.DAMAGED, url.toString(), e);
    }
  }

  /** Returns a folder of the cache by its name. */
  Path folder(String name) {
    return cache.resolve(name);
  }

  /**
   * Returns a file of the cache, which is made where it is not there yet: beside its place first,
   * so that whoever finds it finds it whole.
   *
   * @param folder the folder's name within the cache
   * @param name the file's name
   */
  Path file(String folder, String name, Maker maker) throws ModelException {
    Path file = folder(folder).resolve(name);
    return Files.exists(file) ? file : remade(folder, name, maker);
  }

  /**
   * Returns a file of the cache, which is made even where it is there: what is there is damaged.
   */
  Path remade(String folder, String name, Maker maker) throws ModelException {
    Path file = folder(folder).resolve(name);
    try {
      Files.createDirectories(file.getParent());
      Path part = Files.createTempFile(file.getParent(), name, ".part");
      try {
        maker.make(part);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
      return file;
    } catch (ModelException e) {
      throw e;
    } catch (IOException e) {
      throw new ModelException(ModelException.Problem.NOT_UNPACKED, file.toString(), e);
    }
  }
}
