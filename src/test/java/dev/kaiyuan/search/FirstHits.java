package dev.kaiyuan.search;

import dev.kaiyuan.analysis.ChineseEnglishAnalyzer;
import dev.kaiyuan.document.Article;
import dev.kaiyuan.document.Format;
import dev.kaiyuan.document.UnreadableFileException;
import dev.kaiyuan.document.reader.ArticleReader;
import dev.kaiyuan.index.DirectoryIndexer;
import dev.kaiyuan.index.IndexSchema;
import dev.kaiyuan.index.IndexingOptions;
import dev.kaiyuan.index.IndexingProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Prints how often an article is first that is asked for by its own title or by the name of its
 * file, and how often the first ten hold only articles with a Chinese phrase as it was typed: a
 * program, not a test.
 *
 * <pre>{@code
 * mvn -q -Pbench test-compile exec:exec@first -Dfolders="FOLDER FOLDER"
 * }</pre>
 */
final class FirstHits {
  private static final long SEED = 20261128;
  private static final int PHRASES = 300;
  private static final int MOST_TRIES = 20_000;
  private static final int SHOWN = 5;

  /** A name of letters or Han characters, not a number or an id. */
  private static final Pattern WORDS = Pattern.compile("[\\p{L}&&[^\\p{IsHan}]]{2}|\\p{IsHan}");

  private final Map<String, Article> articles = new LinkedHashMap<>();
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final ArticleSearcher searcher;

  private FirstHits(Path folder, ArticleSearcher searcher) throws IOException {
    this.searcher = searcher;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        read(folder.toRealPath().relativize(file.toRealPath()).toString(), file);
      }
    }
  }

  private void read(String path, Path file) throws IOException {
    if (ArticleReader.reads(path)) {
      try {
        String name = file.getFileName().toString();
        Article article = new ArticleReader().read(name, Files.readAllBytes(file));
        articles.put(path, article);
        String all = article.title() + '\n' + article.text();
        texts.put(path, ChineseEnglishAnalyzer.fold(all));
      } catch (UnreadableFileException e) {
        System.err.println(path + ": " + e.getMessage());
      }
    }
  }

  public static void main(String[] args) throws IOException {
    if (args.length == 0) {
      System.err.println("Name folders of articles.");
      System.exit(2);
    }
    System.out.println("| folder | articles | by title | by file name | whole phrases |");
    System.out.println("|---|---|---|---|---|");
    for (String arg : args) {
      Path folder = Path.of(arg).toRealPath();
      Path index = Files.createTempDirectory("first").resolve("index");
      new DirectoryIndexer(index, IndexingOptions.REFRESH)
          .index(List.of(folder), IndexingProgress.NONE);
      try (ArticleSearcher searcher = ArticleSearcher.open(index)) {
        new FirstHits(folder, searcher).print(folder);
      }
    }
  }

  private void print(Path folder) throws IOException {
    Score titles = new Score();
    Score names = new Score();
    for (Map.Entry<String, Article> each : articles.entrySet()) {
      titles.add(isFirst(each.getKey(), each.getValue().title()), each.getValue().title());
      String stem = stem(each.getKey());
      if (WORDS.matcher(stem).find()) {
        names.add(isFirst(each.getKey(), stem), each.getKey());
      }
    }
    System.out.println(
        String.join(
            " | ",
            "| " + folder.getFileName(),
            Integer.toString(articles.size()),
            titles.toString(),
            names.toString(),
            phrases() + " |"));
  }

  private static String stem(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.substring(0, name.length() - Format.ending(name).length());
  }

  /** Whether an article is first, or another that is called the same. */
  private boolean isFirst(String path, String name) throws IOException {
    List<Hit> hits = hits(name, 1);
    if (hits.isEmpty()) {
      return false;
    }
    String first = hits.getFirst().path();
    String key = IndexSchema.nameKey(name);
    return first.endsWith("/" + path)
        || first.equals(path)
        || IndexSchema.nameKey(hits.getFirst().title()).equals(key)
        || IndexSchema.nameKey(stem(first)).equals(key);
  }

  private List<Hit> hits(String query, int limit) throws IOException {
    SearchRequest request = SearchRequest.builder(query).limit(limit).snippets(0, 80).build();
    return searcher.search(request).hits();
  }

  /** Asks for phrases of three to five characters that stand in 3 to 50 articles. */
  private Score phrases() throws IOException {
    Random random = new Random(SEED);
    List<String> all = new ArrayList<>(texts.values());
    Set<String> seen = new TreeSet<>();
    Score score = new Score();
    for (int i = 0; i < MOST_TRIES && score.all < PHRASES; i++) {
      String text = all.get(random.nextInt(all.size()));
      int length = 3 + random.nextInt(3);
      int start = random.nextInt(Math.max(1, text.length() - length));
      int end = Math.min(text.length(), start + length);
      String phrase = text.substring(start, end);
      boolean han = phrase.length() == length && phrase.codePoints().allMatch(FirstHits::isHan);
      if (!han || !seen.add(phrase)) {
        continue;
      }
      long holding = all.stream().filter(each -> each.contains(phrase)).count();
      if (holding >= 3 && holding <= 50) {
        score.add(holdsOnly(phrase, (int) Math.min(10, holding)), phrase);
      }
    }
    return score;
  }

  private static boolean isHan(int c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
  }

  private boolean holdsOnly(String phrase, int count) throws IOException {
    List<Hit> hits = hits(phrase, count);
    for (Hit hit : hits) {
      if (!text(hit.path()).contains(phrase)) {
        return false;
      }
    }
    return hits.size() == count;
  }

  private String text(String path) {
    String below = path;
    while (!texts.containsKey(below)) {
      below = below.substring(below.indexOf('/') + 1);
    }
    return texts.get(below);
  }

  /** How many of all were as wanted; those that were not are named on standard error. */
  private static final class Score {
    private int good;
    private int all;

    void add(boolean isGood, String what) {
      all++;
      good += isGood ? 1 : 0;
      if (!isGood && all - good <= SHOWN) {
        System.err.println("not first: " + what);
      }
    }

    @Override
    public String toString() {
      return all == 0 ? "-" : String.format(Locale.ROOT, "%.1f %% of %,d", 100.0 * good / all, all);
    }
  }
}
