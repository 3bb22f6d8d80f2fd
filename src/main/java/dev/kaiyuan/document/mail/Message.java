package dev.kaiyuan.document.mail;

import dev.kaiyuan.document.UnreadableFileException;
import dev.kaiyuan.document.reader.ArticleWriter;
import dev.kaiyuan.document.reader.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.parser.AbstractContentHandler;
import org.apache.james.mime4j.parser.MimeStreamParser;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.jspecify.annotations.Nullable;

/** One message: who wrote to whom, its subject, and the text of its parts. */
final class Message {
  private static final Pattern DATE =
      Pattern.compile("(\\d{1,2})\\s+([A-Za-z]{3})[a-z]*\\s+(\\d{4})");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
  private static final Pattern ADDRESS = Pattern.compile("\\s*<[^<>]*>|\"");

  private final ArticleWriter to;

  Message(ArticleWriter to) {
    this.to = to;
  }

  /**
   * Reads the message.
   *
   * @param alone whether it is all of the file, which is called as it is then
   */
  void read(InputStream in, boolean alone) throws IOException {
    MimeConfig limits =
        MimeConfig.custom()
            .setMaxLineLen(-1)
            .setMaxHeaderLen(100_000)
            .setMaxHeaderCount(2000)
            .build();
    MimeStreamParser parser = new MimeStreamParser(limits);
    parser.setContentDecoding(true);
    parser.setContentHandler(new Parts(alone));
    try {
      parser.parse(in);
    } catch (MimeException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      throw new IOException(e.getMessage(), e);
    }
  }

  private final class Parts extends AbstractContentHandler {
    private final boolean alone;
    private final Deque<Boolean> alternatives = new ArrayDeque<>();
    private int messages;
    private boolean plainSeen;
    private String subject = "";
    private String date = "";
    private final StringBuilder people = new StringBuilder();

    Parts(boolean alone) {
      this.alone = alone;
    }

    @Override
    public void startMessage() {
      messages++;
    }

    @Override
    public void field(Field field) {
      String value = DecoderUtil.decodeEncodedWords(field.getBody(), DecodeMonitor.SILENT).strip();
      switch (field.getName().toLowerCase(Locale.ROOT)) {
        case "subject" -> subject = value;
        case "date" -> date = value;
        case "from" -> {
          if (alone && messages == 1) {
            to.authors(ADDRESS.matcher(value).replaceAll(""));
          }
          people.append("From: ").append(value).append('\n');
        }
        case "to", "cc" -> people.append(field.getName()).append(": ").append(value).append('\n');
        default -> {}
      }
    }

    @Override
    public void endHeader() throws MimeException {
      if (people.isEmpty() && subject.isEmpty()) {
        return;
      }
      try {
        if (alone && messages == 1) {
          to.title(subject);
          to.date(day(date));
        }
        to.heading(alone ? 1 : 2, subject);
        for (String line : people.toString().split("\n")) {
          to.paragraph(line);
        }
      } catch (IOException e) {
        throw new MimeException(e);
      }
      subject = "";
      people.setLength(0);
    }

    @Override
    public void startMultipart(BodyDescriptor descriptor) {
      alternatives.push("alternative".equals(descriptor.getSubType()));
      plainSeen = false;
    }

    @Override
    public void endMultipart() {
      alternatives.poll();
    }

    @Override
    public void body(BodyDescriptor descriptor, InputStream in) throws MimeException, IOException {
      boolean plain = "text/plain".equals(descriptor.getMimeType());
      boolean html = "text/html".equals(descriptor.getMimeType());
      boolean again = Boolean.TRUE.equals(alternatives.peek()) && plainSeen;
      if (!plain && !html || html && again) {
        return;
      }
      String text = text(in.readAllBytes(), descriptor.getCharset());
      if (html) {
        to.html(text);
      } else {
        plainSeen = true;
        plain(text);
      }
    }
  }

  /** Lines of a paragraph are put together, quotations lose their marks. */
  private void plain(String text) throws IOException {
    for (String paragraph : text.replace("\r", "").split("\n[ \t>]*\n")) {
      for (String line : paragraph.split("\n")) {
        if (line.equals("-- ")) {
          to.paragraph("");
        }
        to.words(line.replaceFirst("^(?:>[ ]?)+", "") + "\n");
      }
      to.paragraph("");
    }
  }

  private static String text(byte[] bytes, @Nullable String charset) throws IOException {
    Charset named = charset(charset);
    return named == null ? guessed(bytes) : new String(bytes, named);
  }

  private static String guessed(byte[] bytes) {
    try {
      return SourceFile.decoded(bytes);
    } catch (UnreadableFileException e) {
      return "";
    }
  }

  private static @Nullable Charset charset(@Nullable String name) {
    if (name == null || name.equalsIgnoreCase("us-ascii")) {
      return null;
    }
    boolean chinese = name.toLowerCase(Locale.ROOT).matches("gb2312|gbk|gb_2312-80|x-gbk");
    try {
      return Charset.forName(chinese ? "GB18030" : name);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static @Nullable String day(String date) {
    Matcher day = DATE.matcher(date);
    if (!day.find()) {
      return null;
    }
    try {
      return LocalDate.parse(day.group(1) + " " + day.group(2) + " " + day.group(3), DAY)
          .toString();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
