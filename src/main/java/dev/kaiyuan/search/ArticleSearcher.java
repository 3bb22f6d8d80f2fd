package dev.kaiyuan.search;

import dev.kaiyuan.analysis.segmenter.UserDictionary;
import dev.kaiyuan.analysis.translation.Translations;
import dev.kaiyuan.index.IndexException;
import dev.kaiyuan.search.limit.SearchTimeoutException;
import dev.kaiyuan.search.limit.TooComplexPatternException;
import dev.kaiyuan.search.query.Weights;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * Searches the articles of an index.
 *
 * <pre>{@code
 * try (var searcher = ArticleSearcher.open(Path.of("index"))) {
 *   var results = searcher.search(SearchRequest.builder("开源许可证").limit(5).build());
 *   for (var hit : results.hits()) {
 *     System.out.println(hit.title() + " " + hit.path() + ":" + hit.line());
 *   }
 * }
 * }</pre>
 *
 * <p>A searcher sees the index as of the last commit before it was opened or {@link #refresh
 * refreshed}. Opening costs more than searching: keep one for as long as the application lives.
 * Thread-safe. A search does some of its work in threads of the common pool.
 */
public final class ArticleSearcher implements Closeable {
  private final SearchedIndex index;

  private ArticleSearcher(SearchedIndex index) {
    this.index = index;
  }

  /**
   * Returns a searcher of an index that is open, and closes it with itself.
   *
   * @param index the index
   */
  public static ArticleSearcher over(SearchedIndex index) {
    return new ArticleSearcher(index);
  }

  /**
   * Opens the index at an address: a cluster's is {@code https://host:9200/name}, with more nodes
   * after commas, and takes the name and password from the environment, as the command line does.
   *
   * <pre>{@code
   * ArticleSearcher.open(URI.create("https://search-1:9200,search-2:9200/articles"))
   * }</pre>
   *
   * @param address the address; one of a folder's ({@code file:}) opens the index in it
   * @throws IllegalArgumentException if nothing on the class path or module path opens such an
   *     address
   * @throws IOException if the index can't be opened; its message is one line for a person
   */
  public static ArticleSearcher open(URI address) throws IOException {
    if ("file".equals(address.getScheme())) {
      return open(Path.of(address));
    }
    for (SearchedIndexProvider provider : ServiceLoader.load(SearchedIndexProvider.class)) {
      if (provider.opens(address)) {
        return over(provider.open(address));
      }
    }
    throw new IllegalArgumentException("nothing opens an index at such an address");
  }

  /**
   * Opens the index in a folder.
   *
   * @param directory the index's folder
   * @throws IndexException if there is no index, or none that this version can search
   * @throws IOException if reading fails otherwise
   */
  public static ArticleSearcher open(Path directory) throws IOException {
    return open(directory, Translations.builtIn());
  }

  /**
   * Opens the index in a folder, to look for other translations than those built in.
   *
   * <pre>{@code
   * var own = Glossary.read(Path.of("glossary.txt"));
   * ArticleSearcher.open(directory, Translations.builtIn().with(own));
   * }</pre>
   *
   * @param directory the index's folder
   * @param translations what words are called in the other language
   * @throws IndexException if there is no index, or none that this version can search
   * @throws IOException if reading fails otherwise
   */
  public static ArticleSearcher open(Path directory, Translations translations) throws IOException {
    return open(directory, translations, Weights.MEASURED);
  }

  /**
   * Opens the index in a folder to ask it once or twice: sooner, but each search takes longer. Its
   * files are read by calls, because what it takes to map them is slow in a JVM that has just
   * begun. Whoever interrupts a thread that searches closes the files under it: every search after
   * that fails, and the searcher must be opened again.
   *
   * @param directory the index's folder
   * @param translations what words are called in the other language
   * @throws IndexException if there is no index, or none that this version can search
   * @throws IOException if reading fails otherwise
   */
  public static ArticleSearcher openBriefly(Path directory, Translations translations)
      throws IOException {
    return over(new FolderIndex(new LatestCommit(directory, true, Weights.MEASURED), translations));
  }

  static ArticleSearcher open(Path directory, Translations translations, Weights weights)
      throws IOException {
    return over(new FolderIndex(new LatestCommit(directory, false, weights), translations));
  }

  /**
   * Answers a request.
   *
   * @throws TooComplexPatternException if the request's path pattern is too complex
   * @throws SearchTimeoutException if the request's time is over before it is answered
   * @throws IndexException if the index turns out to be damaged
   * @throws org.apache.lucene.store.AlreadyClosedException if the searcher is closed
   * @throws IOException if the index can't be read otherwise
   */
  public SearchResults search(SearchRequest request) throws IOException {
    return index.search(request, null, false);
  }

  /**
   * Answers a request, and says what kinds of articles match it, whatever its limit and offset.
   *
   * @throws TooComplexPatternException if the request's path pattern is too complex
   * @throws SearchTimeoutException if the request's time is over before it is answered
   * @throws IndexException if the index turns out to be damaged
   * @throws org.apache.lucene.store.AlreadyClosedException if the searcher is closed
   * @throws IOException if the index can't be read otherwise
   */
  public SearchResults searchWithFacets(SearchRequest request) throws IOException {
    return index.search(request, null, true);
  }

  /**
   * Finds articles like one in the index, in both languages if the request translates.
   *
   * @param path the file as the index holds it, see {@link dev.kaiyuan.index.folder.ArticlePaths}
   * @param request the filters, the number of hits and so on; its query is not looked at
   * @return the most similar articles, without the one itself; their query is the path, and the
   *     words understood are those that tell the article from others
   * @throws java.nio.file.NoSuchFileException if the index holds no such article
   * @throws TooComplexPatternException if the request's path pattern is too complex
   * @throws SearchTimeoutException if the request's time is over before it is answered
   * @throws IndexException if the index turns out to be damaged
   * @throws org.apache.lucene.store.AlreadyClosedException if the searcher is closed
   * @throws IOException if the index can't be read otherwise
   */
  public SearchResults similar(String path, SearchRequest request) throws IOException {
    return index.search(request, path, false);
  }

  /**
   * Returns an article, or null if the index holds none of this path.
   *
   * @param path the file as the index holds it, see {@link dev.kaiyuan.index.folder.ArticlePaths}
   * @throws IOException if the index can't be read
   */
  public @Nullable StoredArticle article(String path) throws IOException {
    return index.article(path);
  }

  /**
   * Returns the paths of all files that the index knows, be there an article in them or not, in
   * order.
   *
   * @throws IOException if the index can't be read
   */
  public List<String> paths() throws IOException {
    return index.paths();
  }

  /**
   * Returns what marks the words of a query in texts that are shown.
   *
   * @throws IOException if the index can't be read
   */
  public QueryMarker marker(String query) throws IOException {
    return index.marker(query);
  }

  /**
   * Returns what is in the index.
   *
   * @throws IOException if the index can't be read
   */
  public IndexStatistics statistics() throws IOException {
    return index.statistics();
  }

  /**
   * Returns what the index was made of: folders and files as the index names them; {@code .} is the
   * folder in which the index lies.
   *
   * @throws IOException if the index can't be read
   */
  public List<String> folders() throws IOException {
    return index.folders();
  }

  /**
   * Returns the files of all articles as the index holds them, in the order of their paths.
   *
   * @throws IOException if the index can't be read
   */
  public List<String> articlePaths() throws IOException {
    return index.articlePaths();
  }

  /**
   * Returns the words that the index was made with: those that come with the program, and its own.
   *
   * @throws IOException if the index can't be read
   */
  public UserDictionary words() throws IOException {
    return index.words();
  }

  /**
   * Returns words in the index that begin as something that was typed, the most frequent first. Of
   * more than 5,000 such words only the first in order of their characters are looked at.
   *
   * @param prefix how the words begin; an empty one gives none
   * @param limit how many words at the most, 0 or more
   * @throws IllegalArgumentException if the limit is negative
   * @throws IOException if the index can't be read
   */
  public List<String> completions(String prefix, int limit) throws IOException {
    if (limit < 0) {
      throw new IllegalArgumentException("limit must be 0 or more, but is " + limit);
    }
    return index.completions(prefix, limit);
  }

  /**
   * Sees what was committed to the index since it was opened or refreshed last, also where another
   * index was put in its place. Searches under way go on over what they see.
   *
   * @return whether anything had changed
   * @throws IndexException if there is no index any more, or none that this version can search; the
   *     searcher goes on with what it saw before, and the next refresh tries again
   * @throws IOException if the index can't be read otherwise
   */
  public boolean refresh() throws IOException {
    return index.refresh();
  }

  /**
   * Closes the index. Searches under way in other threads end as they would have; one that begins
   * afterwards fails with {@link org.apache.lucene.store.AlreadyClosedException}. Closing again
   * does nothing.
   */
  @Override
  public void close() throws IOException {
    index.close();
  }
}
