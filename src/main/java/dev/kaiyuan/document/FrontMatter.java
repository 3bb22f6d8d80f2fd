package dev.kaiyuan.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The YAML between two lines of {@code ---} at the head of a file.
 *
 * @param metadata what it says
 * @param end the offset at which the rest of the file begins, 0 if there is no front matter
 * @param nextLine the line on which the rest begins, counted from 1
 */
record FrontMatter(Metadata metadata, int end, int nextLine) {
  private static final FrontMatter NONE = new FrontMatter(Metadata.NONE, 0, 1);
  private static final int MAX_LENGTH = 1 << 18;
  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setSchema(new WrittenScalars())
          .setAllowDuplicateKeys(true)
          .setAllowRecursiveKeys(false)
          .setAllowNonScalarKeys(false)
          .setMaxAliasesForCollections(20)
          .setCodePointLimit(MAX_LENGTH)
          .build();

  /**
   * Reads the front matter of a file, where it has one. YAML that can't be read gives a warning,
   * and whatever of its lines looks like {@code key: value}.
   *
   * @param source the whole file, its lines ended by {@code '\n'}
   */
  static FrontMatter read(String source) {
    int start = lineEnd(source, 0) + 1;
    if (!isFence(source, 0, '-') || start >= source.length() || source.charAt(start) == '\n') {
      return NONE;
    }
    int close = start;
    int line = 2;
    while (close < source.length()
        && !isFence(source, close, '-')
        && !isFence(source, close, '.')) {
      close = lineEnd(source, close) + 1;
      line++;
    }
    if (close >= source.length()) {
      return NONE;
    }
    int end = Math.min(source.length(), lineEnd(source, close) + 1);
    String yaml = source.substring(start, close);
    List<FileProblem> warnings = new ArrayList<>();
    Map<?, ?> map;
    try {
      Object loaded = new Load(SETTINGS).loadFromString(yaml);
      if (loaded != null && !(loaded instanceof Map)) {
        return NONE;
      }
      map = loaded == null ? Map.of() : (Map<?, ?>) loaded;
    } catch (YamlEngineException | StackOverflowError e) {
      map = simpleLines(yaml);
      if (map.isEmpty()) {
        return NONE;
      }
      warnings.add(FileProblem.Kind.FRONT_MATTER.of(reason(e)));
    }
    return new FrontMatter(metadata(map, warnings), end, line + 1);
  }

  private static Metadata metadata(Map<?, ?> map, List<FileProblem> warnings) {
    var fields = new MetadataFields(warnings);
    for (var entry : map.entrySet()) {
      Object value = entry.getValue();
      switch (String.valueOf(entry.getKey()).toLowerCase(Locale.ROOT)) {
        case "title" -> fields.title(value);
        case "lang", "language", "locale" -> fields.language(value);
        case "date", "pubdate", "publishdate", "published" -> fields.date(value);
        case "tags", "tag", "categories", "category", "keywords" -> fields.tags(value);
        case "author", "authors" -> fields.authors(value);
        default -> {}
      }
    }
    return fields.build();
  }

  private static String reason(Throwable e) {
    if (e instanceof MarkedYamlEngineException marked && marked.getProblemMark().isPresent()) {
      // Lines are counted from 0, and the fence stands before the first.
      return marked.getProblem() + " at line " + (marked.getProblemMark().get().getLine() + 2);
    }
    return e instanceof StackOverflowError ? "too many brackets" : firstLine(e.getMessage());
  }

  private static String firstLine(@Nullable String message) {
    return message == null ? "unknown fault" : message.lines().findFirst().orElse("unknown fault");
  }

  private static Map<String, Object> simpleLines(String yaml) {
    Map<String, Object> map = new HashMap<>();
    for (int start = 0; start < yaml.length(); start = lineEnd(yaml, start) + 1) {
      String line = yaml.substring(start, lineEnd(yaml, start));
      int colon = line.indexOf(": ");
      if (colon > 0 && line.charAt(0) > ' ' && line.indexOf(' ') > colon) {
        String value = line.substring(colon + 2).strip();
        boolean simple = !value.isEmpty() && "[{&*!|>".indexOf(value.charAt(0)) < 0;
        map.putIfAbsent(line.substring(0, colon), simple ? unquote(value) : "");
      }
    }
    return map;
  }

  private static String unquote(String value) {
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

  private static boolean isFence(String source, int start, char mark) {
    if (start + 3 > source.length()) {
      return false;
    }
    for (int i = start; i < start + 3; i++) {
      if (source.charAt(i) != mark) {
        return false;
      }
    }
    for (int i = start + 3; i < source.length() && source.charAt(i) != '\n'; i++) {
      if (source.charAt(i) != ' ' && source.charAt(i) != '\t') {
        return false;
      }
    }
    return true;
  }

  private static int lineEnd(String source, int start) {
    int end = source.indexOf('\n', start);
    return end < 0 ? source.length() : end;
  }
}
