package dev.kaiyuan.analysis.translation;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A list of concepts with their Chinese and English names, one concept a line.
 *
 * <pre>
 * # what follows is a comment
 * 软件 軟體 = software
 * 许可证 许可协议 = licence, license
 * 计算机 电脑
 * </pre>
 *
 * <p>All names on a line are taken for one another; the most usual is first on each side. Chinese
 * names are separated by spaces, English ones, which may have several words, by commas. One side
 * may be missing.
 *
 * @param things the lines, in order
 */
public record Glossary(List<Thing> things) {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** Copies the list. */
  public Glossary {
    things = List.copyOf(things);
  }

  /**
   * What a line names.
   *
   * @param chinese its Chinese names as written, perhaps none
   * @param english its English names as written, perhaps none; two names in all at least
   */
  public record Thing(List<String> chinese, List<String> english) {
    /** Copies the lists and checks that there are two names to be taken for one another. */
    public Thing {
      chinese = List.copyOf(chinese);
      english = List.copyOf(english);
      if (chinese.size() + english.size() < 2) {
        throw new IllegalArgumentException("a thing needs two names: " + chinese + english);
      }
    }
  }

  /**
   * Reads a glossary.
   *
   * @param file a text file in UTF-8
   * @return its lines
   * @throws MalformedGlossaryException if a line is not in the format, or the file is not UTF-8
   * @throws IOException if the file cannot be read
   */
  public static Glossary read(Path file) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      MalformedGlossaryException notText =
          new MalformedGlossaryException(file.toString(), 1, "the file is not UTF-8 text");
      notText.initCause(e);
      throw notText;
    }
    List<Thing> things = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      String line = withoutComment(lines.get(i));
      if (!line.isEmpty()) {
        things.add(thing(line, file.toString(), i + 1));
      }
    }
    return new Glossary(things);
  }

  private static String withoutComment(String line) {
    String text = !line.isEmpty() && line.charAt(0) == BYTE_ORDER_MARK ? line.substring(1) : line;
    if (text.startsWith("#")) {
      return "";
    }
    int comment = text.indexOf(" # ");
    return (comment < 0 ? text : text.substring(0, comment)).strip();
  }

  private static Thing thing(String line, String file, int number)
      throws MalformedGlossaryException {
    int equals = line.indexOf('=');
    if (equals >= 0 && line.indexOf('=', equals + 1) >= 0) {
      throw new MalformedGlossaryException(file, number, "more than one =");
    }
    List<String> chinese = names(equals < 0 ? line : line.substring(0, equals), ' ');
    List<String> english = names(equals < 0 ? "" : line.substring(equals + 1), ',');
    if (chinese.size() + english.size() < 2) {
      throw new MalformedGlossaryException(file, number, "“" + line + "” has one name only");
    }
    return new Thing(chinese, english);
  }

  private static List<String> names(String side, char separator) {
    List<String> names = new ArrayList<>();
    int from = 0;
    for (int at = 0; at <= side.length(); at++) {
      if (at == side.length() || isSeparator(side.charAt(at), separator)) {
        String name = side.substring(from, at).strip();
        if (!name.isEmpty()) {
          names.add(name);
        }
        from = at + 1;
      }
    }
    return names;
  }

  private static boolean isSeparator(char c, char separator) {
    return c == separator || (separator == ',' ? c == '，' || c == '、' : c == '\u3000' || c == '\t');
  }
}
