package dev.kaiyuan.search;

import dev.kaiyuan.analysis.folding.LookAlikes;
import dev.kaiyuan.analysis.translation.Pinyin;
import dev.kaiyuan.search.query.WordFrequency;
import dev.kaiyuan.search.query.WordPattern;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the Chinese words of an index that sound or look like another; tones do not count. */
final class SimilarWords {
  private static final int FEWEST_INITIALS = 3;
  private static final int MOST_INITIALS = 8;
  private static final int MOST_OF_INITIALS = 12;

  private final Lexicon index;

  SimilarWords(Lexicon index) {
    this.index = index;
  }

  /**
   * A word of the index.
   *
   * @param text the word
   * @param articles its document frequency
   * @param shared the number of characters it has in common with what was typed
   */
  record Word(String text, int articles, int shared) {
    private boolean isBetterThan(@Nullable Word other) {
      return other == null
          || shared > other.shared
          || shared == other.shared && articles > other.articles;
    }
  }

  /**
   * Returns the word that was meant by another: all characters sound the same, or one looks alike.
   * The word that differs least is best, then one that sounds the same, then the most frequent.
   */
  @Nullable Word of(String word) throws IOException {
    int[] typed = word.codePoints().toArray();
    Word sounds = soundingLike(typed);
    if (sounds != null && sounds.shared == typed.length - 1) {
      return sounds;
    }
    Word looks = lookingLike(typed);
    return looks == null || looks.shared < typed.length - 1 ? sounds : looks;
  }

  private @Nullable Word soundingLike(int[] typed) throws IOException {
    List<String> sounds = new ArrayList<>();
    for (int character : typed) {
      StringBuilder same = new StringBuilder();
      for (String syllable : Pinyin.readings(character)) {
        same.append(Pinyin.characters(syllable));
      }
      sounds.add(same.toString());
    }
    return best(sounds, typed, null);
  }

  private @Nullable Word lookingLike(int[] typed) throws IOException {
    List<String> looks = new ArrayList<>();
    for (int character : typed) {
      String alike = LookAlikes.of(character);
      looks.add(alike.isEmpty() ? Character.toString(character) : alike);
    }
    return best(looks, typed, null);
  }

  /** Returns the most frequent word of at least two syllables with a spelling in pinyin. */
  @Nullable Word spelled(String pinyin) throws IOException {
    Word best = null;
    for (List<String> syllables : Pinyin.syllables(pinyin)) {
      if (syllables.size() > 1) {
        List<String> sounds = new ArrayList<>();
        syllables.forEach(syllable -> sounds.add(Pinyin.characters(syllable)));
        best = best(sounds, new int[syllables.size()], best);
      }
    }
    return best;
  }

  /**
   * Returns the most frequent word, or two words side by side, with some initials in pinyin; null
   * if there is none.
   *
   * @param initials three to eight letters, one for each character
   */
  @Nullable String abbreviated(String initials) throws IOException {
    int length = initials.length();
    if (length < FEWEST_INITIALS || length > MOST_INITIALS || !areInitials(initials)) {
      return null;
    }
    List<Word> whole = beginning(initials);
    if (!whole.isEmpty()) {
      return whole.getFirst().text();
    }
    String best = null;
    int most = 0;
    for (int cut = 2; cut <= length - 2; cut++) {
      List<Word> second = beginning(initials.substring(cut));
      for (Word first : second.isEmpty() ? second : beginning(initials.substring(0, cut))) {
        for (Word next : second) {
          int articles = index.count(Lexicon.Together.sideBySide(first.text() + next.text()));
          if (articles > most) {
            most = articles;
            best = first.text() + next.text();
          }
        }
      }
    }
    return best;
  }

  /** No syllable begins with i, u or v. */
  private static boolean areInitials(String letters) {
    return letters.chars().allMatch(c -> c >= 'a' && c <= 'z' && "iuv".indexOf(c) < 0);
  }

  /** Returns the most frequent words with these initials. */
  private List<Word> beginning(String initials) throws IOException {
    List<Word> found = new ArrayList<>();
    for (WordFrequency word : index.listed(WordPattern.initials(initials))) {
      found.add(new Word(word.text(), word.articles(), 0));
    }
    found.sort((a, b) -> Integer.compare(b.articles(), a.articles()));
    return found.subList(0, Math.min(MOST_OF_INITIALS, found.size()));
  }

  private @Nullable Word best(List<String> similar, int[] typed, @Nullable Word before)
      throws IOException {
    List<String> characters = new ArrayList<>(similar);
    for (int i = 1; i < typed.length; i++) {
      characters.set(
          i, typed[i] == 0 ? similar.get(i) : similar.get(i) + Character.toString(typed[i]));
    }
    List<WordFrequency> words = new ArrayList<>(index.listed(WordPattern.characters(characters)));
    // Of equals the one counts whose first character is the likeliest.
    words.sort(
        Comparator.comparingInt(word -> similar.getFirst().indexOf(word.text().codePointAt(0))));
    Word best = before;
    for (WordFrequency each : words) {
      int shared = shared(each.text().codePoints().toArray(), typed);
      Word word = new Word(each.text(), each.articles(), shared);
      if (shared < typed.length && word.isBetterThan(best)) {
        best = word;
      }
    }
    return best;
  }

  /** Counts the characters that a word shares with what was typed. */
  private static int shared(int[] word, int[] typed) {
    int shared = 0;
    for (int i = 0; i < word.length; i++) {
      shared += word[i] == typed[i] ? 1 : 0;
    }
    return shared;
  }
}
