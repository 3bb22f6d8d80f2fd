package dev.kaiyuan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiltersTest {
  private static final Pattern TOTAL = Pattern.compile("\"total\":([0-9]+)");

  @TempDir Path folder;

  @Test
  void are_offered_with_how_many_articles_each_leaves() {
    Typed person =
        new Typed(folder)
            .file("a.md", "---\nlang: zh\ndate: 2022-01-01\ntags: [AI]\n---\n许可证\n")
            .file("n/b.md", "---\nlang: zh\ndate: 2023-01-01\ntags: [ai, 法律]\n---\n许可证\n")
            .file("n/c.md", "---\nlang: zh\ndate: 2024-01-01\ntags: [ai, Ai]\n---\n许可证\n")
            .file("n/deep/d.md", "---\nlang: zh\ntags: [法律]\n---\n许可证\n")
            .file("x/n/e.md", "---\nlang: zh\n---\n许可证\n");
    person.run("index", "a.md", "n", "x");
    String out = person.run("search", "许可证", "-n", "1").out().replace('\u00a0', ' ');
    assertEquals(
        """
        narrow: --tag ai (3) 法律 (2) · --since 2022 (3) 2023 (2) 2024 (1) · --path
        n (4) n/deep (1) x/n (1)
        """,
        out.substring(out.indexOf("narrow")));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void are_offered_with_the_total_of_the_search_they_make(int seed) {
    Random random = new Random(seed);
    Typed person = new Typed(folder);
    String[] folders = {"", "n/", "n/a/", "n/a/b/", "m/n/", "a/", "长 名/", "q?/", "-x/"};
    String[] tags = {"AI", "ai", "法律", "法 律", "許可", "许可", "-x", "c++"};
    for (int i = 0; i < 60; i++) {
      String date =
          random.nextInt(4) == 0 ? "" : "date: " + (2019 + random.nextInt(5)) + "-05-31\n";
      String tag = tags[random.nextInt(tags.length)] + "\", \"" + tags[random.nextInt(tags.length)];
      String lang = random.nextBoolean() ? "zh" : "en";
      person.file(
          "notes/" + folders[random.nextInt(folders.length)] + i + ".md",
          "---\nlang: " + lang + "\n" + date + "tags: [\"" + tag + "\"]\n---\n许可证\n");
    }
    person.run("index", "notes", "--index", "notes/index");
    String[] search = {"search", "许可证", "--index", "notes/index"};
    String out = person.run(with(search, List.of("-n", "1"))).out().replace('\n', ' ');
    String option = "";
    int checked = 0;
    for (String part : out.substring(out.indexOf("narrow: ") + 8).strip().split("\\) ?")) {
      List<String> words = Typed.words(part.strip().replace("· ", "").replace("\u00a0(", " "));
      if (words.getFirst().startsWith("--")) {
        option = words.removeFirst();
      }
      String json =
          person.run(with(search, List.of(option, words.getFirst(), "--format", "json"))).out();
      Matcher total = TOTAL.matcher(json);
      assertEquals(total.find() ? total.group(1) : json, words.getLast(), option + " " + words);
      checked++;
    }
    assertEquals(11, checked, out);
  }

  private static String[] with(String[] words, List<String> more) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(more);
    return all.toArray(new String[0]);
  }
}
