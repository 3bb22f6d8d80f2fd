package dev.kaiyuan.search;

import dev.kaiyuan.index.DirectoryIndexer;
import dev.kaiyuan.index.IndexingOptions;
import dev.kaiyuan.index.IndexingProgress;
import dev.kaiyuan.search.snippet.Range;
import dev.kaiyuan.search.snippet.Snippet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A few articles, given as Markdown by their names, in an index of their own. */
public final class Shelf implements AutoCloseable {
  private final ArticleSearcher searcher;

  private Shelf(ArticleSearcher searcher) {
    this.searcher = searcher;
  }

  /** Indexes articles in an empty folder. */
  public static Shelf of(Path folder, Map<String, String> articles) throws IOException {
    Path docs = Files.createDirectories(folder.toRealPath().resolve("docs"));
    for (Map.Entry<String, String> article : articles.entrySet()) {
      Path file = docs.resolve(article.getKey() + ".md");
      Files.createDirectories(file.getParent());
      Files.writeString(file, article.getValue());
    }
    Path index = folder.resolve("index");
    new DirectoryIndexer(index, IndexingOptions.REFRESH)
        .index(List.of(docs), IndexingProgress.NONE);
    return new Shelf(ArticleSearcher.open(index));
  }

  public SearchResults search(String query) throws IOException {
    return search(SearchRequest.builder(query).limit(100).build());
  }

  public SearchResults search(SearchRequest request) throws IOException {
    return searcher.search(request);
  }

  /** Returns the names of what was found, the best first. */
  List<String> found(String query) throws IOException {
    return search(query).hits().stream().map(Shelf::name).toList();
  }

  /** Returns the best article's first snippet with what is marked in it between 【 and 】. */
  public String marked(String query) throws IOException {
    return marked(search(query).hits().getFirst().snippets().getFirst());
  }

  public static String marked(Snippet snippet) {
    return marked(snippet.text(), snippet.highlights());
  }

  public static String marked(String text, List<Range> highlights) {
    StringBuilder marked = new StringBuilder(text);
    for (Range range : highlights.reversed()) {
      marked.insert(range.end(), '】').insert(range.start(), '【');
    }
    return marked.toString();
  }

  static String name(Hit hit) {
    String file = hit.path().substring(hit.path().lastIndexOf('/') + 1);
    return file.substring(0, file.length() - ".md".length());
  }

  @Override
  public void close() throws IOException {
    searcher.close();
  }
}
