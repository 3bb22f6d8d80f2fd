package dev.kaiyuan.analysis;

import org.apache.lucene.analysis.Analyzer;

/**
 * Turns Chinese and English text into terms, in one of two views that an index holds side by side:
 * grams, which find any piece of a text, and words, which tell a word from a chance neighbourhood
 * of its characters.
 *
 * <pre>{@code
 * Analyzer grams = ChineseEnglishAnalyzer.grams();
 * Analyzer words = ChineseEnglishAnalyzer.words();
 * }</pre>
 *
 * <p>In both, a token's position is the offset in the text at which it starts. Thread-safe.
 */
public final class ChineseEnglishAnalyzer extends Analyzer {
  private final boolean words;

  private ChineseEnglishAnalyzer(boolean words) {
    this.words = words;
  }

  /**
   * Returns the view that finds any piece of a text: each two neighbouring Han characters, and each
   * word of other scripts in the form that its inflections share, whole and in part.
   */
  public static ChineseEnglishAnalyzer grams() {
    return new ChineseEnglishAnalyzer(false);
  }

  /**
   * Returns the view of whole words: those that the segmenter cuts Chinese into and those that
   * stand inside them, and words of other scripts as they are written.
   */
  public static ChineseEnglishAnalyzer words() {
    return new ChineseEnglishAnalyzer(true);
  }

  /** Returns a text with all that is not told apart in searching made equal, as in tags. */
  public static String fold(String text) {
    return CharacterFolding.fold(text);
  }

  /** Returns what names the words known to the segmenter; texts cut with others may not meet. */
  public static String fingerprint() {
    return UserDictionary.shipped().fingerprint();
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    return new TokenStreamComponents(words ? new WordTokenizer() : new GramTokenizer());
  }
}
