package dev.kaiyuan.opensearch;

import dev.kaiyuan.cluster.wire.Wire;
import dev.kaiyuan.document.Format;
import dev.kaiyuan.document.Language;
import dev.kaiyuan.index.CommitData;
import dev.kaiyuan.search.SearchRequest;
import dev.kaiyuan.search.ShardSearcher;
import dev.kaiyuan.search.query.Weights;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.jspecify.annotations.Nullable;
import org.opensearch.common.xcontent.XContentHelper;
import org.opensearch.common.xcontent.json.JsonXContent;
import org.opensearch.core.common.ParsingException;
import org.opensearch.core.common.bytes.BytesReference;
import org.opensearch.core.xcontent.XContentBuilder;
import org.opensearch.core.xcontent.XContentParser;
import org.opensearch.index.query.QueryShardContext;

/**
 * What was typed, and its switches, as the native query and the native rescorer have them: {@code
 * {"query":"开源","translate":true,"language":"zh","path":"notes/**","tags":["law"],
 * "types":["md"],"since":"2024-01-01","until":"2024-12-31","weights":{"title":2}}}. All but the
 * query may be missing.
 *
 * @param weights what parts of the score weigh; those that are not given weigh what they usually do
 */
record TypedRequest(SearchRequest request, Weights weights) {
  /** Reads the object at which a parser is; what it has besides is for others to read. */
  static TypedRequest of(Map<String, Object> object, XContentParser parser) {
    try {
      SearchRequest.Builder request = SearchRequest.builder(text(object, "query", ""));
      Object translate = object.remove("translate");
      request.translate(translate == null || Boolean.parseBoolean(translate.toString()));
      String language = text(object, "language", null);
      request.language(language == null ? null : Language.of(language));
      request.pathGlob(text(object, "path", null));
      request.tags(texts(object, "tags"));
      List<Format> formats = new ArrayList<>();
      for (String type : texts(object, "types")) {
        Format format = Format.ofEnding(type);
        if (format == null) {
          throw new IllegalArgumentException("unknown type [" + type + "]");
        }
        formats.add(format);
      }
      request.formats(formats);
      String since = text(object, "since", null);
      String until = text(object, "until", null);
      request.dates(
          since == null ? null : LocalDate.parse(since),
          until == null ? null : LocalDate.parse(until));
      return new TypedRequest(request.build(), weights(object.remove("weights")));
    } catch (IOException | RuntimeException e) {
      throw new ParsingException(parser.getTokenLocation(), "[kaiyuan] " + e.getMessage(), e);
    }
  }

  private static Weights weights(@Nullable Object given) throws IOException {
    if (!(given instanceof Map<?, ?> some)) {
      return Weights.MEASURED;
    }
    Map<String, Object> all = json(Weights.MEASURED);
    for (Map.Entry<?, ?> each : some.entrySet()) {
      String name = each.getKey().toString();
      if (!all.containsKey(name) || !(each.getValue() instanceof Number)) {
        throw new IllegalArgumentException("no weight [" + name + "] of [" + each.getValue() + "]");
      }
      all.put(name, each.getValue());
    }
    try (XContentBuilder json = JsonXContent.contentBuilder().map(all)) {
      return Wire.read(BytesReference.toBytes(BytesReference.bytes(json)), Weights.class);
    }
  }

  private static Map<String, Object> json(Weights weights) {
    String written = new String(Wire.write(weights), StandardCharsets.UTF_8);
    return XContentHelper.convertToMap(JsonXContent.jsonXContent, written, false);
  }

  private static @Nullable String text(
      Map<String, Object> object, String name, @Nullable String otherwise) {
    Object value = object.remove(name);
    return value == null ? otherwise : value.toString();
  }

  private static List<String> texts(Map<String, Object> object, String name) {
    return object.remove(name) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  /** Refuses what nobody has read. */
  static void requireEmpty(Map<String, Object> object, XContentParser parser) {
    if (!object.isEmpty()) {
      throw new ParsingException(
          parser.getTokenLocation(), "[kaiyuan] does not know " + object.keySet());
    }
  }

  /** Reads what {@link #written} wrote. */
  static TypedRequest read(String written) throws IOException {
    return Wire.read(written.getBytes(StandardCharsets.UTF_8), TypedRequest.class);
  }

  String written() {
    return new String(Wire.write(this), StandardCharsets.UTF_8);
  }

  void write(XContentBuilder json) throws IOException {
    json.field("query", request.query()).field("translate", request.translate());
    if (request.language() != null) {
      json.field("language", request.language().code());
    }
    if (request.pathGlob() != null) {
      json.field("path", request.pathGlob());
    }
    json.field("tags", request.tags());
    json.field("types", request.formats().stream().map(Format::type).toList());
    if (request.since() != null) {
      json.field("since", request.since().toString());
    }
    if (request.until() != null) {
      json.field("until", request.until().toString());
    }
    json.field("weights", json(weights));
  }

  /** Returns the searcher of the shard that is asked. */
  ShardSearcher searcher(QueryShardContext context) {
    CommitData data = IndexMeta.of(context.getMapperService().documentMapper().meta());
    return new ShardSearcher((DirectoryReader) context.getIndexReader(), data, weights);
  }
}
