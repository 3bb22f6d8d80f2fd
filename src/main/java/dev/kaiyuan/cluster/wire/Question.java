package dev.kaiyuan.cluster.wire;

import dev.kaiyuan.analysis.translation.Glossary;
import dev.kaiyuan.search.QueryVectors;
import dev.kaiyuan.search.SearchRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a client sends. */
public sealed interface Question {
  /** A question that its endpoint says whole. */
  record Plain() implements Question {}

  /**
   * Asks which articles answer a request.
   *
   * @param request the request
   * @param like the path of the article to find similar ones of, or null to search for the query
   * @param facets whether to count the kinds of articles that match
   * @param glossary the user's own translations, or null
   * @param vectors what the query means, or null if the index has not said yet which texts it wants
   *     vectors of
   */
  record Search(
      SearchRequest request,
      @Nullable String like,
      boolean facets,
      @Nullable Glossary glossary,
      @Nullable QueryVectors vectors)
      implements Question {
    /** Checks that there is a request. */
    public Search {
      Objects.requireNonNull(request, "request");
    }
  }

  /**
   * Asks for one article.
   *
   * @param path the file as the index holds it
   */
  record Article(String path) implements Question {
    /** Checks that there is a path. */
    public Article {
      Objects.requireNonNull(path, "path");
    }
  }

  /**
   * Asks for words.
   *
   * @param prefix how they begin
   * @param limit the number of words at the most
   */
  record Completions(String prefix, int limit) implements Question {
    /** Checks that there is a prefix. */
    public Completions {
      Objects.requireNonNull(prefix, "prefix");
    }
  }

  /**
   * Asks what marks a query.
   *
   * @param query the query as it was typed
   * @param glossary the user's own translations, or null
   */
  record Marker(String query, @Nullable Glossary glossary) implements Question {
    /** Checks that there is a query. */
    public Marker {
      Objects.requireNonNull(query, "query");
    }
  }

  /**
   * Asks for files, in the order of their paths as bytes in UTF-8.
   *
   * @param root the folder, or the file, that they are or lie under; empty for all relative paths
   * @param after the path behind which to begin, or null to begin with the first
   * @param limit the number of files at the most, 1 to 10,000
   */
  record Files(String root, @Nullable String after, int limit) implements Question {
    /** The most files of one answer. */
    public static final int MOST = 10_000;

    /** Checks the limit, and that there is a folder. */
    public Files {
      Objects.requireNonNull(root, "root");
      if (limit < 1 || limit > MOST) {
        throw new IllegalArgumentException("limit must be 1 to 10,000, but is " + limit);
      }
    }
  }
}
