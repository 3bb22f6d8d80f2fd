package dev.kaiyuan.search;

import dev.kaiyuan.analysis.translation.Glossary;
import dev.kaiyuan.meaning.TextVector;
import dev.kaiyuan.search.query.Frequencies;
import dev.kaiyuan.search.query.WordFrequency;
import dev.kaiyuan.search.query.WordPattern;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a search over several shards, each with what every shard is asked and what it says.
 * So scores are those of an index that is not divided: all shards weigh terms by what all of them
 * have.
 */
public enum ShardStep {
  /** Which words tell an article from others, on the shard that has it. */
  TELLING(Asked.class, Telling.class),
  /** Which terms a plan asks for, and how frequent they are on the shard. */
  PLAN(Asked.class, Frequencies.class),
  /** How frequent terms are on the shard. */
  COUNT(Terms.class, Frequencies.class),
  /** Which vectors are wanted before articles can be found by meaning. */
  TEXTS(Asked.class, Texts.class),
  /** The best articles of the shard. */
  FIND(Asked.class, Found.class),
  /** Which terms the best of all shards have, of those that the shard has. */
  LIKED(Liked.class, Weighted.class),
  /** How like those the shard's own among the best are. */
  ALIKE(Alike.class, Weighted.class),
  /** The hits that are shown, of those that the shard has. */
  READ(Read.class, Hits.class),
  /** Which words of the shard look like something. */
  WORDS(WordPattern.class, Words.class),
  /** How many articles of the shard have words together. */
  TOGETHER(Lexicon.Together.class, Articles.class),
  /** What may have kept a query from finding anything. */
  REASONS(Asked.class, Reasons.class);

  private final Class<? extends Record> question;
  private final Class<? extends Record> answer;

  ShardStep(Class<? extends Record> question, Class<? extends Record> answer) {
    this.question = question;
    this.answer = answer;
  }

  /** Returns the type of what is asked. */
  public Class<? extends Record> question() {
    return question;
  }

  /** Returns the type of what is said. */
  public Class<? extends Record> answer() {
    return answer;
  }

  /**
   * A search.
   *
   * @param request the request
   * @param like the article to find similar ones of, or null to search for the request's query
   * @param telling the words that tell that article from others, or null
   * @param facets whether to count the kinds of articles that match
   * @param glossary the user's own translations, or null
   * @param all what is known of all shards so far
   * @param vectors what is looked for means, or null to search by words alone
   */
  public record Asked(
      SearchRequest request,
      @Nullable String like,
      @Nullable String telling,
      boolean facets,
      @Nullable Glossary glossary,
      Frequencies all,
      @Nullable QueryVectors vectors) {
    Asked with(Frequencies more) {
      return new Asked(request, like, telling, facets, glossary, more, vectors);
    }

    Asked with(String words) {
      return new Asked(request, like, words, facets, glossary, all, vectors);
    }

    Asked with(@Nullable QueryVectors known) {
      return new Asked(request, like, telling, facets, glossary, all, known);
    }
  }

  /**
   * The words of an article, and what it means.
   *
   * @param words the words, or null from a shard that lacks it
   * @param vectors its vector, if it has one and that is wanted
   */
  public record Telling(@Nullable String words, List<TextVector> vectors) {}

  /**
   * Texts of which vectors are wanted.
   *
   * @param known whether the shard has vectors to compare them with
   * @param texts the texts
   */
  public record Texts(boolean known, List<QueryText> texts) {}

  /**
   * Terms.
   *
   * @param keys see {@link Frequencies#key}
   * @param words those of which terms that are akin are wanted too
   */
  public record Terms(Set<String> keys, Set<String> words) {}

  /**
   * An article that may be a hit.
   *
   * @param path the file as the index holds it
   * @param language the code of its language
   * @param score its score by words, or null if no word finds it
   * @param rescored its score by the positions of terms too, if it is among the best of the shard
   * @param date its date as days since 1970, or the least number
   * @param meant how near it is, or null if it has nothing to compare
   */
  public record Candidate(
      String path,
      String language,
      @Nullable Float score,
      float rescored,
      long date,
      @Nullable Meant meant) {
    /** Returns its score by words, 0 if none finds it. */
    float byWords() {
      return score == null ? 0 : score;
    }
  }

  /**
   * How near an article is in meaning.
   *
   * @param passage the cosine by passages, or null if it is not among the nearest of the shard
   * @param cosine the cosine by parts too
   * @param translated whether it is compared with a translation
   */
  public record Meant(@Nullable Float passage, float cosine, boolean translated) {}

  /**
   * What a shard finds.
   *
   * @param best its best, the best first
   * @param total how many match
   * @param exact whether that is exact
   * @param words as in {@link SearchResults}
   * @param translations as in {@link SearchResults}
   * @param facets what kinds of articles match, or null
   * @param notices as in {@link SearchResults}
   * @param kind what the query is like, or null if meaning does not count
   * @param models those that made the vectors which were met
   */
  public record Found(
      List<Candidate> best,
      long total,
      boolean exact,
      List<SearchResults.QueryWord> words,
      Map<String, List<String>> translations,
      @Nullable Facets facets,
      List<Notice> notices,
      @Nullable QueryKind kind,
      Set<Integer> models) {}

  /**
   * Articles that are liked.
   *
   * @param likelihoods how likely each is to be what is looked for, by its path
   */
  public record Liked(Map<String, Float> likelihoods) {}

  /**
   * What has a weight.
   *
   * @param weights terms or paths, each with its weight
   */
  public record Weighted(Map<String, Float> weights) {}

  /**
   * Articles to be compared with those that are liked.
   *
   * @param all the frequencies of the terms
   * @param terms the terms that those have, with their weights
   * @param paths the articles
   */
  public record Alike(Frequencies all, Map<String, Float> terms, List<String> paths) {}

  /**
   * A hit to be read.
   *
   * @param rank its rank, from 1
   * @param path the file as the index holds it
   * @param score its score
   * @param meant what meaning added to that
   * @param gave what its language added to that
   * @param twins the paths of the same article in other languages
   */
  public record Wanted(
      int rank, String path, float score, float meant, float gave, List<String> twins) {}

  /**
   * Hits to be read.
   *
   * @param asked the search
   * @param hits the hits, some of which the shard has
   * @param terms the terms of the relevance feedback with their weights, or empty
   * @param boost the boost of that
   */
  public record Read(Asked asked, List<Wanted> hits, Map<String, Float> terms, float boost) {}

  /**
   * Hits.
   *
   * @param hits those that the shard has
   */
  public record Hits(List<Hit> hits) {}

  /**
   * Words of a shard.
   *
   * @param words the words, in order
   */
  public record Words(List<WordFrequency> words) {}

  /**
   * A number of articles.
   *
   * @param number the number
   */
  public record Articles(int number) {}

  /**
   * What may have kept a query from finding anything.
   *
   * @param notices the reasons
   */
  public record Reasons(List<Notice> notices) {}
}
