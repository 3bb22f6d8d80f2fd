package dev.kaiyuan.opensearch;

import dev.kaiyuan.cluster.wire.Answer;
import dev.kaiyuan.cluster.wire.Endpoint;
import dev.kaiyuan.cluster.wire.Question;
import dev.kaiyuan.cluster.wire.Wire;
import dev.kaiyuan.index.CommitData;
import dev.kaiyuan.index.IndexSchema;
import dev.kaiyuan.index.IndexedFiles;
import dev.kaiyuan.search.FacetCount;
import dev.kaiyuan.search.IndexStatistics;
import dev.kaiyuan.search.ShardedSearch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.util.BytesRef;

/** Answers each question about an index by what its shards say. */
final class IndexAnswers {
  private final Shards shards;
  private final CommitData data;

  /**
   * Answers for an index.
   *
   * @param data what its mapping says of it
   */
  IndexAnswers(Shards shards, CommitData data) {
    this.shards = shards;
    this.data = data;
  }

  byte[] answer(Endpoint endpoint, byte[] body) throws IOException {
    return switch (endpoint) {
      case SEARCH -> search(body);
      default -> Wire.write(other(endpoint, body));
    };
  }

  private byte[] search(byte[] body) throws IOException {
    Question.Search asked = Wire.read(body, Question.Search.class);
    Shards inTime = shards.within(asked.request().timeLimit());
    return shards.number() == 1
        ? inTime.ask(ShardQuestion.SEARCH, body).getFirst()
        : Wire.write(
            new ShardedSearch(inTime, data)
                .search(
                    asked.request(),
                    asked.like(),
                    asked.facets(),
                    asked.glossary(),
                    asked.vectors()));
  }

  private Record other(Endpoint endpoint, byte[] body) throws IOException {
    return switch (endpoint) {
      case VERSION -> version();
      case ARTICLE -> article(body);
      case PATHS -> names(ShardQuestion.PATHS, body);
      case ARTICLES -> names(ShardQuestion.ARTICLES, body);
      case STATISTICS ->
          IndexStatistics.sum(shards.ask(ShardQuestion.STATISTICS, body, IndexStatistics.class));
      case WORDS -> new Answer.Words(data.words().own().lines());
      case COMPLETIONS -> completions(body);
      case MARKER -> shards.ask(ShardQuestion.MARKER, body, Answer.Marker.class).getFirst();
      case FILES -> files(body);
      case SEARCH -> throw new IllegalArgumentException("it is answered by a shard");
    };
  }

  private Answer.Version version() throws IOException {
    List<Long> changes = new ArrayList<>();
    for (ShardWork.State each :
        shards.ask(ShardQuestion.STATE, new byte[0], ShardWork.State.class)) {
      changes.add(each.change());
    }
    String commit = Integer.toHexString(Objects.hash(changes, data));
    String program = IndexAnswers.class.getPackage().getImplementationVersion();
    return new Answer.Version(
        Endpoint.PROTOCOL,
        IndexSchema.VERSION,
        program == null ? "" : program,
        commit,
        data.meaning());
  }

  private Answer.Article article(byte[] body) throws IOException {
    for (Answer.Article each : shards.ask(ShardQuestion.ARTICLE, body, Answer.Article.class)) {
      if (each.article() != null) {
        return each;
      }
    }
    return new Answer.Article(null);
  }

  private Answer.Names names(ShardQuestion question, byte[] body) throws IOException {
    List<String> names = new ArrayList<>();
    for (Answer.Names each : shards.ask(question, body, Answer.Names.class)) {
      names.addAll(each.names());
    }
    if (question == ShardQuestion.PATHS) {
      names.sort((a, b) -> new BytesRef(a).compareTo(new BytesRef(b)));
    } else {
      Collections.sort(names);
    }
    return new Answer.Names(names);
  }

  private Answer.Names completions(byte[] body) throws IOException {
    Question.Completions asked = Wire.read(body, Question.Completions.class);
    Map<String, Integer> articles = new HashMap<>();
    for (ShardWork.Completions each :
        shards.ask(ShardQuestion.COMPLETIONS, body, ShardWork.Completions.class)) {
      each.words().forEach(word -> articles.merge(word.value(), word.count(), Integer::sum));
    }
    List<FacetCount> words = new ArrayList<>();
    articles.forEach((word, count) -> words.add(new FacetCount(word, count)));
    Collections.sort(words);
    return new Answer.Names(
        words.stream().limit(Math.max(0, asked.limit())).map(FacetCount::value).toList());
  }

  private Answer.Files files(byte[] body) throws IOException {
    Question.Files asked = Wire.read(body, Question.Files.class);
    List<IndexedFiles.File> files = new ArrayList<>();
    boolean last = true;
    for (Answer.Files each : shards.ask(ShardQuestion.FILES, body, Answer.Files.class)) {
      files.addAll(each.files());
      last &= each.last();
    }
    files.sort((a, b) -> new BytesRef(a.path()).compareTo(new BytesRef(b.path())));
    boolean cut = files.size() > asked.limit();
    return new Answer.Files(cut ? files.subList(0, asked.limit()) : files, last && !cut);
  }
}
