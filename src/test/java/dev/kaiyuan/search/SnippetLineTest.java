package dev.kaiyuan.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.index.DirectoryIndexer;
import dev.kaiyuan.index.IndexingOptions;
import dev.kaiyuan.index.IndexingProgress;
import dev.kaiyuan.index.folder.ArticlePaths;
import dev.kaiyuan.search.snippet.Range;
import dev.kaiyuan.search.snippet.Snippet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The words that a snippet marks first stand in the file at the line it names: for every article
 * that common words find, and for every article's title. Another folder is checked with {@code
 * -Dkaiyuan.lines=FOLDER}.
 */
class SnippetLineTest {
  private static final List<String> COMMON =
      List.of("开源 软件", "使用", "一个", "可以", "open source", "Linux", "the project", "代码 许可证");

  @TempDir Path temp;
  private final Map<String, String[]> files = new HashMap<>();
  private final List<String> astray = new ArrayList<>();
  private ArticlePaths paths;
  private int snippets;
  private int hits;

  @Test
  void a_snippet_names_the_line_of_its_first_mark() throws IOException {
    Path folder = Path.of(System.getProperty("kaiyuan.lines", "corpus"));
    Path index = temp.resolve("index");
    new DirectoryIndexer(index, IndexingOptions.REFRESH)
        .index(List.of(folder), IndexingProgress.NONE);
    paths = ArticlePaths.of(index);
    try (ArticleSearcher searcher = ArticleSearcher.open(index)) {
      List<String> titles = new ArrayList<>();
      for (String query : COMMON) {
        for (Hit hit : check(searcher, SearchRequest.builder(query).limit(10_000).build())) {
          titles.add(hit.title());
        }
      }
      for (String title : titles.stream().distinct().toList()) {
        check(searcher, SearchRequest.builder(title).limit(3).build());
      }
    }
    System.out.printf(
        "%d snippets of %d hits, %d not at their line%n", snippets, hits, astray.size());
    astray.stream().limit(20).forEach(System.out::println);
    assertTrue(snippets > 1000);
    assertEquals(0, astray.size());
  }

  private List<Hit> check(ArticleSearcher searcher, SearchRequest request) throws IOException {
    List<Hit> found = searcher.search(request).hits();
    for (Hit hit : found) {
      hits++;
      for (Snippet snippet : hit.snippets()) {
        if (!snippet.highlights().isEmpty()) {
          snippets++;
          check(hit, snippet);
        }
      }
    }
    return found;
  }

  private void check(Hit hit, Snippet snippet) throws IOException {
    String[] lines = files.get(hit.path());
    if (lines == null) {
      String text = new String(Files.readAllBytes(paths.file(hit.path())), StandardCharsets.UTF_8);
      lines = text.split("\r\n|\r|\n", -1);
      files.put(hit.path(), lines);
    }
    Range mark = snippet.highlights().getFirst();
    String marked = letters(snippet.text().substring(mark.start(), mark.end()));
    int line = snippet.line();
    boolean stands = false;
    if (line <= lines.length) {
      // A word may be wrapped onto the next lines.
      String here = lines[line - 1];
      String further =
          String.join(
              "\n", Arrays.asList(lines).subList(line - 1, Math.min(line + 2, lines.length)));
      // What looks like markup may be text, as in code or in an address.
      stands =
          beginsIn(letters(here), letters(further), marked)
              || beginsIn(letters(bare(here)), letters(bare(further)), marked);
    }
    if (!stands) {
      astray.add(hit.path() + ":" + line + ": " + marked + " in " + snippet.text());
    }
  }

  private static boolean beginsIn(String line, String further, String marked) {
    int at = further.indexOf(marked);
    return at >= 0 && at < Math.max(1, line.length());
  }

  /** A text without elements and the targets of links. */
  private static String bare(String text) {
    return text.replaceAll("</?[a-zA-Z!][^>\n]*>", "")
        .replaceAll("\\]\\([^)\n]*\\)|\\]\\[[^]\n]*\\]", "");
  }

  private static String letters(String text) {
    StringBuilder letters = new StringBuilder();
    Parser.unescapeEntities(text, false)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(letters::appendCodePoint);
    return letters.toString();
  }
}
