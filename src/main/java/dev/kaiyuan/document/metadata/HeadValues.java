package dev.kaiyuan.document.metadata;

import dev.kaiyuan.document.FileProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads the names and values in the head of a file. One that breaks the rules of its format costs
 * itself alone, and is taken as it is written.
 *
 * <p>TOML is read here, entry by entry, since a head holds little of it, and a parser that refuses
 * the whole for one slip would be of no use.
 */
final class HeadValues {
  static final int MAX_LENGTH = 1 << 18;

  /** A value of TOML has no more lines. */
  private static final int MANY_LINES = 200;

  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setSchema(new WrittenScalars())
          .setAllowDuplicateKeys(true)
          .setAllowRecursiveKeys(false)
          .setAllowNonScalarKeys(false)
          .setMaxAliasesForCollections(20)
          .setCodePointLimit(MAX_LENGTH)
          .build();

  /** A tag that YAML takes for a comment. */
  private static final Pattern NUMBER_SIGN =
      Pattern.compile(
          "(?m)^([ \\t]*-[ \\t]+|(?:tags?|keywords|categor(?:y|ies)|标签|分类):[ \\t]+)(#[^#\\s].*)$");

  private static final Pattern TOML_ENTRY =
      Pattern.compile("[ \\t]*\"?([\\p{L}\\p{N}_.-]{1,100})\"?[ \\t]*=[ \\t]*(.*)");

  private HeadValues() {}

  /**
   * Reads YAML, of which JSON is a part.
   *
   * @param firstLine the line of the file on which the content begins
   * @param warnings takes what is wrong with it
   * @return what it says, or null if it is no list of names and values
   */
  static @Nullable Map<String, Object> ofYaml(
      String content, int firstLine, List<FileProblem> warnings) {
    String yaml = NUMBER_SIGN.matcher(content).replaceAll("$1'$2'");
    String problem;
    try {
      Object loaded = load(yaml);
      if (loaded == null || loaded instanceof Map) {
        return named(loaded);
      }
      if (!yaml.stripLeading().startsWith("\"")) {
        return null;
      }
      problem = "no braces";
    } catch (YamlEngineException | StackOverflowError e) {
      problem = reason(e, firstLine);
    }
    if (content.stripLeading().startsWith("\"")) {
      // JSON whose braces were left out.
      try {
        return named(load("{" + content + "}"));
      } catch (YamlEngineException | StackOverflowError e) {
        problem = reason(e, firstLine);
      }
    }
    Map<String, Object> values = byEntry(yaml);
    if (!values.isEmpty()) {
      warnings.add(FileProblem.Kind.FRONT_MATTER.of(problem));
    }
    return values;
  }

  private static @Nullable Object load(String yaml) {
    return new Load(SETTINGS).loadFromString(yaml);
  }

  private static @Nullable Map<String, Object> named(@Nullable Object loaded) {
    if (loaded == null) {
      return Map.of();
    }
    if (!(loaded instanceof Map<?, ?> map)) {
      return null;
    }
    Map<String, Object> values = new LinkedHashMap<>();
    map.forEach((name, value) -> values.put(String.valueOf(name), value == null ? "" : value));
    return values;
  }

  private static String reason(Throwable e, int firstLine) {
    if (e instanceof MarkedYamlEngineException marked && marked.getProblemMark().isPresent()) {
      return marked.getProblem()
          + " at line "
          + (marked.getProblemMark().get().getLine() + firstLine);
    }
    String message = e instanceof StackOverflowError ? "too many brackets" : e.getMessage();
    return message == null ? "unknown fault" : message.lines().findFirst().orElse("unknown fault");
  }

  /** Reads entries one by one, each with the lines after it that are set in. */
  private static Map<String, Object> byEntry(String yaml) {
    Map<String, Object> values = new LinkedHashMap<>();
    List<String> entry = new ArrayList<>();
    for (String line : yaml.split("\n", -1)) {
      if (nameEnd(line) > 0) {
        put(entry, values);
        entry = new ArrayList<>();
      }
      entry.add(line);
    }
    put(entry, values);
    return values;
  }

  private static void put(List<String> entry, Map<String, Object> values) {
    int colon = entry.isEmpty() ? -1 : nameEnd(entry.getFirst());
    if (colon < 0) {
      return;
    }
    try {
      Map<String, Object> loaded = named(load(String.join("\n", entry)));
      if (loaded != null) {
        loaded.forEach(values::putIfAbsent);
        return;
      }
    } catch (YamlEngineException | StackOverflowError e) {
      // Its owner reads it all the same.
    }
    values.putIfAbsent(unquote(entry.getFirst().substring(0, colon)), asWritten(entry, colon + 1));
  }

  /** Where the name at the beginning of a line ends, or -1 if none is there. */
  private static int nameEnd(String line) {
    if (line.isEmpty() || " \t-#}{],".indexOf(line.charAt(0)) >= 0) {
      return -1;
    }
    int colon = line.indexOf(':');
    boolean ends = colon + 1 == line.length() || colon > 0 && line.charAt(colon + 1) <= ' ';
    return colon > 0 && colon <= 100 && ends ? colon : -1;
  }

  private static Object asWritten(List<String> entry, int start) {
    String value = unquote(entry.getFirst().substring(start));
    List<String> rest = new ArrayList<>();
    for (String line : entry.subList(1, entry.size())) {
      String item = line.strip();
      if (!item.isEmpty()) {
        rest.add(unquote(item.startsWith("- ") ? item.substring(2) : item));
      }
    }
    if (rest.isEmpty()) {
      return isSigil(value) ? "" : value;
    }
    if (!value.isEmpty() && !value.matches("[|>][+-]?\\d?")) {
      rest.addFirst(value);
    }
    return rest;
  }

  /** A word that stands for something elsewhere in YAML, and says nothing itself. */
  private static boolean isSigil(String value) {
    String first = value.startsWith("[") ? value.substring(1) : value;
    return first.length() > 1
        && "*&!".indexOf(first.charAt(0)) >= 0
        && value.indexOf(' ') < 0
        && !first.endsWith("*");
  }

  private static String unquote(String written) {
    String value = written.strip();
    int start = 0;
    int end = value.length();
    while (start < end && (value.charAt(start) == '"' || value.charAt(start) == '\'')) {
      start++;
    }
    while (end > start && (value.charAt(end - 1) == '"' || value.charAt(end - 1) == '\'')) {
      end--;
    }
    return value.substring(start, end);
  }

  /** Reads lines of {@code name: value} or {@code name:: value}, one text each. */
  static Map<String, Object> ofProperties(String content) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (String line : content.split("\n")) {
      String text = line.startsWith("- ") ? line.substring(2) : line;
      int colon = text.indexOf(':');
      if (colon > 0) {
        int start = text.startsWith("::", colon) ? colon + 2 : colon + 1;
        values.putIfAbsent(text.substring(0, colon).strip(), unquote(text.substring(start)));
      }
    }
    return values;
  }

  /** Reads TOML; what is in tables counts unless the head itself says it. */
  static Map<String, Object> ofToml(String content) {
    Map<String, Object> values = new LinkedHashMap<>();
    String[] lines = content.split("\n", -1);
    boolean inTable = false;
    for (int i = 0; i < lines.length; i++) {
      inTable |= lines[i].stripLeading().startsWith("[");
      var entry = TOML_ENTRY.matcher(lines[i]);
      if (!entry.matches()) {
        continue;
      }
      StringBuilder value = new StringBuilder(entry.group(2));
      int last = Math.min(lines.length - 1, i + MANY_LINES);
      while (isOpen(value) && i < last) {
        value.append('\n').append(lines[++i]);
      }
      String name = entry.group(1).substring(entry.group(1).lastIndexOf('.') + 1);
      boolean foreign = inTable && (name.equals("title") || name.equals("date"));
      values.putIfAbsent(foreign ? name + " " + i : name, tomlValue(value.toString()));
    }
    return values;
  }

  /** Whether a text of several lines, or a list, has not come to its end. */
  private static boolean isOpen(CharSequence value) {
    String text = value.toString().strip();
    for (String quotes : List.of("\"\"\"", "'''")) {
      if (text.startsWith(quotes)) {
        return text.length() < 6 || text.indexOf(quotes, 3) < 0;
      }
    }
    return text.startsWith("[") && !text.contains("]");
  }

  private static Object tomlValue(String written) {
    String value = written.strip();
    for (String quotes : List.of("\"\"\"", "'''")) {
      if (value.startsWith(quotes) && value.indexOf(quotes, 3) >= 0) {
        return value.substring(3, value.indexOf(quotes, 3));
      }
    }
    try {
      Object loaded = load(value.contains("{") ? value.replace(" = ", ": ") : value);
      return loaded == null ? "" : loaded;
    } catch (YamlEngineException | StackOverflowError e) {
      return unquote(value);
    }
  }
}
