package dev.kaiyuan.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kaiyuan.cluster.wire.Wire;
import dev.kaiyuan.cluster.wire.WireDocument;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** What one request of {@code _bulk} writes. Not thread-safe. */
final class Batch {
  private static final byte[] BEFORE = ("{\"" + WireDocument.FIELD + "\":").getBytes(UTF_8);
  private static final byte[] BEHIND = "}\n".getBytes(UTF_8);

  private final List<Item> items = new ArrayList<>();
  private int bytes;

  private record Put(Id index) {}

  private record Delete(Id delete) {}

  @SuppressWarnings("MemberName") // OpenSearch calls it so.
  private record Id(String _id) {}

  /**
   * A file to be written or deleted.
   *
   * @param action the line of {@code _bulk}, and the line of the document if there is one
   */
  record Item(String path, byte[] action) {
    static Item put(String path, byte[] document) {
      ByteArrayOutputStream lines = new ByteArrayOutputStream(document.length + 200);
      lines.writeBytes(Wire.write(new Put(new Id(WireDocument.id(path)))));
      lines.write('\n');
      lines.writeBytes(BEFORE);
      lines.writeBytes(document);
      lines.writeBytes(BEHIND);
      return new Item(path, lines.toByteArray());
    }

    static Item delete(String path) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      line.writeBytes(Wire.write(new Delete(new Id(WireDocument.id(path)))));
      line.write('\n');
      return new Item(path, line.toByteArray());
    }

    int bytes() {
      return action.length;
    }
  }

  static Batch of(List<Item> items) {
    Batch batch = new Batch();
    items.forEach(batch::add);
    return batch;
  }

  void add(Item item) {
    items.add(item);
    bytes += item.bytes();
  }

  List<Item> items() {
    return items;
  }

  int size() {
    return items.size();
  }

  int bytes() {
    return bytes;
  }

  /** Returns the body of the request. */
  byte[] body() {
    ByteArrayOutputStream body = new ByteArrayOutputStream(bytes);
    items.forEach(item -> body.writeBytes(item.action));
    return body.toByteArray();
  }
}
