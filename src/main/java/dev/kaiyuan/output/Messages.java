package dev.kaiyuan.output;

import dev.kaiyuan.document.FileProblem;
import dev.kaiyuan.document.Language;
import dev.kaiyuan.document.Place;
import dev.kaiyuan.search.Notice;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What the program says to a person, in the person's language.
 *
 * <p>The few words that are in results and the many of help and errors are kept in two files, so
 * that a search reads only the first. {@code {0}} to {@code {9}} in a message stand for its
 * arguments; nothing else in it is special. Thread-safe.
 */
public final class Messages {
  private final boolean chinese;
  private final Properties labels;
  private volatile Properties sentences;

  private Messages(boolean chinese) {
    this.chinese = chinese;
    labels = read("labels", chinese);
  }

  /**
   * Returns the messages in a language.
   *
   * @param locale a locale's name as {@code LANG} has it; all but Chinese ones give English
   */
  public static Messages in(String locale) {
    return new Messages(locale.startsWith("zh"));
  }

  /** Returns the English messages, for what programs read. */
  static Messages english() {
    return English.MESSAGES;
  }

  private static final class English {
    static final Messages MESSAGES = in("en");
  }

  /** Returns the language of the messages: English or Chinese. */
  public Language language() {
    return chinese ? Language.CHINESE : Language.ENGLISH;
  }

  /**
   * Returns a message.
   *
   * @param key its name
   * @param arguments what is in its gaps
   * @throws IllegalArgumentException if there is no such message
   */
  public String text(String key, Object... arguments) {
    String pattern = find(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no message " + key);
    }
    return arguments.length == 0 ? pattern : fill(pattern, arguments);
  }

  /** Returns a place after the path of its file: {@code :25} for a line, {@code , page 12}. */
  String suffix(@Nullable Place place) {
    if (place == null) {
      return "";
    }
    return place.kind() == Place.Kind.LINE
        ? ":" + place.label()
        : text("place.behind", text(place));
  }

  /** Returns a place in words: {@code page 12}. */
  public String text(Place place) {
    return text("place." + name(place.kind()), place.label());
  }

  /** Returns why a file is not an article, or what in it could not be read. */
  public String text(FileProblem problem) {
    return text("problem." + name(problem.kind()), problem.detail());
  }

  /** Returns what a person should know of a search. */
  public String text(Notice notice) {
    return chinese ? text("notice." + name(notice)) : notice.toString();
  }

  /** Returns the name of a constant as messages and JSON write it. */
  static String name(Enum<?> constant) {
    return name(constant.name());
  }

  static String name(FileProblem.Code kind) {
    return name(kind.name());
  }

  private static String name(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether there is a message of this name. */
  public boolean has(String key) {
    return find(key) != null;
  }

  private String find(String key) {
    String pattern = labels.getProperty(key);
    if (pattern != null) {
      return pattern;
    }
    Properties more = sentences;
    if (more == null) {
      more = read("sentences", chinese);
      sentences = more;
    }
    return more.getProperty(key);
  }

  private static String fill(String pattern, Object[] arguments) {
    StringBuilder filled = new StringBuilder(pattern.length() + 32);
    for (int p = 0; p < pattern.length(); p++) {
      char c = pattern.charAt(p);
      if (c == '{' && p + 2 < pattern.length() && pattern.charAt(p + 2) == '}') {
        int argument = pattern.charAt(p + 1) - '0';
        if (argument >= 0 && argument < arguments.length) {
          filled.append(arguments[argument]);
          p += 2;
          continue;
        }
      }
      filled.append(c);
    }
    return filled.toString();
  }

  private static Properties read(String name, boolean chinese) {
    String file = name + (chinese ? "_zh" : "") + ".properties";
    Properties properties = new Properties();
    try (InputStream in = Messages.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing from the program");
      }
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
