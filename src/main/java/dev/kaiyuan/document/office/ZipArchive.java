package dev.kaiyuan.document.office;

import dev.kaiyuan.document.FileProblem.Kind;
import dev.kaiyuan.document.UnreadableFileException;
import dev.kaiyuan.document.reader.ArticleWriter;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A zip archive in memory, read by its directory. By hand, because the JDK's reader of archives
 * wants a file, its reader of streams cannot go back, and each byte unpacked is to be counted.
 */
final class ZipArchive {
  private static final int END = 0x06054b50;
  private static final int ENTRY = 0x02014b50;
  private static final int ENTRY_SIZE = 46;
  private static final int LOCAL = 0x04034b50;
  private static final int LOCAL_SIZE = 30;
  private static final int END_SIZE = 22;
  private static final int LONGEST_COMMENT = 0xFFFF;
  private static final int STORED = 0;
  private static final int DEFLATED = 8;

  private record Entry(int method, boolean encrypted, int size, int header) {}

  private final ByteBuffer bytes;
  private final ArticleWriter work;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  private ZipArchive(byte[] content, ArticleWriter work) {
    bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    this.work = work;
  }

  /**
   * Returns the archive, or null if it is none.
   *
   * @param work counts each byte that is unpacked
   */
  static @Nullable ZipArchive of(byte[] content, ArticleWriter work) throws IOException {
    if (content.length < 4 || content[0] != 'P' || content[1] != 'K') {
      return null;
    }
    ZipArchive archive = new ZipArchive(content, work);
    archive.readDirectory();
    return archive;
  }

  private void readDirectory() throws IOException {
    int at = bytes.getInt(end() + 16);
    while (at >= 0 && at + ENTRY_SIZE <= bytes.capacity() && bytes.getInt(at) == ENTRY) {
      work.work(ENTRY_SIZE);
      int nameLength = bytes.getShort(at + 28) & 0xFFFF;
      if (at + ENTRY_SIZE + nameLength > bytes.capacity()) {
        break;
      }
      String name = new String(bytes.array(), at + ENTRY_SIZE, nameLength, StandardCharsets.UTF_8);
      Entry entry =
          new Entry(
              bytes.getShort(at + 10),
              (bytes.getShort(at + 8) & 1) != 0,
              bytes.getInt(at + 20),
              bytes.getInt(at + 42));
      entries.putIfAbsent(name.replace('\\', '/'), entry);
      at +=
          ENTRY_SIZE
              + nameLength
              + (bytes.getShort(at + 30) & 0xFFFF)
              + (bytes.getShort(at + 32) & 0xFFFF);
    }
  }

  private int end() throws IOException {
    int last = bytes.capacity() - END_SIZE;
    for (int at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
      if (bytes.getInt(at) == END) {
        return at;
      }
    }
    throw new IOException("the end of the zip archive is missing");
  }

  Set<String> names() {
    return entries.keySet();
  }

  boolean has(String name) {
    return entries.containsKey(name);
  }

  /** Opens an entry, which must be there. */
  InputStream open(String name) throws IOException {
    Entry entry = entries.get(name);
    if (entry == null) {
      throw new IOException("no " + name + " in the zip archive");
    }
    if (entry.encrypted) {
      throw new UnreadableFileException(Kind.PASSWORD.alone());
    }
    int header = entry.header;
    if (header < 0 || header + LOCAL_SIZE > bytes.capacity() || bytes.getInt(header) != LOCAL) {
      throw new IOException("no " + name + " where the zip archive says");
    }
    int start =
        header
            + LOCAL_SIZE
            + (bytes.getShort(header + 26) & 0xFFFF)
            + (bytes.getShort(header + 28) & 0xFFFF);
    int rest = bytes.capacity() - start;
    if (rest < 0) {
      throw new IOException(name + " is cut off");
    }
    return switch (entry.method) {
      case STORED -> {
        int size = entry.size < 0 ? rest : Math.min(entry.size, rest);
        yield new Counted(new ByteArrayInputStream(bytes.array(), start, size));
      }
      // A stream knows its own end, whatever size the directory tells.
      case DEFLATED ->
          new Counted(
              new InflaterInputStream(
                  new ByteArrayInputStream(bytes.array(), start, rest), new Inflater(true)) {
                @Override
                public void close() throws IOException {
                  super.close();
                  inf.end();
                }
              });
      default -> throw new IOException(name + " is packed by method " + entry.method);
    };
  }

  /** Whether an entry has some ASCII characters in it. */
  boolean contains(String name, String ascii) throws IOException {
    byte[] chunk = new byte[1 << 16];
    String seen = "";
    try (InputStream in = open(name)) {
      for (int read; (read = in.readNBytes(chunk, 0, chunk.length)) > 0; ) {
        seen += new String(chunk, 0, read, StandardCharsets.ISO_8859_1);
        if (seen.contains(ascii)) {
          return true;
        }
        seen = seen.substring(Math.max(0, seen.length() - ascii.length()));
      }
    }
    return false;
  }

  /** Returns all bytes of an entry as UTF-8. */
  String text(String name) throws IOException {
    try (InputStream in = open(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Counts what is unpacked. */
  private final class Counted extends FilterInputStream {
    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      work.work(1);
      return super.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = super.read(into, offset, length);
      work.work(Math.max(1, read));
      return read;
    }
  }
}
