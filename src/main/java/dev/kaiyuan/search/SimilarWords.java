package dev.kaiyuan.search;

import dev.kaiyuan.analysis.folding.LookAlikes;
import dev.kaiyuan.analysis.translation.Pinyin;
import dev.kaiyuan.index.ArticleField;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/** Finds the Chinese words of an index that sound or look like another; tones do not count. */
final class SimilarWords {
  private static final BytesRef FIRST_HAN = new BytesRef("\u3400");
  private static final int FEWEST_INITIALS = 3;
  private static final int MOST_INITIALS = 8;
  private static final int MOST_OF_INITIALS = 12;

  private final IndexReader reader;
  private final Together together;

  /** Counts the articles that have Han characters side by side. */
  interface Together {
    /** Returns how many there are. */
    int count(String han) throws IOException;
  }

  SimilarWords(IndexReader reader, Together together) {
    this.reader = reader;
    this.together = together;
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
          int articles = together.count(first.text() + next.text());
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
    TermsEnum words = ArticleField.BODY_WORDS.terms(reader);
    List<Word> found = new ArrayList<>();
    boolean more = words.seekCeil(FIRST_HAN) != TermsEnum.SeekStatus.END;
    for (; more; more = words.next() != null) {
      // A Han character takes three bytes.
      if (words.term().length == 3 * initials.length()
          && isAbbreviated(words.term().utf8ToString(), initials)) {
        found.add(new Word(words.term().utf8ToString(), words.docFreq(), 0));
      }
    }
    found.sort((a, b) -> Integer.compare(b.articles(), a.articles()));
    return found.subList(0, Math.min(MOST_OF_INITIALS, found.size()));
  }

  private static boolean isAbbreviated(String word, String initials) {
    boolean fits = word.length() == initials.length();
    for (int i = 0; fits && i < word.length(); i++) {
      fits = (Pinyin.initials(word.charAt(i)) & 1 << initials.charAt(i) - 'a') != 0;
    }
    return fits;
  }

  private @Nullable Word best(List<String> similar, int[] typed, @Nullable Word before)
      throws IOException {
    Word best = before;
    TermsEnum words = ArticleField.BODY_WORDS.terms(reader);
    for (int first : similar.getFirst().codePoints().distinct().toArray()) {
      BytesRef start = new BytesRef(Character.toString(first));
      boolean more = words.seekCeil(start) != TermsEnum.SeekStatus.END;
      while (more && StringHelper.startsWith(words.term(), start)) {
        String text = words.term().utf8ToString();
        int shared = shared(text.codePoints().toArray(), similar, typed);
        Word word = new Word(text, words.docFreq(), shared);
        if (shared >= 0 && shared < typed.length && word.isBetterThan(best)) {
          best = word;
        }
        more = words.next() != null;
      }
    }
    return best;
  }

  /** Counts the characters that a word shares with what was typed; -1 if another is not similar. */
  private static int shared(int[] word, List<String> similar, int[] typed) {
    if (word.length != typed.length) {
      return -1;
    }
    int shared = 0;
    for (int i = 0; i < word.length; i++) {
      if (word[i] == typed[i]) {
        shared++;
      } else if (similar.get(i).indexOf(word[i]) < 0) {
        return -1;
      }
    }
    return shared;
  }
}
