package dev.kaiyuan.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kaiyuan.analysis.segmenter.UserDictionary;
import dev.kaiyuan.cluster.ClusterClient.Call;
import dev.kaiyuan.cluster.ClusterException.Problem;
import dev.kaiyuan.cluster.wire.Wire;
import dev.kaiyuan.cluster.wire.WireDocument;
import dev.kaiyuan.index.CommitData;
import dev.kaiyuan.meaning.Depth;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Sees to it that an index is there before a run, with the words and the shards of the run. */
final class IndexCreation {
  /**
   * One shard answers as a folder's index does, to the last digit; one more copy, where there is
   * another node for it, outlives a node.
   */
  private static final Numbers USUAL = new Numbers("1", "1", "0-1");

  private final Cluster cluster;
  private final ClusterClient client;
  private final ClusterOptions options;
  private final boolean rebuild;
  private final @Nullable UserDictionary words;
  private Depth remembered = Depth.OFF;

  /**
   * Makes one.
   *
   * @param words the words that the run is given, or null for those of the index
   */
  IndexCreation(
      Cluster cluster, ClusterOptions options, boolean rebuild, @Nullable UserDictionary words) {
    this.cluster = cluster;
    this.client = cluster.client();
    this.options = options;
    this.rebuild = rebuild;
    this.words = words;
  }

  /** What is to be done before a run. */
  enum Need {
    NOTHING,
    CREATE,
    /** Only what this person put into the index is there, all of which a rebuild reads anew. */
    REPLACE
  }

  /**
   * Says what is to be done.
   *
   * @throws ClusterException if the index cannot be used as it is
   */
  Need need() throws IOException {
    try {
      remembered = cluster.version().meaning();
    } catch (ClusterException e) {
      if (e.problem() == Problem.NO_INDEX) {
        return Need.CREATE;
      }
      if (e.problem() == Problem.SCHEMA && rebuild) {
        requireAlone();
        remembered = existing().data().meaning();
        return Need.REPLACE;
      }
      throw e;
    }
    if (options.shards() != null && !rebuild) {
      throw new ClusterException(Problem.SHARDS, cluster.address().toString());
    }
    boolean otherWords = words != null && !words.lines().equals(existing().ownWords().lines());
    if (otherWords && !rebuild) {
      throw new ClusterException(Problem.WORDS, cluster.address().toString());
    }
    if (otherWords || options.shards() != null) {
      requireAlone();
      return Need.REPLACE;
    }
    return Need.NOTHING;
  }

  /** Returns how deep the articles of the run are embedded, when it is known what is to be done. */
  Depth meaning() {
    return options.meaning() == null ? remembered : options.meaning();
  }

  private record Indexes(Map<String, Existing> all) {}

  private record Existing(Mappings mappings, Settings settings) {
    /** Returns what the index says of itself. */
    CommitData data() {
      Meta meta = mappings._meta();
      return meta == null ? CommitData.NONE : new CommitData(meta.kaiyuan());
    }

    /** Returns the words of the index, beside those that come with the program. */
    UserDictionary ownWords() throws IOException {
      return data().words().own();
    }
  }

  @SuppressWarnings("MemberName") // OpenSearch calls it so.
  private record Mappings(@Nullable Meta _meta) {}

  private record Settings(Numbers index) {}

  @SuppressWarnings("MemberName") // OpenSearch calls them so.
  private record Numbers(
      String number_of_shards, String number_of_replicas, @Nullable String auto_expand_replicas) {
    boolean isAuto() {
      return auto_expand_replicas != null && !auto_expand_replicas.equals("false");
    }
  }

  /** Returns what the cluster says of the index that is there, also of another version's. */
  private Existing existing() throws IOException {
    byte[] body = client.send(Call.get("/" + cluster.address().index()), client.toWrite());
    String named = "{\"all\":" + new String(body, UTF_8) + "}";
    return client.read(named.getBytes(UTF_8), Indexes.class).all().values().iterator().next();
  }

  private void requireAlone() throws IOException {
    Set<String> others = new TreeSet<>();
    for (Source source : cluster.storedSources().all(client.toWrite())) {
      if (!source.isMine() && !source.roots().isEmpty()) {
        others.add(source.who());
      }
    }
    if (!others.isEmpty()) {
      throw new ClusterException(
          Problem.SHARED, cluster.address().toString(), String.join(", ", others));
    }
  }

  /** Does what is to be done. */
  void make(Need need) throws IOException {
    String index = "/" + cluster.address().index();
    Integer replicas = options.replicas();
    if (need == Need.NOTHING) {
      if (replicas != null) {
        String settings = "{\"index\":{" + copies(USUAL) + "}}";
        client.send(
            Call.json("PUT", index + "/_settings", settings.getBytes(UTF_8)), client.toWrite());
      }
      if (meaning() != remembered) {
        String mapping = "{\"_meta\":" + meta(existing().data()) + "}";
        client.send(
            Call.json("PUT", index + "/_mapping", mapping.getBytes(UTF_8)), client.toWrite());
      }
      return;
    }
    if (need == Need.REPLACE) {
      Existing before = existing();
      String settings =
          settings(before.settings().index(), words == null ? before.ownWords() : words);
      client.delete(index);
      client.create(index, settings);
    } else {
      cluster.storedSources().delete(); // They tell of an index that is gone.
      client.create(
          index, settings(USUAL, Objects.requireNonNullElse(words, UserDictionary.none())));
    }
    cluster.storedSources().create();
  }

  /** Its component is called as {@link WireDocument#META} is. */
  private record Meta(Map<String, String> kaiyuan) {}

  /** Returns the settings of the number of copies. */
  private String copies(Numbers before) {
    if (options.replicas() == null && before.isAuto()) {
      return "\"auto_expand_replicas\":\"" + before.auto_expand_replicas() + '"';
    }
    return "\"auto_expand_replicas\":\"false\",\"number_of_replicas\":"
        + (options.replicas() == null ? before.number_of_replicas() : options.replicas());
  }

  private String meta(CommitData data) {
    return new String(Wire.write(new Meta(data.with(meaning()).values())), UTF_8);
  }

  private String settings(Numbers before, UserDictionary own) {
    return """
        {"settings":{"index":{"number_of_shards":%s,%s}},\
        "mappings":{"dynamic":"strict","_source":{"enabled":false},"_meta":%s,\
        "properties":{"%s":{"type":"%s"}}}}"""
        .formatted(
            options.shards() == null ? before.number_of_shards() : options.shards(),
            copies(before),
            meta(CommitData.NONE.withWords(own)),
            WireDocument.FIELD,
            WireDocument.TYPE);
  }
}
