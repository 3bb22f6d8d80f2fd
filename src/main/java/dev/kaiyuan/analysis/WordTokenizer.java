package dev.kaiyuan.analysis;

/** Makes terms that are whole words: those of the segmenter, and other words as written. */
final class WordTokenizer extends TermTokenizer {
  private int at;
  private int end;

  @Override
  boolean takes(CompoundWord.Kind kind) {
    return kind != CompoundWord.Kind.PART;
  }

  @Override
  void startHanRun(int start, int runEnd) {
    at = start;
    end = runEnd;
  }

  @Override
  boolean nextOfHanRun() {
    if (at >= end) {
      return false;
    }
    int to = Math.min(end, at + 2);
    emit(at, to);
    at = to;
    return true;
  }

  @Override
  int normalise(char[] word, int length) {
    return length;
  }
}
