package dev.kaiyuan.document.metadata;

import dev.kaiyuan.document.FileProblem;
import dev.kaiyuan.document.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The head of a file that says what the article is: YAML between lines of {@code ---}, with or
 * without the first of them; TOML between {@code +++}; JSON in braces or before {@code ;;;}; lines
 * of {@code Name: value} above the first blank line; Logseq's {@code name:: value}.
 *
 * @param metadata what it says
 * @param end the offset at which the rest of the file begins, 0 if there is no front matter
 * @param nextLine the line on which the rest begins, counted from 1
 */
public record FrontMatter(Metadata metadata, int end, int nextLine) {
  private static final FrontMatter NONE = new FrontMatter(Metadata.NONE, 0, 1);

  /** A head without a mark before it is no longer than this. */
  private static final int MANY_LINES = 200;

  /** What a head without a mark before it holds at least one of. */
  private static final Set<String> TELLING =
      Set.of("title", "date", "author", "authors", "tags", "categories", "category", "layout");

  private static final Pattern ENTRY =
      Pattern.compile("\"?[\\p{L}_][\\p{L}\\p{N}_ .-]{0,40}\"?:(?:[ \\t].*)?");
  private static final Pattern PROPERTY =
      Pattern.compile("(?:- )?[\\p{L}_][\\p{L}\\p{N}_ ./-]{0,40}::[ \\t].*");

  /**
   * Reads the front matter of a file, where it has one. What can't be read as the format wants it
   * gives a warning, and is read line by line.
   *
   * @param source the whole file, its lines ended by {@code '\n'}
   */
  public static FrontMatter read(String source) {
    int start = 0;
    int line = 1;
    while (start < source.length() && isBlank(source, start)) {
      start = next(source, start);
      line++;
    }
    Head head = start >= source.length() ? null : find(source, start, line);
    return head == null ? NONE : head.read(source);
  }

  private enum Format {
    YAML,
    TOML,
    JSON,
    PROPERTIES
  }

  /**
   * Where the head is.
   *
   * @param line the line on which its content begins
   * @param end where its content ends
   * @param behind where the rest of the file begins
   */
  private record Head(Format format, int start, int line, int end, int behind) {
    public FrontMatter read(String source) {
      if (end - start > HeadValues.MAX_LENGTH) {
        return NONE;
      }
      String content = source.substring(start, end);
      List<FileProblem> warnings = new ArrayList<>();
      Map<String, Object> values =
          switch (format) {
            case YAML -> HeadValues.ofYaml(content, line, warnings);
            case TOML -> HeadValues.ofToml(content);
            case JSON -> HeadValues.ofYaml(content.replace('\t', ' '), line, warnings);
            case PROPERTIES -> HeadValues.ofProperties(content);
          };
      if (values == null || (values.isEmpty() && !content.isBlank())) {
        return NONE;
      }
      var fields = new MetadataFields(warnings);
      values.forEach(fields::put);
      int lines = (int) source.substring(start, behind).chars().filter(c -> c == '\n').count();
      boolean open = behind == source.length() && !source.endsWith("\n");
      Metadata metadata = fields.build();
      var place = new HeadLines(content, line);
      metadata = metadata.withNotes(metadata.notes().stream().map(place::locate).toList());
      return new FrontMatter(metadata, behind, line + lines + (open ? 1 : 0));
    }
  }

  private static @Nullable Head find(String source, int start, int line) {
    char first = source.charAt(start);
    if (first == '{') {
      return braced(source, start, line);
    }
    if (isFence(source, start, ';')) {
      return unmarked(source, next(source, start), line + 1);
    }
    if (isFence(source, start, '-')) {
      return fenced(Format.YAML, source, start, line, "-.");
    }
    if (isFence(source, start, '+')) {
      return fenced(Format.TOML, source, start, line, "+");
    }
    return PROPERTY.matcher(line(source, start)).matches()
        ? properties(source, start, line)
        : unmarked(source, start, line);
  }

  private static @Nullable Head fenced(
      Format format, String source, int fence, int line, String closing) {
    int start = next(source, fence);
    if (start >= source.length() || source.charAt(start) == '\n') {
      return null;
    }
    for (int close = start; close < source.length(); close = next(source, close)) {
      if (closing.indexOf(source.charAt(close)) >= 0
          && isFence(source, close, source.charAt(close))) {
        return new Head(format, start, line + 1, close, next(source, close));
      }
    }
    return null;
  }

  /** JSON from a brace to the one that closes it. */
  private static @Nullable Head braced(String source, int start, int line) {
    int depth = 0;
    boolean quoted = false;
    int limit = Math.min(source.length(), start + HeadValues.MAX_LENGTH);
    for (int i = start; i < limit; i++) {
      char c = source.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (quoted) {
        i += c == '\\' ? 1 : 0;
      } else if (c == '{' || c == '[') {
        depth++;
      } else if (c == '}' || c == ']') {
        depth--;
      }
      if (depth == 0 && !quoted) {
        int end = i + 1;
        boolean json =
            isBlank(source, end) && source.substring(start + 1, end).strip().startsWith("\"");
        return json ? new Head(Format.JSON, start, line, end, next(source, end)) : null;
      }
    }
    return null;
  }

  /** A head that nothing marks but the line that ends it. */
  private static @Nullable Head unmarked(String source, int start, int line) {
    boolean telling = false;
    boolean plain = true;
    int lines = 0;
    int at = start;
    while (at < source.length() && lines < MANY_LINES) {
      if (isFence(source, at, '-') || isFence(source, at, ';')) {
        Format format = source.charAt(at) == ';' ? Format.JSON : Format.YAML;
        return telling ? new Head(format, start, line, at, next(source, at)) : null;
      }
      String text = line(source, at);
      if (text.isBlank()) {
        break;
      }
      boolean entry = ENTRY.matcher(text).matches();
      boolean inner = lines > 0 && " \t-#".indexOf(text.charAt(0)) >= 0;
      if (!entry && !inner) {
        return null;
      }
      if (entry) {
        String name = text.substring(0, text.indexOf(':')).replace("\"", "");
        telling |= TELLING.contains(name.toLowerCase(Locale.ROOT));
        plain &= name.chars().allMatch(c -> c < 0x80 && c != ' ') && !text.endsWith(":");
      } else {
        plain = false;
      }
      lines++;
      at = next(source, at);
    }
    return telling && plain && lines < MANY_LINES
        ? new Head(Format.PROPERTIES, start, line, at, at)
        : null;
  }

  private static Head properties(String source, int start, int line) {
    int at = start;
    while (at < source.length() && PROPERTY.matcher(line(source, at)).matches()) {
      at = next(source, at);
    }
    return new Head(Format.PROPERTIES, start, line, at, at);
  }

  private static boolean isFence(String source, int start, char mark) {
    if (start + 3 > source.length()) {
      return false;
    }
    for (int i = start; i < start + 3; i++) {
      if (source.charAt(i) != mark) {
        return false;
      }
    }
    return isBlank(source, start + 3);
  }

  /** Whether nothing but space stands from an offset to the end of its line. */
  private static boolean isBlank(String source, int start) {
    int i = start;
    while (i < source.length() && (source.charAt(i) == ' ' || source.charAt(i) == '\t')) {
      i++;
    }
    return i == source.length() || source.charAt(i) == '\n';
  }

  private static String line(String source, int start) {
    int end = source.indexOf('\n', start);
    return source.substring(start, end < 0 ? source.length() : end);
  }

  private static int next(String source, int start) {
    int end = source.indexOf('\n', start);
    return end < 0 ? source.length() : end + 1;
  }
}
