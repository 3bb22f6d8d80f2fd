package dev.kaiyuan.output;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.kaiyuan.search.FacetCount;
import dev.kaiyuan.search.snippet.Range;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How all JSON of the program is written: UTF-8, compact, and the stream left open. */
final class Json {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(com.fasterxml.jackson.core.StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  private Json() {}

  static JsonGenerator generator(PrintStream out) throws IOException {
    JsonGenerator json = FACTORY.createGenerator(out, JsonEncoding.UTF8);
    json.setRootValueSeparator(null);
    return json;
  }

  /** Writes how many files of other kinds there are, by ending. */
  static void kinds(JsonGenerator json, Map<String, Integer> kinds) throws IOException {
    json.writeArrayFieldStart("otherKinds");
    for (Map.Entry<String, Integer> kind : kinds.entrySet()) {
      json.writeStartObject();
      json.writeStringField("ending", kind.getKey());
      json.writeNumberField("count", kind.getValue());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** Writes a list of strings, unless it is empty. */
  static void strings(JsonGenerator json, String name, List<String> values) throws IOException {
    if (values.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  /** Writes ranges as pairs of their start and end. */
  static void ranges(JsonGenerator json, String name, List<Range> ranges) throws IOException {
    json.writeArrayFieldStart(name);
    for (Range range : ranges) {
      json.writeStartArray();
      json.writeNumber(range.start());
      json.writeNumber(range.end());
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  /** Writes how many articles have each value. */
  static void counts(JsonGenerator json, String name, List<FacetCount> counts) throws IOException {
    json.writeArrayFieldStart(name);
    for (FacetCount count : counts) {
      json.writeStartObject();
      json.writeStringField("value", count.value());
      json.writeNumberField("count", count.count());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
