package dev.kaiyuan.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.search.ArticleSearcher;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

/** Articles that are all rewritten at once: an index holds them as of one time, never of two. */
final class Generations {
  private static final String TEXT =
      "开源软件的许可证说明别人怎样使用、修改和分发它。The licence says how others may use, change and"
          + " distribute it. 操作系统内核负责调度进程、管理内存。The kernel schedules processes.\n\n";

  private final Corpus corpus;
  private final int count;
  private final Set<String> all = new TreeSet<>();

  Generations(Corpus corpus, int count) {
    this.corpus = corpus;
    this.count = count;
  }

  /** A word of which no other is an inflection. */
  static String word(int generation) {
    StringBuilder word = new StringBuilder("zq");
    for (int rest = generation; word.length() < 6; rest /= 10) {
      word.append("bcdfghjklm".charAt(rest % 10));
    }
    return word.toString();
  }

  void write(int generation) throws IOException {
    all.clear();
    for (int i = 0; i < count; i++) {
      String name = "章节/" + i % 7 + "/第" + i + "篇.md";
      corpus.write(
          name, "# 第" + i + "篇\n\n恒久 " + word(generation) + "\n\n" + TEXT.repeat(1 + i % 5));
      all.add("docs/" + name);
    }
  }

  /** Checks that all articles are found as of one of two generations, and returns which. */
  int check(int older, int newer) throws IOException {
    try (ArticleSearcher searcher = ArticleSearcher.open(corpus.index)) {
      assertEquals(all, Corpus.found(searcher, "恒久"));
      Set<String> old = Corpus.found(searcher, word(older));
      if (old.isEmpty()) {
        assertEquals(all, Corpus.found(searcher, word(newer)));
        return newer;
      }
      assertEquals(all, old);
      assertTrue(older == newer || Corpus.found(searcher, word(newer)).isEmpty());
      return older;
    }
  }

  int size() {
    return count;
  }
}
