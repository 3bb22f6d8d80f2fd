package dev.kaiyuan.search.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kaiyuan.index.folder.PathPattern;
import dev.kaiyuan.search.limit.ClauseBudget;
import java.nio.file.Path;
import java.util.Random;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.Operations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A path filter and an ignore rule read a pattern alike. */
class PathGlobTest {
  @ParameterizedTest
  @CsvSource({
    "第[1-3]章.md,           笔记/第2章.md,           true",
    "第[1-3]章.md,           笔记/第4章.md,           false",
    "[!a-z]*.md,             notes/Readme.md,         true",
    "[!a-z]*.md,             notes/readme.md,         false",
    "[[:digit:]]*,           blog/2024-开源.md,       true",
    "a**b.md,                a/x/b.md,                false",
    "a/**/b.md,              a/b.md,                  true",
    "a/**/b.md,              a/x/y/b.md,              true",
    "notes,                  docs/notes/x.md,         true",
    "what\\?.md,             docs/what?.md,           true",
    "what\\?.md,             docs/whatx.md,           false",
    "app/[id]/page.md,       site/app/[id]/page.md,   true",
    "app/[id]/page.md,       site/app/i/page.md,      true",
    "C[++.md,                docs/C[++.md,            true",
  })
  void a_pattern_is_read_as_in_ignore_rules(String pattern, String path, boolean matches) {
    assertEquals(matches, matches(pattern, path));
  }

  /** Without a bracket or a backslash, where a path filter also finds what a path says itself. */
  @Test
  void a_filter_matches_what_a_rule_matches_from_any_folder_on() {
    Random random = new Random(16);
    int matching = 0;
    for (int i = 0; i < 20_000; i++) {
      String pattern = text(random, "ab开*?*/", 7);
      String path = text(random, "ab开b/", 8);
      boolean expected = rule(pattern, path);
      assertEquals(expected, matches(pattern, path), pattern + " of " + path);
      matching += expected ? 1 : 0;
    }
    assertEquals(true, matching > 1000, "few of the patterns match: " + matching);
  }

  /** A path of parts that are not empty. */
  private static String text(Random random, String signs, int longest) {
    StringBuilder text = new StringBuilder();
    int length = 1 + random.nextInt(longest);
    while (text.length() < length) {
      char sign = signs.charAt(random.nextInt(signs.length()));
      boolean slash = sign == '/';
      if (!slash
          || !text.isEmpty()
              && text.charAt(text.length() - 1) != '/'
              && text.length() < length - 1) {
        text.append(sign);
      }
    }
    return text.toString();
  }

  private static boolean rule(String pattern, String path) {
    Path whole = Path.of(path);
    PathPattern rule = PathPattern.of(pattern, true);
    for (int from = 0; from < whole.getNameCount(); from++) {
      for (int to = from + 1; to <= whole.getNameCount(); to++) {
        if (rule.matches(whole.subpath(from, to), 0)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean matches(String pattern, String path) {
    Automaton automaton =
        ((AutomatonQuery) PathGlob.query(pattern, new ClauseBudget())).getAutomaton();
    return new CharacterRunAutomaton(Operations.determinize(automaton, 10_000)).run(path);
  }
}
