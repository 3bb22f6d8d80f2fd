package dev.kaiyuan.analysis;

import dev.kaiyuan.analysis.english.EnglishStemmer;

/**
 * Makes terms that find any piece of a text: each two neighbouring Han characters, and each word of
 * other scripts in the form its inflections share, whole and in part.
 */
final class GramTokenizer extends TermTokenizer {
  private int at;
  private int end;
  private boolean first;

  @Override
  boolean takes(CompoundWord.Kind kind) {
    return kind != CompoundWord.Kind.PREFIXED;
  }

  @Override
  void startHanRun(int start, int runEnd) {
    at = start;
    end = runEnd;
    first = true;
  }

  @Override
  boolean nextOfHanRun() {
    int second = text.following(at, end);
    if (second >= end) {
      boolean single = first && at < end;
      first = false;
      if (single) {
        emit(at, end);
      }
      return single;
    }
    first = false;
    emit(at, second + Character.charCount(text.codePoint(second)));
    at = second;
    return true;
  }

  @Override
  int normalise(char[] word, int length) {
    return EnglishStemmer.stem(word, length);
  }
}
