package dev.kaiyuan.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What the file system tells of a file without reading it.
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
  private static final long LATELY = TimeUnit.SECONDS.toNanos(1);
  private static final String UNIX = "unix:size,lastModifiedTime,ctime,ino";

  static FileStamp of(Path file, boolean unix, long now) throws IOException {
    if (!unix) {
      var basic = Files.readAttributes(file, java.nio.file.attribute.BasicFileAttributes.class);
      return of(basic.size(), basic.lastModifiedTime(), basic.creationTime(), 0, now);
    }
    Map<String, Object> told = Files.readAttributes(file, UNIX, new LinkOption[0]);
    return of(
        (Long) told.get("size"),
        (FileTime) told.get("lastModifiedTime"),
        (FileTime) told.get("ctime"),
        (Long) told.get("ino"),
        now);
  }

  private static FileStamp of(
      long size, FileTime modified, FileTime changed, long inode, long now) {
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
