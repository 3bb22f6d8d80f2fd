package dev.kaiyuan.search;

import dev.kaiyuan.analysis.LookAlikes;
import dev.kaiyuan.analysis.Pinyin;
import dev.kaiyuan.index.IndexSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/** Finds the Chinese words of an index that sound or look like what was typed, tones aside. */
final class SimilarWords {
  private final IndexReader reader;

  SimilarWords(IndexReader reader) {
    this.reader = reader;
  }

  /**
   * A word of the index.
   *
   * @param text the word
   * @param articles in how many articles it stands
   * @param shared how many characters it has in common with what was typed
   */
  record Word(String text, int articles, int shared) {
    private boolean isBetterThan(@Nullable Word other) {
      return other == null
          || shared > other.shared
          || shared == other.shared && articles > other.articles;
    }
  }

  /**
   * Returns the word that was meant by one of which characters sound as they should or one looks as
   * it should: that which differs least, of such the one that sounds the same, of such the most
   * frequent.
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

  /** Returns the most frequent word that is spelled so in pinyin, of two syllables at least. */
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

  private @Nullable Word best(List<String> similar, int[] typed, @Nullable Word before)
      throws IOException {
    Terms terms = MultiTerms.getTerms(reader, IndexSchema.BODY_WORDS);
    if (terms == null) {
      return before;
    }
    Word best = before;
    TermsEnum words = terms.iterator();
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

  /** How many characters of a word are those that were typed; -1 if another is not similar. */
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
