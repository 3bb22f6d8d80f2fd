package dev.kaiyuan.finder;

import dev.kaiyuan.search.ArticleSearcher;
import dev.kaiyuan.search.Hit;
import dev.kaiyuan.search.QueryMarker;
import dev.kaiyuan.search.SearchRequest;
import dev.kaiyuan.search.SearchResults;
import dev.kaiyuan.search.StoredArticle;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.lucene.util.IOSupplier;
import org.jspecify.annotations.Nullable;

/** Answers from the index, which is opened when the first question comes. Thread-safe. */
final class Answers implements Closeable {
  private static final long REFRESH_EVERY = 1_000_000_000L;
  private static final long LONGEST_REHEARSAL = 1_500_000_000L;

  private final IOSupplier<ArticleSearcher> index;
  private final SearchRequest begun;
  private @Nullable ArticleSearcher searcher;
  private long refreshed;

  Answers(IOSupplier<ArticleSearcher> index, SearchRequest begun) {
    this.index = index;
    this.begun = begun;
  }

  /** Opens the index, and looks every second whether it has changed. */
  private synchronized ArticleSearcher searcher() throws IOException {
    ArticleSearcher open = searcher;
    if (open == null) {
      open = index.get();
      searcher = open;
      refreshed = System.nanoTime();
    } else if (System.nanoTime() - refreshed > REFRESH_EVERY) {
      open.refresh();
      refreshed = System.nanoTime();
    }
    return open;
  }

  SearchResults to(Question question) throws IOException {
    SearchResults results = search(question, question.query());
    String unfinished = question.query() + "*";
    if (isUnfinished(question.query(), results)) {
      SearchResults begun = search(question, unfinished);
      return begun.hits().isEmpty() ? results : begun;
    }
    return results;
  }

  /**
   * Searches for beginnings of titles, so that the JVM has compiled what the person's keys will
   * need.
   *
   * @param isOver whether somebody waits for something else
   */
  void rehearse(SearchResults shown, BooleanSupplier isOver) throws IOException {
    long start = System.nanoTime();
    boolean isEmpty = shown.hits().isEmpty();
    for (int length = 1; !isEmpty && System.nanoTime() - start < LONGEST_REHEARSAL; length++) {
      for (Hit hit : shown.hits()) {
        if (isOver.getAsBoolean()) {
          return;
        }
        String title = hit.title().substring(0, Math.min(length, hit.title().length()));
        to(new Question(title, List.of(), shown.hits().size(), 80, false));
      }
    }
  }

  private SearchResults search(Question question, String query) throws IOException {
    SearchRequest request = question.request(begun, query);
    return question.isOfFilters()
        ? searcher().searchWithFacets(request)
        : searcher().search(request);
  }

  /**
   * Whether the last word is one of Latin letters that no article holds: then words are found that
   * begin so. What is a word already finds what a search would.
   */
  private static boolean isUnfinished(String query, SearchResults results) {
    int start = query.length();
    while (start > 0 && isLatin(query.charAt(start - 1))) {
      start--;
    }
    boolean isWord =
        query.length() - start > 1
            && (start == 0 || Character.isWhitespace(query.charAt(start - 1)));
    return isWord
        && !results.understood().isEmpty()
        && results.understood().getLast().articles() == 0;
  }

  private static boolean isLatin(char c) {
    return c < 0x250 && Character.isLetter(c);
  }

  /** Returns an article, or null if it is not in the index any more. */
  @Nullable StoredArticle article(String path) throws IOException {
    return searcher().article(path);
  }

  QueryMarker marker(String query) throws IOException {
    return searcher().marker(query);
  }

  @Override
  public synchronized void close() throws IOException {
    if (searcher != null) {
      searcher.close();
    }
  }
}
