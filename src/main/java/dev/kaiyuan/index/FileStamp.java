package dev.kaiyuan.index;

import java.nio.file.attribute.FileTime;
import java.util.concurrent.TimeUnit;

/**
 * What the file system tells of a file's content without reading it.
 *
 * <p>Beside size and time of the content it takes in, where the system has it, the time of the last
 * change of the file's entry and the number of its inode: an edit that keeps size and time, or
 * another file moved into its place, still gives another stamp.
 *
 * @param size bytes
 * @param value a mix of all that is told; 0 when the file changed so lately that a further edit
 *     might leave the stamp as it is, so that only its content can tell
 */
record FileStamp(long size, long value) {
  /** Of a file about which nothing could be learnt. */
  static final FileStamp UNKNOWN = new FileStamp(0, 0);

  /** The coarsest clock of a file system in use, FAT's, steps by two seconds. */
  private static final long LATELY = TimeUnit.SECONDS.toNanos(2);

  /**
   * Makes a stamp.
   *
   * @param changed when the file's entry changed, or was made where the system tells nothing else
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

  /** Whether the stamp alone proves that the file is as it was when the other was taken. */
  boolean proves(long earlier) {
    return value != 0 && value == earlier;
  }

  static long now() {
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
