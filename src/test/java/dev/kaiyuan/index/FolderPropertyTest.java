package dev.kaiyuan.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kaiyuan.index.folder.IgnoreRules;
import dev.kaiyuan.search.ArticleSearcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * After any sequence of changes, a run makes the index say what a scan of the folder says. How many
 * steps is set by {@code -Dkaiyuan.steps=100000}.
 */
class FolderPropertyTest {
  private static final int STEPS = Integer.getInteger("kaiyuan.steps", 2000);
  private static final int WORDS = 40;
  private static final List<String> FOLDERS =
      List.of("", "笔记/", "笔记/旧 的/", "Notes/", "notes/", "skip/", "Notes/skip/", "🐧/");

  @TempDir Path temp;
  private Corpus corpus;
  private Random random;
  private boolean ignoring;

  @Test
  void the_index_says_what_a_scan_of_the_folder_says() throws IOException {
    corpus = new Corpus(temp);
    long seed = Long.getLong("kaiyuan.seed", 20261125);
    random = new Random(seed);
    int runs = 0;
    List<String> lately = new ArrayList<>();
    for (int step = 0; step < STEPS; step++) {
      if (random.nextInt(5) > 0) {
        lately.add(change());
        continue;
      }
      boolean rebuild = random.nextInt(20) == 0;
      Map<String, String> expected = scan();
      IndexingOptions options =
          IndexingOptions.REFRESH
              .withRebuild(rebuild)
              .withAllowEmpty(true)
              .withThreads(1 + random.nextInt(3));
      String what = "-Dkaiyuan.seed=" + seed + " at step " + step + " after " + lately;
      Report report = corpus.index(options, corpus.docs);
      assertEquals(expected.keySet(), corpus.articles(), what);
      assertEquals(expected.size(), report.articles(), what);
      try (ArticleSearcher searcher = ArticleSearcher.open(corpus.index)) {
        for (int i = 0; i < 3; i++) {
          String word = Generations.word(random.nextInt(WORDS));
          Set<String> holding = new TreeSet<>();
          expected.forEach(
              (name, text) -> {
                if (text.contains(word)) {
                  holding.add(name);
                }
              });
          assertEquals(holding, Corpus.found(searcher, word), what);
        }
      }
      runs++;
      lately.clear();
    }
    System.out.printf("%d steps, %d runs%n", STEPS, runs);
  }

  /** Returns what an index of the folder should hold: the text of each article by its name. */
  private Map<String, String> scan() throws IOException {
    Map<String, String> expected = new TreeMap<>();
    for (Path file : paths()) {
      String name = corpus.docs.relativize(file).toString();
      boolean hidden = ("/" + name).contains("/.");
      boolean ignored = ignoring && ("/" + name).matches("(?s).*(/skip/.*|/draft[^/]*)");
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          && name.endsWith(".md")
          && !hidden
          && !ignored) {
        expected.put("docs/" + name, Files.readString(file));
      }
    }
    return expected;
  }

  private List<Path> paths() throws IOException {
    try (Stream<Path> paths = Files.walk(corpus.docs)) {
      return paths.filter(path -> !path.equals(corpus.docs)).sorted().toList();
    }
  }

  private Path anyOf(List<Path> paths) {
    return paths.get(random.nextInt(paths.size()));
  }

  /** Changes something and returns what. */
  private String change() throws IOException {
    List<Path> paths = paths();
    List<Path> files =
        paths.stream()
            .filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
            .filter(path -> !path.endsWith(IgnoreRules.GIT_FILE))
            .toList();
    if (files.size() < 3) {
      return "write " + corpus.write(newName(), text());
    }
    Path file = anyOf(files);
    switch (random.nextInt(11)) {
      case 0, 1, 2 -> {
        return "write " + corpus.write(newName(), text());
      }
      case 3, 4 -> {
        Files.writeString(file, text());
        return "edit " + file;
      }
      case 5 -> {
        FileTime time = Files.getLastModifiedTime(file);
        Files.writeString(file, Files.readString(file).replace('z', 'y').replace('q', 'x'));
        Files.setLastModifiedTime(file, time);
        return "edit in secret " + file;
      }
      case 6 -> {
        Files.delete(file);
        return "delete " + file;
      }
      case 7 -> {
        Path target = corpus.docs.resolve(newName());
        if (!Files.exists(target) && Files.isDirectory(target.getParent())) {
          Files.move(file, target);
        }
        return "move " + file + " to " + target;
      }
      case 8 -> {
        List<Path> folders =
            paths.stream()
                .filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                .toList();
        if (folders.isEmpty()) {
          return "nothing";
        }
        Path folder = anyOf(folders);
        if (random.nextInt(3) == 0) {
          try (Stream<Path> below = Files.walk(folder)) {
            for (Path each : below.sorted(Comparator.reverseOrder()).toList()) {
              Files.delete(each);
            }
          }
          return "delete " + folder;
        }
        Path target = corpus.docs.resolve("moved" + random.nextInt(5));
        if (!Files.exists(target)) {
          Files.move(folder, target);
        }
        return "move " + folder + " to " + target;
      }
      case 9 -> {
        Path link = corpus.docs.resolve("link" + random.nextInt(5) + ".md");
        Path target = random.nextInt(3) == 0 ? corpus.docs : visible(file);
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, target);
        return "link " + link + " to " + target;
      }
      default -> {
        Path rules = corpus.docs.resolve(".gitignore");
        ignoring = !ignoring;
        Files.writeString(rules, ignoring ? "skip/\ndraft*\n" : "");
        return "ignore " + ignoring;
      }
    }
  }

  /** A link to what is ignored, hidden or named otherwise would bring it in. */
  private Path visible(Path file) {
    String name = "/" + corpus.docs.relativize(file);
    boolean brought =
        name.contains("/skip/")
            || name.contains("/draft")
            || name.contains("/.")
            || !name.endsWith(".md");
    return brought ? corpus.docs.resolve("nowhere") : file;
  }

  private String newName() {
    String folder = FOLDERS.get(random.nextInt(FOLDERS.size()));
    String stem =
        List.of("a", "A", "开源 ", "draft", "line\nbreak", ".hidden").get(random.nextInt(6));
    return folder + stem + random.nextInt(4) + (random.nextInt(8) == 0 ? ".png" : ".md");
  }

  private String text() {
    StringBuilder text = new StringBuilder("# 开源\n\n");
    for (int words = random.nextInt(4); words >= 0; words--) {
      text.append(Generations.word(random.nextInt(WORDS))).append(" 与 ");
    }
    return text.toString();
  }
}
