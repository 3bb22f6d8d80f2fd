package dev.kaiyuan.cluster.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** How values of a type look in JSON. */
interface Shape {
  /** Writes a value that is not null. */
  void write(Object value, JsonGenerator json) throws IOException;

  /** Reads a value that is not null, of which the parser is at the first token. */
  Object value(JsonParser json) throws IOException;

  /** Returns what stands for a value that was left out. */
  default @Nullable Object absent() {
    return null;
  }

  /** Reads a value, also none. */
  default @Nullable Object read(JsonParser json) throws IOException {
    return json.currentToken() == JsonToken.VALUE_NULL ? absent() : value(json);
  }

  /** Requires that the parser is at a token. */
  static void require(JsonToken token, JsonParser json) throws MalformedMessageException {
    if (json.currentToken() != token) {
      throw new MalformedMessageException(
          "%s instead of %s at %s"
              .formatted(
                  json.currentToken(), token, json.currentTokenLocation().offsetDescription()),
          null);
    }
  }
}
