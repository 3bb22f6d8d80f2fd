package dev.kaiyuan.opensearch;

import dev.kaiyuan.cluster.wire.WireDocument;
import dev.kaiyuan.index.CommitData;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what an index says of itself in its mapping. */
final class IndexMeta {
  private IndexMeta() {}

  /**
   * Returns what an index says of itself.
   *
   * @param meta the mapping's {@code _meta}
   * @return with no values where Kaiyuan did not make the index
   */
  static CommitData of(@Nullable Map<?, ?> meta) {
    Map<String, String> values = new HashMap<>();
    if (meta != null && meta.get(WireDocument.META) instanceof Map<?, ?> ours) {
      ours.forEach((key, value) -> values.put(String.valueOf(key), String.valueOf(value)));
    }
    return new CommitData(values);
  }
}
