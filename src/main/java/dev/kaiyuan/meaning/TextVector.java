package dev.kaiyuan.meaning;

import java.util.Objects;
import org.apache.lucene.util.VectorUtil;

/**
 * The vector of a text, each component in one byte. What is lost by that is far below what tells
 * one text from another: a cosine changes by less than 0.01.
 *
 * @param model what tells the model that made it from others
 * @param values the components, of which the greatest is 127 or -127
 * @param scale what a component is to be multiplied with, so that the vector has the length 1
 */
public record TextVector(int model, byte[] values, float scale) {
  private static final int GREATEST = 127;

  /** Checks that there are components. */
  public TextVector {
    Objects.requireNonNull(values, "values");
  }

  static TextVector of(int model, float[] values) {
    float greatest = 0;
    for (float value : values) {
      greatest = Math.max(greatest, Math.abs(value));
    }
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Math.round(values[i] / greatest * GREATEST);
    }
    return new TextVector(
        model, bytes, (float) (1 / Math.sqrt(VectorUtil.dotProduct(bytes, bytes))));
  }

  /**
   * Returns the cosine of the angle to another vector of the same model, -1 to 1.
   *
   * @param others the other one's components
   * @param otherScale its scale
   */
  float cosine(byte[] others, float otherScale) {
    return VectorUtil.dotProduct(values, others) * scale * otherScale;
  }
}
