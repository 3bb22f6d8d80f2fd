package dev.kaiyuan.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.document.FileProblem;
import dev.kaiyuan.index.folder.IndexingProblem;
import dev.kaiyuan.search.Notice;
import dev.kaiyuan.search.Reason;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
  @ParameterizedTest
  @ValueSource(strings = {"labels", "sentences"})
  void both_languages_say_the_same_things_with_the_same_gaps(String file) throws Exception {
    Properties english = read(file + ".properties");
    if (file.equals("sentences")) {
      addWordsOfTheLibrary(english);
    }
    assertEquals(gaps(english), gaps(read(file + "_zh.properties")));
  }

  private static void addWordsOfTheLibrary(Properties english) {
    for (Notice notice : Notice.values()) {
      english.put("notice." + Messages.name(notice), notice.toString());
    }
  }

  private static Properties read(String file) throws Exception {
    Properties properties = new Properties();
    try (Reader reader =
        new InputStreamReader(Messages.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }

  private static TreeMap<String, TreeSet<String>> gaps(Properties properties) {
    TreeMap<String, TreeSet<String>> gaps = new TreeMap<>();
    for (String key : properties.stringPropertyNames()) {
      TreeSet<String> found = new TreeSet<>();
      java.util.regex.Pattern.compile("\\{[0-9]}")
          .matcher(properties.getProperty(key))
          .results()
          .forEach(gap -> found.add(gap.group()));
      gaps.put(key, found);
    }
    return gaps;
  }

  @ParameterizedTest
  @EnumSource(Reason.Kind.class)
  void every_reason_for_a_hit_can_be_told(Reason.Kind kind) {
    assertTrue(Messages.in("en").has("reason." + Messages.name(kind)));
  }

  @ParameterizedTest
  @EnumSource(FileProblem.Kind.class)
  void every_problem_of_reading_can_be_told(FileProblem.Code kind) {
    assertTrue(Messages.in("en").has("problem." + Messages.name(kind)));
  }

  @ParameterizedTest
  @EnumSource(IndexingProblem.class)
  void every_problem_of_indexing_can_be_told(FileProblem.Code kind) {
    assertTrue(Messages.in("en").has("problem." + Messages.name(kind)));
  }

  @Test
  void fills_gaps_and_leaves_all_else_as_it_is() {
    assertEquals("3 articles", Messages.in("en_GB.UTF-8").text("results.many", "3"));
    assertEquals("共 3 篇", Messages.in("zh_TW").text("results.many", "3"));
    assertEquals(
        "it's {0} takes a whole number, not 'x'",
        Messages.in("C").text("error.not-number", "it's {0}", "'x'"));
    assertThrows(IllegalArgumentException.class, () -> Messages.in("en").text("no such thing"));
  }
}
