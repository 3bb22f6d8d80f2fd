package dev.kaiyuan.meaning;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The vectors of one article's passages and their parts, as they are stored with it: model, depth
 * and numbers; for each passage its offsets, scale and components; then for each part its offsets
 * and the signs of the components. Passages find, and parts, which say it in fewer words, refine
 * the order of what was found. Not thread-safe.
 */
public final class ArticleVectors {
  private final ByteArrayDataInput in = new ByteArrayDataInput();
  private byte[] components = new byte[0];
  private int model;
  private Depth depth = Depth.OFF;
  private int dimensions;
  private int count;
  private int parts;
  private byte[] signs = new byte[0];
  private @Nullable SignSums sums;

  /**
   * The passage, or the part of it, that is nearest to a query.
   *
   * @param cosine how near the article is, -1 to 1
   * @param start offset in the article's text at which it begins
   * @param end offset just behind it
   */
  public record Nearest(float cosine, int start, int end) {}

  /**
   * How the vectors of an article were made.
   *
   * @param model what tells the model that made them from others
   * @param depth how deep
   */
  public record Recipe(int model, Depth depth) {}

  /** Returns how vectors were made. */
  public static Recipe recipe(BytesRef stored) {
    ArticleVectors vectors = new ArticleVectors();
    vectors.read(stored);
    return new Recipe(vectors.model, vectors.depth);
  }

  /**
   * A piece of text and its vector.
   *
   * @param passage where it is
   * @param vector what it means
   */
  record Embedded(Passage passage, TextVector vector) {}

  static BytesRef encode(Depth depth, List<Embedded> passages, List<Embedded> parts)
      throws IOException {
    ByteBuffersDataOutput out = new ByteBuffersDataOutput();
    TextVector first = passages.getFirst().vector;
    out.writeInt(first.model());
    out.writeByte((byte) depth.ordinal());
    out.writeVInt(first.values().length);
    out.writeVInt(passages.size());
    out.writeVInt(parts.size());
    int at = 0;
    for (Embedded each : passages) {
      at = writePlace(each.passage, at, out);
      out.writeInt(Float.floatToIntBits(each.vector.scale()));
      out.writeBytes(each.vector.values());
    }
    at = 0;
    for (Embedded each : parts) {
      at = writePlace(each.passage, at, out);
      out.writeBytes(SignSums.signs(each.vector));
    }
    return new BytesRef(out.toArrayCopy());
  }

  private static int writePlace(Passage passage, int at, ByteBuffersDataOutput out)
      throws IOException {
    out.writeVInt(passage.start() - at);
    out.writeVInt(passage.end() - passage.start());
    return passage.end();
  }

  /**
   * Returns vectors that were made elsewhere.
   *
   * @param stored what {@link Embedder#article} made
   * @throws IllegalArgumentException if they can't be read: every search would fail on them
   */
  public static BytesRef of(byte[] stored) {
    BytesRef bytes = new BytesRef(stored);
    try {
      ArticleVectors vectors = new ArticleVectors();
      vectors.read(bytes);
      if (vectors.count > 0 && vectors.dimensions > 0) {
        vectors.skip(vectors.count, Integer.BYTES + vectors.dimensions);
        vectors.skip(vectors.parts, SignSums.bytes(vectors.dimensions));
        if (vectors.in.eof()) {
          return bytes;
        }
      }
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("no vectors of an article", e);
    }
    throw new IllegalArgumentException("no vectors of an article");
  }

  private void skip(int pieces, int bytes) {
    for (int i = 0; i < pieces; i++) {
      in.readVInt();
      in.readVInt();
      in.skipBytes(bytes);
    }
  }

  /** Begins to read the vectors of another article. */
  public void read(BytesRef stored) {
    in.reset(stored.bytes, stored.offset, stored.length);
    model = in.readInt();
    depth = Depth.values()[in.readByte()];
    dimensions = in.readVInt();
    count = in.readVInt();
    parts = in.readVInt();
  }

  /** Returns what tells the model that made the vectors from others. */
  public int model() {
    return model;
  }

  /** Returns how deep the article is embedded. */
  public Depth depth() {
    return depth;
  }

  /** Returns the number of passages. */
  public int count() {
    return count;
  }

  /**
   * Returns the passage nearest to a query; null if another model made the vectors, which can't be
   * compared then.
   */
  public @Nullable Nearest nearestPassage(TextVector query) {
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

  /**
   * Returns how near the article is to a query: the mean of its nearest passage and its nearest
   * part; with the place of what is nearest in that passage. Null as for {@link #nearestPassage}.
   */
  public @Nullable Nearest nearest(TextVector query) {
    Nearest passage = nearestPassage(query);
    if (passage == null || parts == 0) {
      return passage;
    }
    if (sums == null || !sums.isOf(query)) {
      sums = new SignSums(query);
      signs = new byte[SignSums.bytes(dimensions)];
    }
    float best = Float.NEGATIVE_INFINITY;
    float bestWithin = Float.NEGATIVE_INFINITY;
    int bestStart = passage.start;
    int bestEnd = passage.end;
    int at = 0;
    for (int i = 0; i < parts; i++) {
      int start = at + in.readVInt();
      at = start + in.readVInt();
      in.readBytes(signs, 0, signs.length);
      float cosine = sums.cosine(signs);
      best = Math.max(best, cosine);
      if (cosine > bestWithin && start < passage.end && at > passage.start) {
        bestWithin = cosine;
        bestStart = Math.max(start, passage.start);
        bestEnd = Math.min(at, passage.end);
      }
    }
    return new Nearest((passage.cosine + best) / 2, bestStart, bestEnd);
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
