package dev.kaiyuan.cluster.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.analysis.segmenter.UserDictionary;
import dev.kaiyuan.analysis.translation.Glossary;
import dev.kaiyuan.document.Article;
import dev.kaiyuan.document.FileProblem;
import dev.kaiyuan.document.Format;
import dev.kaiyuan.document.Language;
import dev.kaiyuan.document.LineMap;
import dev.kaiyuan.document.Place;
import dev.kaiyuan.document.Section;
import dev.kaiyuan.document.UnreadableFileException;
import dev.kaiyuan.document.reader.ArticleReader;
import dev.kaiyuan.index.ArticleLayout;
import dev.kaiyuan.index.DirectoryIndexer;
import dev.kaiyuan.index.IndexedFiles;
import dev.kaiyuan.index.IndexingOptions;
import dev.kaiyuan.index.IndexingProgress;
import dev.kaiyuan.index.folder.FileStamp;
import dev.kaiyuan.index.folder.IndexingProblem;
import dev.kaiyuan.meaning.ArticleVectors;
import dev.kaiyuan.meaning.Depth;
import dev.kaiyuan.search.ArticleSearcher;
import dev.kaiyuan.search.IndexStatistics;
import dev.kaiyuan.search.QueryMarker;
import dev.kaiyuan.search.SearchRequest;
import dev.kaiyuan.search.SearchResults;
import dev.kaiyuan.search.StoredArticle;
import dev.kaiyuan.search.snippet.MarkedWord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read as it was. */
class WireTest {
  private static ArticleSearcher searcher;

  @BeforeAll
  static void open(@TempDir Path folder) throws IOException {
    Path index = folder.resolve("index");
    new DirectoryIndexer(index, IndexingOptions.REFRESH)
        .index(List.of(Path.of("corpus")), IndexingProgress.NONE);
    searcher = ArticleSearcher.open(index);
  }

  @AfterAll
  static void close() throws IOException {
    searcher.close();
  }

  private static <T extends Record> T sent(T message, Class<T> type) throws IOException {
    return Wire.read(Wire.write(message), type);
  }

  static Stream<Path> corpus() throws IOException {
    return Files.walk(Path.of("corpus")).filter(each -> each.toString().endsWith(".md"));
  }

  @Test
  void every_article_of_the_corpus_arrives_as_it_was() throws IOException {
    List<Path> files;
    try (Stream<Path> all = corpus()) {
      files = all.toList();
    }
    assertTrue(files.size() > 80);
    for (Path file : files) {
      Article article = read(file.toString(), Files.readAllBytes(file));
      WireDocument document =
          new WireDocument(
              file.toString(), "corpus", new FileStamp(3, -5), Long.MIN_VALUE, article, null, null);
      assertDocument(document, sent(document, WireDocument.class));
    }
  }

  private static Article read(String name, byte[] content) {
    try {
      return new ArticleReader().read(name, content);
    } catch (UnreadableFileException e) {
      throw new AssertionError(name, e);
    }
  }

  private static void assertDocument(WireDocument expected, WireDocument actual) {
    assertEquals(expected.path(), actual.path());
    assertEquals(expected.root(), actual.root());
    assertEquals(expected.stamp(), actual.stamp());
    assertEquals(expected.hash(), actual.hash());
    assertEquals(values(expected.article()), values(actual.article()));
  }

  /** Lists what an article has; a map of lines has no equality of its own. */
  private static List<Object> values(Article article) {
    List<Object> values = new ArrayList<>();
    values.add(article.title());
    values.add(article.language());
    values.add(String.valueOf(article.date()));
    values.add(article.tags());
    values.add(article.authors());
    values.add(article.aliases());
    values.add(article.text());
    values.add(article.sections());
    values.add(steps(article.lines()));
    values.add(article.addresses());
    values.add(article.format());
    values.add(article.charset());
    values.add(article.warnings());
    return values;
  }

  private static List<Object> steps(LineMap map) {
    List<Object> steps = new ArrayList<>(List.of(map.kind()));
    for (int step = 0; step < map.size(); step++) {
      steps.add(List.of(map.offset(step), map.line(step), map.number(step)));
    }
    return steps;
  }

  @Test
  void an_article_without_lines_keeps_its_pages_and_what_was_wrong() throws IOException {
    Article article =
        new Article(
            "扫描 \"scan\"\\ \u0000\uD83D\uDE00",
            Language.OTHER,
            LocalDate.of(1999, 12, 31),
            List.of("a/b", ""),
            List.of("王五"),
            List.of(),
            "第一页\n第二页\n第三页\n",
            List.of(new Section(6, "第二页", 4, 12)),
            new LineMap(
                Place.Kind.PAGE, new int[] {0, 4, 8}, new int[] {0, 0, 0}, new int[] {2, 1, -1}),
            List.of("https://example.org/?a=b&c=\"d\""),
            Format.PDF,
            "",
            List.of(FileProblem.Kind.SOME_PICTURES.of("5/9"), FileProblem.Kind.TITLE.alone()));
    WireDocument document =
        new WireDocument("a.pdf", "", FileStamp.UNKNOWN, 0, article, null, null);
    assertDocument(document, sent(document, WireDocument.class));
  }

  @Test
  void a_file_without_an_article_says_why() throws IOException {
    WireDocument skipped =
        new WireDocument(
            "/data/照片.md",
            "/data",
            new FileStamp(Long.MAX_VALUE, 1),
            7,
            null,
            IndexingProblem.TOO_LARGE.of("64"),
            null);
    assertEquals(skipped, sent(skipped, WireDocument.class));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "开源许可证 copyleft",
        "how do maintainers burn out and what helps them",
        "開源軟體",
        "\"开源 软件\" tag:law",
        "licens* mantainer~",
        "lisense",
        "path:nowhere",
        "-开源",
        "",
      })
  void results_arrive_as_they_were(String query) throws IOException {
    SearchRequest request =
        SearchRequest.builder(query).ownLanguage(Language.CHINESE).explain(true).build();
    SearchResults results = searcher.searchWithFacets(request);
    assertEquals(results, sent(results, SearchResults.class));
  }

  @Test
  void a_request_with_every_switch_arrives_as_it_was() throws IOException {
    SearchRequest request =
        SearchRequest.builder("引号 \" \u2028 𠀀")
            .limit(10_000)
            .offset(100_000)
            .language(Language.OTHER)
            .pathGlob("**/*.md")
            .tags(List.of("law", "开源"))
            .formats(List.of(Format.MARKDOWN, Format.PDF))
            .dates(LocalDate.of(1970, 1, 1), LocalDate.of(2026, 2, 28))
            .order(SearchRequest.Order.DATE)
            .snippets(0, 20)
            .translate(false)
            .meaning(SearchRequest.Meaning.ONLY)
            .ownLanguage(Language.ENGLISH)
            .twins(SearchRequest.Twins.FOLD)
            .explain(true)
            .timeLimit(Duration.ofNanos(1_500_000_001))
            .build();
    Question.Search search =
        new Question.Search(
            request,
            "zh/copyleft.md",
            true,
            new Glossary(List.of(new Glossary.Thing(List.of("软件"), List.of("software")))),
            null);
    assertEquals(search, sent(search, Question.Search.class));
    Question.Search plain = new Question.Search(SearchRequest.of("a"), null, false, null, null);
    assertEquals(plain, sent(plain, Question.Search.class));
  }

  @Test
  void what_an_index_holds_arrives_as_it_was() throws IOException {
    IndexStatistics statistics = searcher.statistics();
    assertEquals(statistics, sent(statistics, IndexStatistics.class));
    StoredArticle article = searcher.article(searcher.articlePaths().getFirst());
    StoredArticle arrived = sent(new Answer.Article(article), Answer.Article.class).article();
    assertEquals(steps(article.layout().lines()), steps(arrived.layout().lines()));
    StoredArticle same =
        new StoredArticle(
            arrived.path(),
            arrived.title(),
            arrived.language(),
            arrived.date(),
            arrived.authors(),
            arrived.tags(),
            arrived.aliases(),
            arrived.charset(),
            arrived.text(),
            arrived.format(),
            new ArticleLayout(article.layout().lines(), arrived.layout().sections()));
    assertEquals(article, same);
    assertNull(sent(new Answer.Article(null), Answer.Article.class).article());
  }

  @Test
  void the_words_of_a_query_mark_texts_as_before() throws IOException {
    Answer.Marker marker =
        new Answer.Marker(
            List.of(
                new MarkedWord("开源", 1.5f, 0, false),
                new MarkedWord("licens", Float.MIN_VALUE, 1, true)),
            "零一万物\n");
    Answer.Marker arrived = sent(marker, Answer.Marker.class);
    assertEquals(marker, arrived);
    UserDictionary known =
        UserDictionary.shipped().and(UserDictionary.of("the index", arrived.own()));
    assertEquals(
        List.of("开源", "Licenses"),
        new QueryMarker(arrived.words(), known)
            .marks("開始 开源 Licenses").stream()
                .map(each -> "開始 开源 Licenses".substring(each.start(), each.end()))
                .toList());
  }

  @Test
  void files_arrive_as_they_were() throws IOException {
    Answer.Files files =
        new Answer.Files(
            List.of(
                new IndexedFiles.File(
                    "a.md",
                    -1,
                    Long.MAX_VALUE,
                    null,
                    Language.CHINESE,
                    new ArticleVectors.Recipe(-7, Depth.LEADS)),
                new IndexedFiles.File(
                    "b.md", 0, 0, IndexingProblem.OTHER.of("NEW kind"), null, null)),
            true);
    assertEquals(files, sent(files, Answer.Files.class));
  }

  @Test
  void members_that_a_later_version_adds_are_passed_over() throws IOException {
    byte[] later = "{\"names\":[\"a\"],\"more\":{\"deep\":[1,{}]},\"last\":null}".getBytes(UTF_8);
    assertEquals(new Answer.Names(List.of("a")), Wire.read(later, Answer.Names.class));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "{\"names\":",
        "{\"names\":\"a\"}",
        "{\"names\":[1,null]}",
        "{\"names\":[{}]}",
      })
  void what_is_no_message_is_told(String json) {
    assertThrows(
        MalformedMessageException.class, () -> Wire.read(json.getBytes(UTF_8), Answer.Names.class));
  }

  @Test
  void a_value_out_of_its_range_is_told() {
    byte[] question = "{\"request\":{\"query\":\"a\",\"limit\":0}}".getBytes(UTF_8);
    MalformedMessageException e =
        assertThrows(
            MalformedMessageException.class, () -> Wire.read(question, Question.Search.class));
    assertTrue(e.getMessage().startsWith("no SearchRequest: "), e.getMessage());
  }

  @Test
  void a_question_without_what_it_is_about_is_told() {
    for (Endpoint each : Endpoint.values()) {
      if (each.question() != Question.Plain.class) {
        assertThrows(
            MalformedMessageException.class,
            () -> Wire.read("{}".getBytes(UTF_8), each.question()),
            each.name());
      }
    }
  }

  @Test
  void every_question_and_answer_can_be_sent() throws IOException {
    for (Endpoint each : Endpoint.values()) {
      for (Class<? extends Record> type : List.of(each.question(), each.answer())) {
        assertTrue(Shapes.of(type) instanceof RecordShape, type.getName());
      }
      assertEquals("/notes/_kaiyuan/" + each.word() + "?protocol=1", each.address("notes"));
    }
    for (Refusal.Kind each : Refusal.Kind.values()) {
      assertEquals(each, Refusal.Kind.ofType(each.type()));
    }
  }

  @Test
  void an_id_is_the_path_or_a_hash_of_a_long_one() {
    assertEquals("zh/开源.md", WireDocument.id("zh/开源.md"));
    String hashed = WireDocument.id("开".repeat(171));
    assertEquals("sha256:".length() + 64, hashed.length());
    assertEquals(2, Set.of(hashed, WireDocument.id("源".repeat(171))).size());
  }
}
