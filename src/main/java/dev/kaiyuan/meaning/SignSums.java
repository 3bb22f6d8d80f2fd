package dev.kaiyuan.meaning;

/**
 * Compares a query with vectors of which only the signs of the components are kept, an eighth of
 * what they take otherwise. For random vectors the cosine with the signs is that with the vector
 * times the root of 2 / pi; what is lost beside that is measured in {@code docs/ranking.md}.
 *
 * <p>What each byte of signs may give is summed up once for a query: a comparison then takes one
 * look-up a byte.
 */
final class SignSums {
  private static final int VALUES = 1 << Byte.SIZE;

  private final TextVector query;
  private final int[] sums;
  private final float scale;

  SignSums(TextVector query) {
    this.query = query;
    byte[] values = query.values();
    sums = new int[bytes(values.length) * VALUES];
    for (int i = 0; i < sums.length; i++) {
      int first = i / VALUES * Byte.SIZE;
      for (int bit = 0; bit < Byte.SIZE && first + bit < values.length; bit++) {
        sums[i] += (i >> bit & 1) == 1 ? values[first + bit] : -values[first + bit];
      }
    }
    scale = (float) (query.scale() / Math.sqrt(values.length * 2 / Math.PI));
  }

  /** Returns the number of bytes that the signs of a vector take. */
  static int bytes(int dimensions) {
    return (dimensions + Byte.SIZE - 1) / Byte.SIZE;
  }

  /** Returns the signs of a vector: a bit that is set is of a component that is not negative. */
  static byte[] signs(TextVector vector) {
    byte[] signs = new byte[bytes(vector.values().length)];
    for (int i = 0; i < vector.values().length; i++) {
      if (vector.values()[i] >= 0) {
        signs[i / Byte.SIZE] |= (byte) (1 << i % Byte.SIZE);
      }
    }
    return signs;
  }

  boolean isOf(TextVector other) {
    return query == other;
  }

  /** Returns about the cosine of the angle to the vector that has these signs. */
  float cosine(byte[] signs) {
    int sum = 0;
    for (int i = 0; i < signs.length; i++) {
      sum += sums[i * VALUES + Byte.toUnsignedInt(signs[i])];
    }
    return sum * scale;
  }
}
