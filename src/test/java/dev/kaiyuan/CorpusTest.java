package dev.kaiyuan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every article in {@code corpus/}; a failure names the file and what to change. */
class CorpusTest {
  private static final Path CORPUS = Path.of("corpus");
  private static final Path QUERIES = Path.of("src/test/resources/dev/kaiyuan/corpus/queries.tsv");
  private static final Path QRELS = Path.of("src/test/resources/dev/kaiyuan/corpus/qrels.txt");

  private static final List<String> KEYS = List.of("title", "lang", "date", "tags", "sources");
  private static final Set<String> TAGS =
      Set.of(
          "history",
          "licence",
          "law",
          "business",
          "governance",
          "community",
          "security",
          "ai",
          "cloud",
          "software",
          "data",
          "hardware",
          "china",
          "funding");

  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*\\.md");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
  private static final Pattern HALF_WIDTH =
      Pattern.compile("\\p{IsHan}[,;:?!()]|[,;:?!()]\\p{IsHan}|\"");
  private static final Pattern CRAMPED =
      Pattern.compile("\\p{IsHan}[A-Za-z0-9]|[A-Za-z0-9%]\\p{IsHan}");

  private static List<CorpusArticle> articles = List.of();

  @BeforeAll
  static void read() throws IOException {
    articles = CorpusArticle.readAll(CORPUS);
  }

  static List<CorpusArticle> articles() {
    return articles;
  }

  @Test
  void there_are_at_least_forty_topics_each_in_both_languages() {
    Set<String> chinese = names("zh");
    Set<String> english = names("en");
    assertEquals(chinese, english, "corpus/zh and corpus/en: write the article that is missing");
    assertTrue(chinese.size() >= 40, "corpus: " + chinese.size() + " topics, 40 are promised");
  }

  @Test
  void a_folder_holds_nothing_but_articles() throws IOException {
    for (String lang : List.of("zh", "en")) {
      try (var files = Files.list(CORPUS.resolve(lang))) {
        for (Path file : files.toList()) {
          assertTrue(
              NAME.matcher(file.getFileName().toString()).matches(),
              file + ": name it in lower case with hyphens and .md, or move it away");
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("articles")
  void front_matter_has_its_keys_in_order(CorpusArticle article) {
    assertEquals(
        KEYS,
        List.copyOf(article.header().keySet()),
        article.says("write these front matter keys"));
  }

  @ParameterizedTest
  @MethodSource("articles")
  void the_language_is_that_of_the_folder(CorpusArticle article) {
    assertEquals(article.lang(), article.header().get("lang"), article.says("correct lang"));
  }

  @ParameterizedTest
  @MethodSource("articles")
  void the_date_is_a_day(CorpusArticle article) {
    String date = String.valueOf(article.header().get("date"));
    assertTrue(
        date.matches("\\d{4}-\\d{2}-\\d{2}") && LocalDate.parse(date).getYear() >= 2026,
        article.says("write the date as 2026-11-25, not " + date));
  }

  @ParameterizedTest
  @MethodSource("articles")
  void one_to_three_tags_come_from_the_closed_set(CorpusArticle article) {
    List<?> tags = list(article, "tags");
    assertTrue(
        tags.size() >= 1 && tags.size() <= 3 && Set.copyOf(tags).size() == tags.size(),
        article.says("give one to three different tags, not " + tags));
    assertTrue(TAGS.containsAll(tags), article.says("take its tags " + tags + " from " + TAGS));
  }

  @ParameterizedTest
  @MethodSource("articles")
  void sources_back_the_facts(CorpusArticle article) {
    List<?> sources = list(article, "sources");
    assertFalse(sources.isEmpty(), article.says("name the documents that back its facts"));
    for (Object source : sources) {
      assertTrue(
          source instanceof String title && !title.isBlank(),
          article.says("write each source as a quoted title, not " + source));
    }
  }

  @ParameterizedTest
  @MethodSource("articles")
  void it_begins_with_its_title_and_has_two_to_five_parts(CorpusArticle article) {
    List<String> headings = article.body().headings();
    assertEquals(
        "1 " + article.header().get("title"),
        headings.isEmpty() ? "no heading" : headings.get(0),
        article.says("begin the body with '# ' and the title of the front matter"));
    List<String> parts = headings.subList(1, headings.size());
    assertTrue(
        parts.size() >= 2 && parts.size() <= 5 && parts.stream().allMatch(h -> h.startsWith("2 ")),
        article.says("give it two to five '##' headings and no others, not " + parts));
  }

  @ParameterizedTest
  @MethodSource("articles")
  void it_is_as_long_as_a_magazine_page(CorpusArticle article) {
    int least = article.lang().equals("zh") ? 700 : 450;
    int most = article.lang().equals("zh") ? 1500 : 900;
    assertTrue(
        article.length() >= least && article.length() <= most,
        article.says("has " + article.length() + ", make it " + least + " to " + most));
  }

  @ParameterizedTest
  @MethodSource("articles")
  void its_links_lead_somewhere(CorpusArticle article) {
    for (String link : article.body().links()) {
      assertTrue(
          link.startsWith("https://") || Files.isRegularFile(article.path().resolveSibling(link)),
          article.says("links to " + link + ", which is not there"));
    }
  }

  @ParameterizedTest
  @MethodSource("articles")
  void chinese_is_set_as_chinese(CorpusArticle article) {
    if (article.lang().equals("zh")) {
      String prose = article.body().prose();
      assertEquals(List.of(), found(HALF_WIDTH, prose), article.says("use ，。：；？！（）“”"));
      assertEquals(
          List.of(), found(CRAMPED, prose), article.says("put a space between Han and Latin"));
    }
  }

  @Test
  void no_two_chinese_articles_share_forty_characters() {
    noTwoShare("zh", HAN, 40);
  }

  @Test
  void no_two_english_articles_share_twenty_words() {
    noTwoShare("en", CorpusArticle.WORD, 20);
  }

  @Test
  void every_article_has_two_queries_of_its_own() throws IOException {
    Map<String, Long> queries =
        Files.readAllLines(QRELS, UTF_8).stream()
            .map(line -> line.split(" ", -1)[2])
            .collect(groupingBy(id -> id, counting()));
    for (CorpusArticle article : articles) {
      assertTrue(
          queries.getOrDefault(article.id(), 0L) >= 2,
          article.says("add two queries for " + article.id() + " to " + QUERIES + " and " + QRELS));
    }
    Set<String> ids = new TreeSet<>(articles.stream().map(CorpusArticle::id).toList());
    assertEquals(ids, new TreeSet<>(queries.keySet()), QRELS + ": take out what is no article");
  }

  @Test
  void every_query_is_judged_and_every_judgement_has_its_query() throws IOException {
    List<String> asked = new ArrayList<>();
    for (String line : Files.readAllLines(QUERIES, UTF_8)) {
      List<String> fields = List.of(line.split("\t", -1));
      assertTrue(
          fields.size() == 2 && !fields.get(1).isBlank(),
          QUERIES + ": write an id, a tab and the query: " + line);
      asked.add(fields.get(0));
    }
    List<String> judged = new ArrayList<>();
    for (String line : Files.readAllLines(QRELS, UTF_8)) {
      assertTrue(
          line.matches("\\S+ 0 (zh|en)/\\S+ [1-3]"),
          QRELS + ": write the query's id, 0, the article's id and a grade: " + line);
      judged.add(line.split(" ", -1)[0]);
    }
    Set<String> queries = new TreeSet<>(asked);
    assertEquals(List.copyOf(queries), asked, QUERIES + ": sort by id, each once");
    assertEquals(queries, new TreeSet<>(judged), QRELS + ": judge every query, and only these");
  }

  private static void noTwoShare(String lang, Pattern unit, int length) {
    Map<List<String>, Path> passages = new HashMap<>();
    for (CorpusArticle article : articles) {
      if (article.lang().equals(lang)) {
        List<String> units = found(unit, article.body().text().toLowerCase(Locale.ROOT));
        for (int start = 0; start + length <= units.size(); start++) {
          List<String> passage = units.subList(start, start + length);
          Path other = passages.putIfAbsent(passage, article.path());
          assertTrue(
              other == null || other.equals(article.path()),
              () -> article.says("say in other words what " + other + " says too: " + passage));
        }
      }
    }
  }

  private static List<String> found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.results().map(MatchResult::group).toList();
  }

  private static List<?> list(CorpusArticle article, String key) {
    Object value = article.header().get(key);
    assertTrue(value instanceof Collection, article.says("write " + key + " as a list"));
    return List.copyOf((Collection<?>) value);
  }

  private static Set<String> names(String lang) {
    return new TreeSet<>(
        articles.stream().filter(a -> a.lang().equals(lang)).map(CorpusArticle::name).toList());
  }
}
