package dev.kaiyuan.analysis;

import dev.kaiyuan.analysis.folding.CharacterFolding;
import dev.kaiyuan.analysis.segmenter.UserDictionary;
import dev.kaiyuan.analysis.segmenter.WordDictionary;
import dev.kaiyuan.analysis.translation.Translations;
import org.apache.lucene.analysis.Analyzer;
import org.jspecify.annotations.Nullable;

/**
 * Turns Chinese and English text into terms, in one of two views that an index holds side by side:
 * grams, which find any piece of a text, and words, which tell a word from a chance neighbourhood
 * of its characters.
 *
 * <pre>{@code
 * Analyzer grams = ChineseEnglishAnalyzer.grams();
 * Analyzer words = ChineseEnglishAnalyzer.words(UserDictionary.shipped());
 * }</pre>
 *
 * <p>In both, a token's position is the offset in the text at which it starts. Thread-safe.
 */
public final class ChineseEnglishAnalyzer extends Analyzer {
  private final @Nullable UserDictionary words;

  private ChineseEnglishAnalyzer(@Nullable UserDictionary words) {
    this.words = words;
  }

  /**
   * Returns the view that finds any piece of a text: each two neighbouring Han characters, and each
   * word of other scripts in the form that its inflections share, whole and in part.
   */
  public static ChineseEnglishAnalyzer grams() {
    return new ChineseEnglishAnalyzer(null);
  }

  /**
   * Returns the view of whole words: those that the segmenter cuts Chinese into and those that are
   * inside them, and words of other scripts as they are written.
   *
   * @param known the words for the segmenter to know; texts cut with others may not meet
   */
  public static ChineseEnglishAnalyzer words(UserDictionary known) {
    return new ChineseEnglishAnalyzer(known);
  }

  /**
   * Reads the tables that texts are analyzed by, for which the first text would wait otherwise:
   * something to do on another thread while a short process has other things to prepare.
   */
  public static void prepare() {
    CharacterFolding.fold(' ');
    WordDictionary.get();
    Translations.prepare();
  }

  /** Returns a text with all that is not told apart in searching made equal, as in tags. */
  public static String fold(String text) {
    return CharacterFolding.fold(text);
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    return new TokenStreamComponents(
        words == null ? new GramTokenizer() : new WordTokenizer(words));
  }
}
