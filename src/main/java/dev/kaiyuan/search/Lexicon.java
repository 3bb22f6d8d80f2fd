package dev.kaiyuan.search;

import dev.kaiyuan.analysis.segmenter.UserDictionary;
import dev.kaiyuan.search.query.IndexedWords;
import java.io.IOException;
import java.util.List;

/** What a suggestion asks of an index: its words, and which of them stand in the same articles. */
interface Lexicon extends IndexedWords {
  /** Returns the words that the segmenter knew when the index was made. */
  UserDictionary known() throws IOException;

  /** Returns how many articles have a word in their bodies, deleted ones included. */
  int articlesWith(String word) throws IOException;

  /** Returns how many articles match. */
  int count(Together together) throws IOException;

  /**
   * Words that stand in the same article.
   *
   * @param han Han characters that stand side by side, or empty
   * @param words words of bodies, all of which it has
   */
  record Together(String han, List<String> words) {
    static Together sideBySide(String han) {
      return new Together(han, List.of());
    }
  }
}
