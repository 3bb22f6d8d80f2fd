package dev.kaiyuan.analysis.translation;

import dev.kaiyuan.analysis.english.EnglishStemmer;
import dev.kaiyuan.analysis.folding.CharacterFolding;

/** The form in which a name is looked up: folded, English stemmed, hyphens taken for spaces. */
public final class NameKey {
  private NameKey() {}

  /**
   * Returns the form of a name.
   *
   * @param name Chinese or English
   * @return equal forms for names that are the same
   */
  public static String of(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (Character.isIdeographic(name.charAt(i))) {
        return ofChinese(name);
      }
    }
    return ofEnglish(name);
  }

  static String ofChinese(String word) {
    return CharacterFolding.fold(word).replace(" ", "");
  }

  static String ofEnglish(String words) {
    char[] text = CharacterFolding.fold(words).toCharArray();
    StringBuilder key = new StringBuilder(text.length);
    char[] word = new char[text.length];
    int length = 0;
    for (int i = 0; i <= text.length; i++) {
      if (i < text.length && text[i] != ' ' && text[i] != '-') {
        word[length++] = text[i];
      } else if (length > 0) {
        key.append(key.isEmpty() ? "" : " ").append(word, 0, EnglishStemmer.stem(word, length));
        length = 0;
      }
    }
    return key.toString();
  }
}
