package dev.kaiyuan.analysis.folding;

import java.io.Closeable;
import java.io.EOFException;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.CodeSource;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** A file that the build put beside this class: bytes, or arrays of little-endian numbers. */
public final class BuiltResource implements Closeable {
  private static final String FOLDER = "dev/kaiyuan/analysis/";

  /** Larger pieces are read into memory that the system has to clear first. */
  private static final int PIECE = 1 << 16;

  private final InputStream input;
  private final @Nullable ZipFile jar;
  private final byte[] piece = new byte[PIECE];

  private BuiltResource(InputStream input, @Nullable ZipFile jar) {
    this.input = input;
    this.jar = jar;
  }

  /**
   * Opens a file.
   *
   * @throws IllegalStateException if the program was put together without it
   */
  public static BuiltResource open(String name) throws IOException {
    BuiltResource resource = openInPlace(name);
    if (resource == null) {
      InputStream input = BuiltResource.class.getResourceAsStream("/dev/kaiyuan/analysis/" + name);
      if (input == null) {
        throw new IllegalStateException(
            name + " is missing from the program; build it with: mvn package");
      }
      resource = new BuiltResource(input, null);
    }
    return resource;
  }

  /**
   * Opens a file of the jar or folder that this class is from. A class loader looks into each
   * module of the JDK first, which takes longer than all else until the first word is found.
   *
   * @return null where this class is from something else, or the file is not there
   */
  private static @Nullable BuiltResource openInPlace(String name) throws IOException {
    CodeSource source = BuiltResource.class.getProtectionDomain().getCodeSource();
    URL location = source == null ? null : source.getLocation();
    if (location == null || !location.getProtocol().equals("file")) {
      return null;
    }
    File place;
    try {
      place = new File(location.toURI());
    } catch (URISyntaxException | IllegalArgumentException e) {
      // Not escaped, or on another machine: the class loader can read it.
      return null;
    }
    if (place.isDirectory()) {
      File file = new File(place, FOLDER + name);
      return file.isFile() ? new BuiltResource(new FileInputStream(file), null) : null;
    }
    ZipFile jar = new ZipFile(place);
    ZipEntry entry = jar.getEntry(FOLDER + name);
    if (entry == null) {
      jar.close();
      return null;
    }
    return new BuiltResource(jar.getInputStream(entry), jar);
  }

  /** The failure to read a file, which no caller can do anything about. */
  public static UncheckedIOException unreadable(String name, IOException cause) {
    return new UncheckedIOException(
        "cannot read " + name + " from the program; build it with: mvn package", cause);
  }

  /**
   * The whole file.
   *
   * @throws IllegalStateException if the program was put together without it
   */
  public static byte[] read(String name) {
    try (BuiltResource resource = open(name)) {
      return resource.bytes();
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  private byte[] bytes() throws IOException {
    // The length is known in a jar and in a folder.
    byte[] bytes = new byte[input.available()];
    int length = 0;
    int count;
    while (length < bytes.length
        && (count = input.read(bytes, length, Math.min(PIECE, bytes.length - length))) > 0) {
      length += count;
    }
    byte[] rest = input.readAllBytes();
    if (length == bytes.length && rest.length == 0) {
      return bytes;
    }
    byte[] whole = Arrays.copyOf(bytes, length + rest.length);
    System.arraycopy(rest, 0, whole, length, rest.length);
    return whole;
  }

  /** The next number of the file. */
  public int number() throws IOException {
    return next(Integer.BYTES).getInt();
  }

  /** The next numbers of eight bytes. */
  public long[] longs(int length) throws IOException {
    long[] numbers = new long[length];
    for (int done = 0; done < length; ) {
      int count = Math.min(PIECE / Long.BYTES, length - done);
      next(count * Long.BYTES).asLongBuffer().get(numbers, done, count);
      done += count;
    }
    return numbers;
  }

  /** The next floating-point numbers of eight bytes. */
  public double[] doubles(int length) throws IOException {
    double[] numbers = new double[length];
    for (int done = 0; done < length; ) {
      int count = Math.min(PIECE / Double.BYTES, length - done);
      next(count * Double.BYTES).asDoubleBuffer().get(numbers, done, count);
      done += count;
    }
    return numbers;
  }

  /** The next numbers of four bytes. */
  public int[] ints(int length) throws IOException {
    int[] numbers = new int[length];
    for (int done = 0; done < length; ) {
      int count = Math.min(PIECE / Integer.BYTES, length - done);
      next(count * Integer.BYTES).asIntBuffer().get(numbers, done, count);
      done += count;
    }
    return numbers;
  }

  /** The next numbers of two bytes. */
  public char[] chars(int length) throws IOException {
    char[] numbers = new char[length];
    for (int done = 0; done < length; ) {
      int count = Math.min(PIECE / Character.BYTES, length - done);
      next(count * Character.BYTES).asCharBuffer().get(numbers, done, count);
      done += count;
    }
    return numbers;
  }

  private ByteBuffer next(int size) throws IOException {
    if (input.readNBytes(piece, 0, size) < size) {
      throw new EOFException("it is cut short");
    }
    return ByteBuffer.wrap(piece, 0, size).order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public void close() throws IOException {
    input.close();
    if (jar != null) {
      jar.close();
    }
  }
}
