package dev.kaiyuan.index.folder;

import java.nio.file.attribute.FileTime;
import java.util.concurrent.TimeUnit;

/**
 * A number that changes when a file changes, made without reading the file.
 *
 * <p>Besides size and time of the content it includes, if the system has them, the time of the last
 * change of the inode and its number. So an edit that keeps size and time, or another file moved to
 * the same path, gives another stamp.
 *
 * @param size bytes
 * @param value a hash of all of these; 0 if the file changed so recently that another edit might
 *     give the same stamp, so that its content must be compared
 */
public record FileStamp(long size, long value) {
  /** The stamp of a file whose attributes could not be read. */
  public static final FileStamp UNKNOWN = new FileStamp(0, 0);

  /** The resolution of FAT, the coarsest file system in use: two seconds. */
  private static final long LATELY = TimeUnit.SECONDS.toNanos(2);

  /**
   * Makes a stamp.
   *
   * @param changed the time of the last change of the inode, or of its creation
   * @param now the time before the file was looked at, in nanoseconds since 1970
   */
  static FileStamp of(long size, FileTime modified, FileTime changed, long inode, long now) {
    long latest = Math.max(nanos(modified), nanos(changed));
    if (now - latest < LATELY) {
      return new FileStamp(size, 0);
    }
    long value = mix(mix(mix(mix(1, size), nanos(modified)), nanos(changed)), inode);
    return new FileStamp(size, value == 0 ? 1 : value);
  }

  /** Whether the stamp proves that a file has not changed since another stamp. */
  public boolean proves(long earlier) {
    return value != 0 && value == earlier;
  }

  public static long now() {
    return TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
  }

  private static long nanos(FileTime time) {
    return time.to(TimeUnit.NANOSECONDS);
  }

  /** One round of the finaliser of SplitMix64 (Steele, Lea and Flood 2014) over a running sum. */
  private static long mix(long sum, long next) {
    long z = (sum ^ next) + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
