package dev.kaiyuan.opensearch.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.cluster.wire.Wire;
import dev.kaiyuan.cluster.wire.WireDocument;
import dev.kaiyuan.document.Article;
import dev.kaiyuan.document.Format;
import dev.kaiyuan.document.Language;
import dev.kaiyuan.document.LineMap;
import dev.kaiyuan.index.CommitData;
import dev.kaiyuan.index.DirectoryIndexer;
import dev.kaiyuan.index.IndexSchema;
import dev.kaiyuan.index.IndexingOptions;
import dev.kaiyuan.index.IndexingProgress;
import dev.kaiyuan.index.MeaningIndexer;
import dev.kaiyuan.index.MeaningProgress;
import dev.kaiyuan.index.folder.FileStamp;
import dev.kaiyuan.meaning.Depth;
import dev.kaiyuan.meaning.Embedder;
import dev.kaiyuan.search.ArticleSearcher;
import dev.kaiyuan.search.Hit;
import dev.kaiyuan.search.Notice;
import dev.kaiyuan.search.Reason;
import dev.kaiyuan.search.SearchRequest;
import dev.kaiyuan.search.SearchRequest.Meaning;
import dev.kaiyuan.search.SearchResults;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where an index has vectors, a cluster answers by meaning too, as the index of a folder does. */
class MeaningIT {
  private static final Path QUERIES = Path.of("src/test/resources/dev/kaiyuan/corpus/queries.tsv");
  private static final String QUESTION = "how does one earn an income from giving programs away";

  private static TestCluster cluster;
  private static Path folder;
  private static ArticleSearcher searcher;

  @BeforeAll
  static void fill(@TempDir Path temporary) throws Exception {
    folder = temporary;
    Path index = embedded("all", part(), Depth.PASSAGES);
    searcher = ArticleSearcher.open(index);
    cluster = TestCluster.start(folder.resolve("cluster"), 3);
    Copy.of(index, cluster, "one", 1, 0);
    Copy.of(index, cluster, "many", 6, 0);
  }

  @AfterAll
  static void close() throws IOException {
    searcher.close();
    cluster.close();
  }

  /** Returns a folder of some articles of the corpus in both languages: all take long to embed. */
  private static Path part() throws IOException {
    Path part = folder.resolve("part");
    for (String language : List.of("zh", "en")) {
      Path into = Files.createDirectories(part.resolve(language));
      try (DirectoryStream<Path> articles =
          Files.newDirectoryStream(Path.of("corpus", language), "[cefl]*.md")) {
        for (Path article : articles) {
          Files.copy(article, into.resolve(article.getFileName()));
        }
      }
    }
    return part;
  }

  private static Path embedded(String name, Path articles, Depth depth) throws IOException {
    Path index = folder.resolve(name);
    new DirectoryIndexer(index, IndexingOptions.REFRESH)
        .index(List.of(articles), IndexingProgress.NONE);
    if (depth != Depth.OFF) {
      new MeaningIndexer(index, 2).index(depth, MeaningProgress.NONE);
    }
    return index;
  }

  private static SearchResults asked(String index, SearchRequest request) throws IOException {
    return new AskedIndex(cluster, index).search(request, null, true);
  }

  private static List<SearchRequest> corpusQueries() throws IOException {
    List<SearchRequest> requests = new ArrayList<>();
    for (String line : Files.readAllLines(QUERIES)) {
      String query = line.substring(line.indexOf('\t') + 1);
      requests.add(SearchRequest.builder(query).ownLanguage(Language.CHINESE).build());
    }
    assertEquals(327, requests.size());
    return requests;
  }

  @Test
  void one_shard_and_six_answer_questions_about_the_corpus_alike() throws IOException {
    List<SearchRequest> all = corpusQueries();
    int byMeaning = 0;
    for (int i = 0; i < all.size(); i += 3) {
      SearchResults expected = searcher.searchWithFacets(all.get(i));
      OneShardIT.assertSame(expected, asked("one", all.get(i)));
      ManyShardsIT.assertSame(expected, asked("many", all.get(i)));
      byMeaning += expected.added() > 0 ? 1 : 0;
    }
    assertTrue(byMeaning > 20, byMeaning + " of them find articles by meaning alone");
  }

  private static List<String> paths(SearchResults results) {
    return results.hits().stream().map(Hit::path).toList();
  }

  @Test
  void filters_and_switches_hold_for_what_meaning_finds() throws IOException {
    List<SearchRequest> requests = new ArrayList<>();
    for (String query : List.of(QUESTION, "怎么靠送人的程序赚钱", "copyleft", "许可证 -商业")) {
      for (Meaning meaning : Meaning.values()) {
        SearchRequest request = SearchRequest.builder(query).meaning(meaning).build();
        requests.add(request);
        requests.add(request.toBuilder().language(Language.ENGLISH).build());
        requests.add(request.toBuilder().tags(List.of("licence")).build());
        requests.add(request.toBuilder().pathGlob("**/zh/f*").build());
        requests.add(request.toBuilder().formats(List.of(Format.PDF)).build());
        requests.add(request.toBuilder().offset(7).limit(5).snippets(1, 40).build());
        requests.add(request.toBuilder().twins(SearchRequest.Twins.FOLD).build());
        requests.add(request.toBuilder().translate(false).limit(300).build());
        requests.add(request.toBuilder().order(SearchRequest.Order.DATE).build());
      }
    }
    for (String query : List.of("", "-午饭", "как заработать на программах", "lang:zh", "没有这样的词吧")) {
      requests.add(SearchRequest.of(query));
      requests.add(SearchRequest.builder(query).meaning(Meaning.ONLY).build());
    }
    for (SearchRequest request : requests) {
      SearchResults expected = searcher.searchWithFacets(request);
      OneShardIT.assertSame(expected, asked("one", request));
      if (!request.query().isEmpty()) {
        ManyShardsIT.assertSame(expected, asked("many", request));
      }
    }
  }

  @Test
  void what_meaning_gave_is_explained() throws IOException {
    SearchRequest explained = SearchRequest.builder(QUESTION).explain(true).build();
    for (String index : List.of("one", "many")) {
      SearchResults expected = searcher.search(explained);
      SearchResults actual = asked(index, explained);
      for (int i = 0; i < expected.hits().size(); i++) {
        assertEquals(kinds(expected.hits().get(i)), kinds(actual.hits().get(i)));
      }
      assertTrue(kinds(actual.hits().getFirst()).contains(Reason.Kind.MEANING));
    }
  }

  private static Set<Reason.Kind> kinds(Hit hit) {
    return hit.reasons().stream().map(Reason::kind).collect(Collectors.toSet());
  }

  @Test
  void articles_like_one_are_near_in_meaning_too() throws IOException {
    for (String path : searcher.articlePaths().subList(0, 5)) {
      for (Meaning meaning : Meaning.values()) {
        SearchRequest request = SearchRequest.builder("").meaning(meaning).build();
        SearchResults expected = searcher.similar(path, request);
        OneShardIT.assertSame(
            expected, new AskedIndex(cluster, "one").search(request, path, false));
        SearchResults many = new AskedIndex(cluster, "many").search(request, path, false);
        // Which words tell an article from others, each shard says by its own articles.
        if (meaning == Meaning.ONLY) {
          assertEquals(paths(expected), paths(many), path);
          assertEquals(expected.added(), many.added(), path);
        }
        assertTrue(many.hits().size() > 5, path);
      }
    }
  }

  @Test
  void articles_in_the_other_language_are_near_to_the_translation() throws IOException {
    Path index = embedded("english", folder.resolve("part/en"), Depth.LEADS);
    Copy.of(index, cluster, "english-one", 1, 0);
    Copy.of(index, cluster, "english-many", 6, 0);
    try (ArticleSearcher english = ArticleSearcher.open(index)) {
      for (String query : List.of("企业怎么靠服务赚钱，有哪些收入", "维护者为什么会倦怠", "许可证冲突怎么办")) {
        for (Meaning meaning : Meaning.values()) {
          SearchRequest request = SearchRequest.builder(query).meaning(meaning).build();
          SearchResults expected = english.searchWithFacets(request);
          OneShardIT.assertSame(expected, asked("english-one", request));
          ManyShardsIT.assertSame(expected, asked("english-many", request));
        }
      }
    }
  }

  @Test
  void vectors_of_another_model_are_not_compared() throws IOException {
    SearchRequest request = SearchRequest.of(QUESTION);
    SearchRequest words = SearchRequest.builder(QUESTION).meaning(Meaning.OFF).build();
    for (int shards : List.of(1, 6)) {
      String name = "other" + shards;
      Copy.of(folder.resolve("all"), cluster, name, shards, 0, MeaningIT::ofAnotherModel);
      SearchResults results = asked(name, request);
      assertEquals(List.of(Notice.OTHER_MODEL), results.notices());
      assertEquals(paths(searcher.search(words)), paths(results));
    }
  }

  private static byte[] ofAnotherModel(byte[] vectors) {
    vectors[0] ^= 1; // They begin with the number of the model.
    return vectors;
  }

  @Test
  void what_no_search_could_read_is_not_taken() throws IOException {
    Article article =
        new Article(
            "茶",
            Language.CHINESE,
            null,
            List.of(),
            List.of(),
            List.of(),
            "水开了再泡。",
            List.of(),
            new LineMap(new int[] {0}, new int[] {1}),
            List.of(),
            Format.MARKDOWN,
            "UTF-8",
            List.of());
    byte[] whole =
        Embedder.shared()
            .article(Language.CHINESE, "茶", article.text(), List.of(), Depth.PASSAGES)
            .bytes;
    cluster.require(
        "PUT", "/tea", Copy.creation(new CommitData(Map.of("schema", IndexSchema.VERSION)), 1, 0));
    assertEquals(201, put(article, whole));
    assertEquals(400, put(article, Arrays.copyOf(whole, whole.length - 1)));
    assertEquals(400, put(article, Arrays.copyOf(whole, whole.length + 1)));
    assertEquals(400, put(article, new byte[0]));
    assertEquals(400, put(article, new byte[] {1, 2, 3, 4, 99, 5, 6, 7}));
  }

  private static int put(Article article, byte[] vectors) throws IOException {
    WireDocument document =
        new WireDocument("tea.md", "", new FileStamp(1, 2), 3, article, null, vectors);
    byte[] json = Wire.write(document);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes("{\"article\":".getBytes(UTF_8));
    body.writeBytes(json);
    body.write('}');
    return cluster.send("PUT", "/tea/_doc/tea.md", body.toByteArray()).statusCode();
  }

  @Test
  void without_vectors_words_answer_and_meaning_alone_says_why_it_does_not() throws IOException {
    Path index = embedded("plain", Path.of("corpus/zh"), Depth.OFF);
    try (ArticleSearcher plain = ArticleSearcher.open(index)) {
      for (int shards : List.of(1, 6)) {
        String name = "plain" + shards;
        Copy.of(index, cluster, name, shards, 0);
        for (Meaning meaning : Meaning.values()) {
          SearchRequest request = SearchRequest.builder("怎么靠送人的程序赚钱").meaning(meaning).build();
          SearchResults expected = plain.searchWithFacets(request);
          ManyShardsIT.assertSame(expected, asked(name, request));
          assertEquals(
              meaning == Meaning.ONLY ? List.of(Notice.NO_VECTORS) : List.of(), expected.notices());
        }
      }
    }
  }
}
