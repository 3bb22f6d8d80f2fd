package dev.kaiyuan.search;

import dev.kaiyuan.analysis.segmenter.UserDictionary;
import dev.kaiyuan.analysis.translation.Translations;
import dev.kaiyuan.index.IndexFiles;
import dev.kaiyuan.search.limit.Deadline;
import dev.kaiyuan.search.limit.TooComplexPatternException;
import dev.kaiyuan.search.query.CommitSearcher;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The index in a folder. */
final class FolderIndex implements SearchedIndex {
  private final LatestCommit latest;
  private final Translations translations;

  FolderIndex(LatestCommit latest, Translations translations) {
    this.latest = latest;
    this.translations = translations;
  }

  private interface Question<T extends @Nullable Object> {
    T ask(CommitSearcher searcher) throws IOException;
  }

  private <T extends @Nullable Object> T ask(Question<T> question) throws IOException {
    CommitSearcher searcher = latest.acquire();
    try {
      return question.ask(searcher);
    } catch (TooComplexPatternException | NoSuchFileException e) {
      throw e;
    } catch (Deadline.OverException e) {
      throw e.told();
    } catch (IOException | RuntimeException | Error e) {
      throw IndexFiles.explained(latest.folder(), searcher.reader(), e);
    } finally {
      latest.release(searcher);
    }
  }

  @Override
  public SearchResults search(SearchRequest request, @Nullable String like, boolean withFacets)
      throws IOException {
    Duration limit = request.timeLimit();
    Deadline end = limit == null ? null : new Deadline(limit);
    return ask(
        searcher ->
            new SearchRun(end == null ? searcher : searcher.until(end), translations, null)
                .answer(request, like, withFacets));
  }

  @Override
  public @Nullable StoredArticle article(String path) throws IOException {
    return ask(searcher -> new IndexInspection(searcher).article(path));
  }

  @Override
  public List<String> paths() throws IOException {
    return ask(searcher -> new IndexInspection(searcher).paths());
  }

  @Override
  public QueryMarker marker(String query) throws IOException {
    return ask(
        searcher ->
            new QueryMarker(
                QueryBuilder.plan(SearchRequest.of(query).normalized(), searcher, translations)));
  }

  @Override
  public IndexStatistics statistics() throws IOException {
    return ask(searcher -> new IndexInspection(searcher).statistics());
  }

  @Override
  public List<String> folders() throws IOException {
    return ask(searcher -> new IndexInspection(searcher).folders());
  }

  @Override
  public List<String> articlePaths() throws IOException {
    return ask(searcher -> new IndexInspection(searcher).articlePaths());
  }

  @Override
  public UserDictionary words() throws IOException {
    return ask(searcher -> searcher.words().all());
  }

  @Override
  public List<String> completions(String prefix, int limit) throws IOException {
    return ask(searcher -> new IndexInspection(searcher).completions(prefix)).stream()
        .limit(limit)
        .map(FacetCount::value)
        .toList();
  }

  @Override
  public boolean refresh() throws IOException {
    CommitSearcher before = latest.acquire();
    try {
      latest.maybeRefreshBlocking();
      CommitSearcher now = latest.acquire();
      latest.release(now);
      return now != before;
    } finally {
      latest.release(before);
    }
  }

  @Override
  public void close() throws IOException {
    latest.close();
  }
}
