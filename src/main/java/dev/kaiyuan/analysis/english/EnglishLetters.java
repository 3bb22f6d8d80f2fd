package dev.kaiyuan.analysis.english;

/** Vowels, syllables and endings of a word in lower case, as spelling rules need them. */
final class EnglishLetters {
  private EnglishLetters() {}

  static int syllables(char[] word, int end) {
    int count = 0;
    for (int i = 0; i < end; i++) {
      if (vowel(word, i) && (i == 0 || !vowel(word, i - 1))) {
        count++;
      }
    }
    return count;
  }

  static boolean vowel(char[] word, int at) {
    return switch (word[at]) {
      case 'a', 'e', 'i', 'o', 'u' -> true;
      case 'y' -> at > 0 && !vowel(word, at - 1);
      default -> false;
    };
  }

  static boolean ends(char[] word, int end, String ending) {
    int from = end - ending.length();
    if (from < 0) {
      return false;
    }
    for (int i = 0; i < ending.length(); i++) {
      if (word[from + i] != ending.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
