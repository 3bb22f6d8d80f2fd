package dev.kaiyuan.document.mail;

import dev.kaiyuan.document.FileProblem.Kind;
import dev.kaiyuan.document.Format;
import dev.kaiyuan.document.UnreadableFileException;
import dev.kaiyuan.document.reader.ArticleWriter;
import dev.kaiyuan.document.reader.FormatReader;
import dev.kaiyuan.document.reader.SourceFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/** Reads messages and boxes of them. Stateless and thread-safe. */
public final class MailReader implements FormatReader {
  private static final byte[] FROM = "From ".getBytes(StandardCharsets.US_ASCII);

  /** Makes a reader; loads nothing of Mime4j. */
  public MailReader() {}

  @Override
  public Set<Format> formats() {
    return Set.of(Format.EML, Format.MBOX);
  }

  @Override
  public void read(SourceFile file, ArticleWriter to) throws IOException {
    byte[] content = file.content();
    if (file.format() == Format.EML) {
      new Message(to).read(new ByteArrayInputStream(content), true);
      return;
    }
    if (!isFrom(content, 0)) {
      throw new UnreadableFileException(Kind.VERSION.of("no line that begins with From"));
    }
    to.title(file.name().replaceFirst("^.*/", "").replaceFirst("(?i)\\.mbox$", ""));
    int number = 0;
    for (int start = 0; start < content.length; ) {
      int headers = lineEnd(content, start);
      int end = headers;
      while (end < content.length && !isFrom(content, end)) {
        end = lineEnd(content, end);
      }
      to.place(++number);
      new Message(to).read(new ByteArrayInputStream(content, headers, end - headers), false);
      start = end;
    }
  }

  /** Behind an empty line such a line begins a message; within one it is written as >From. */
  private static boolean isFrom(byte[] content, int at) {
    return at + FROM.length <= content.length
        && Arrays.equals(content, at, at + FROM.length, FROM, 0, FROM.length)
        && (at < 2 || content[at - 2] == '\n' || at > 3 && content[at - 3] == '\n');
  }

  private static int lineEnd(byte[] content, int start) {
    int end = start;
    while (end < content.length && content[end] != '\n') {
      end++;
    }
    return Math.min(content.length, end + 1);
  }
}
