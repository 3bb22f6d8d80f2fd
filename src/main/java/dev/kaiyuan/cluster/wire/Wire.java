package dev.kaiyuan.cluster.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;

/**
 * Writes records as JSON and reads them. A component is a member of the same name; one that is null
 * is left out, a member that no component has is passed over. Thread-safe.
 */
public final class Wire {
  /** Texts are as long as articles may be. */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
          .build();

  private Wire() {}

  /** Writes a record as JSON in UTF-8. */
  public static byte[] write(Record message) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      write(message, bytes);
    } catch (IOException e) {
      throw new IllegalStateException("memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  /**
   * Writes a record as JSON in UTF-8.
   *
   * @param out is flushed, not closed
   * @throws IOException if writing to it fails
   */
  public static void write(Record message, OutputStream out) throws IOException {
    JsonGenerator json = JSON.createGenerator(out);
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    Shapes.of(message.getClass()).write(message, json);
    json.close();
  }

  /**
   * Reads a record.
   *
   * @throws MalformedMessageException if the bytes are no such record
   */
  public static <T extends Record> T read(byte[] bytes, Class<T> type)
      throws MalformedMessageException {
    try (JsonParser json = JSON.createParser(bytes)) {
      json.nextToken();
      return Objects.requireNonNull(type.cast(Shapes.of(type).read(json)));
    } catch (JsonProcessingException | RuntimeException e) {
      throw new MalformedMessageException("no " + type.getSimpleName() + ": " + e.getMessage(), e);
    } catch (MalformedMessageException e) {
      throw e;
    } catch (IOException e) {
      throw new MalformedMessageException("no JSON: " + e.getMessage(), e);
    }
  }
}
