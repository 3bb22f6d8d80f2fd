package dev.kaiyuan.meaning;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The vectors of one article's passages, as they are stored with it: model, depth and number, then
 * for each passage its offsets, scale and components. Not thread-safe.
 */
public final class ArticleVectors {
  private final ByteArrayDataInput in = new ByteArrayDataInput();
  private byte[] components = new byte[0];
  private int model;
  private Depth depth = Depth.OFF;
  private int dimensions;
  private int count;

  /**
   * The passage that is nearest to a query.
   *
   * @param cosine how near, -1 to 1
   * @param start offset in the article's text at which it begins
   * @param end offset just behind it
   */
  public record Nearest(float cosine, int start, int end) {}

  static BytesRef encode(Depth depth, List<Passage> passages, List<TextVector> vectors)
      throws IOException {
    ByteBuffersDataOutput out = new ByteBuffersDataOutput();
    TextVector first = vectors.getFirst();
    out.writeInt(first.model());
    out.writeByte((byte) depth.ordinal());
    out.writeVInt(first.values().length);
    out.writeVInt(vectors.size());
    int at = 0;
    for (int i = 0; i < vectors.size(); i++) {
      Passage passage = passages.get(i);
      out.writeVInt(passage.start() - at);
      out.writeVInt(passage.end() - passage.start());
      at = passage.end();
      out.writeInt(Float.floatToIntBits(vectors.get(i).scale()));
      out.writeBytes(vectors.get(i).values());
    }
    return new BytesRef(out.toArrayCopy());
  }

  /** Begins to read the vectors of another article. */
  public void read(BytesRef stored) {
    in.reset(stored.bytes, stored.offset, stored.length);
    model = in.readInt();
    depth = Depth.values()[in.readByte()];
    dimensions = in.readVInt();
    count = in.readVInt();
  }

  /** Returns what tells the model that made the vectors from others. */
  public int model() {
    return model;
  }

  /** Returns how deep the article is embedded. */
  public Depth depth() {
    return depth;
  }

  /** Returns how many passages have a vector. */
  public int count() {
    return count;
  }

  /**
   * Returns the passage nearest to a query; null if another model made the vectors, which can't be
   * compared then.
   */
  public @Nullable Nearest nearest(TextVector query) {
    if (query.model() != model || query.values().length != dimensions) {
      return null;
    }
    if (components.length != dimensions) {
      components = new byte[dimensions];
    }
    float best = Float.NEGATIVE_INFINITY;
    int bestStart = 0;
    int bestEnd = 0;
    int at = 0;
    for (int i = 0; i < count; i++) {
      int start = at + in.readVInt();
      at = start + in.readVInt();
      float scale = Float.intBitsToFloat(in.readInt());
      in.readBytes(components, 0, dimensions);
      float cosine = query.cosine(components, scale);
      if (cosine > best) {
        best = cosine;
        bestStart = start;
        bestEnd = at;
      }
    }
    return new Nearest(best, bestStart, bestEnd);
  }

  /** Returns the direction in which all passages together point, or null if there is none. */
  public @Nullable TextVector mean() {
    float[] sum = new float[dimensions];
    byte[] values = new byte[dimensions];
    for (int i = 0; i < count; i++) {
      in.readVInt();
      in.readVInt();
      float scale = Float.intBitsToFloat(in.readInt());
      in.readBytes(values, 0, dimensions);
      for (int d = 0; d < dimensions; d++) {
        sum[d] += values[d] * scale;
      }
    }
    return count == 0 ? null : TextVector.of(model, sum);
  }
}
