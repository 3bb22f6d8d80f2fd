package dev.kaiyuan.opensearch;

import dev.kaiyuan.analysis.translation.Translations;
import dev.kaiyuan.cluster.wire.Answer;
import dev.kaiyuan.cluster.wire.Question;
import dev.kaiyuan.cluster.wire.Wire;
import dev.kaiyuan.search.FacetCount;
import dev.kaiyuan.search.ShardSearcher;
import dev.kaiyuan.search.ShardStep;
import java.io.IOException;
import java.util.List;

/** Answers a question over one shard. */
final class ShardWork {
  private final ShardSearcher searcher;
  private final long state;

  /**
   * Begins.
   *
   * @param state the number of the last change that the shard knows
   */
  ShardWork(ShardSearcher searcher, long state) {
    this.searcher = searcher;
    this.state = state;
  }

  /** Words with the number of articles that have them. */
  record Completions(List<FacetCount> words) {}

  /** The number of the last change. */
  record State(long change) {}

  byte[] answer(ShardQuestion question, byte[] body) throws IOException {
    ShardStep step = question.step();
    if (step != null) {
      return RefusedException.told(
          () -> Wire.write(searcher.answer(step, Wire.read(body, step.question()))));
    }
    return RefusedException.told(
        () ->
            Wire.write(
                switch (question) {
                  case SEARCH -> search(Wire.read(body, Question.Search.class));
                  case ARTICLE ->
                      new Answer.Article(
                          searcher.article(Wire.read(body, Question.Article.class).path()));
                  case PATHS -> new Answer.Names(searcher.paths());
                  case ARTICLES -> new Answer.Names(searcher.articlePaths());
                  case STATISTICS -> searcher.statistics();
                  case COMPLETIONS ->
                      new Completions(
                          searcher.completions(
                              Wire.read(body, Question.Completions.class).prefix()));
                  case MARKER -> marker(Wire.read(body, Question.Marker.class));
                  case FILES -> files(Wire.read(body, Question.Files.class));
                  case STATE -> new State(state);
                  default -> throw new IllegalArgumentException(question.name());
                }));
  }

  private Record search(Question.Search asked) throws IOException {
    return searcher.search(
        asked.request(),
        asked.like(),
        asked.facets(),
        Translations.builtInWith(asked.glossary()),
        asked.vectors());
  }

  private Record marker(Question.Marker asked) throws IOException {
    return new Answer.Marker(
        searcher.marked(asked.query(), Translations.builtInWith(asked.glossary())),
        searcher.ownWords());
  }

  private Record files(Question.Files asked) throws IOException {
    var files = searcher.files(asked.root(), asked.after(), asked.limit());
    return new Answer.Files(files, files.size() < asked.limit());
  }
}
