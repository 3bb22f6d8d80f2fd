package dev.kaiyuan;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.BiFunction;

/** Bounds the work that it takes to read and to show a text, by counting it. */
public final class Work {
  private static final int FEW = 500;
  private static final int MANY = 1500;

  /** For each character of a text; the text of a book takes about 100. */
  private static final int MOST = 2500;

  private static final BiFunction<String, String, long[]> READING = reading();

  private Work() {}

  @SuppressWarnings("unchecked")
  private static BiFunction<String, String, long[]> reading() {
    try {
      return (BiFunction<String, String, long[]>)
          new CountingClassLoader()
              .loadClass("dev.kaiyuan.output.CountedReading")
              .getDeclaredConstructor()
              .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** Fails unless work grows no faster than the text, where that repeats a piece. */
  public static void assertInProportion(String fileName, String piece) {
    String few = piece.repeat(FEW) + "\n\n结束";
    String many = piece.repeat(MANY) + "\n\n结束";
    long[] before = READING.apply(fileName, few);
    long[] after = READING.apply(fileName, many);
    for (int i = 0; i < after.length; i++) {
      double least = (double) before[i] / few.length();
      double most = (double) after[i] / many.length();
      String what = "%s, %s: %.0f then %.0f".formatted(fileName, piece, least, most);
      assertTrue(most < MOST && most < Math.max(1.5 * least, 100), what);
    }
  }
}
