package dev.kaiyuan.analysis;

/** Makes terms that are whole words: those of the segmenter, and other words as written. */
final class WordTokenizer extends TermTokenizer {
  private final WordLattice lattice = new WordLattice(UserDictionary.shipped());
  private int word;
  private boolean more;

  @Override
  boolean takes(CompoundWord.Kind kind) {
    return kind != CompoundWord.Kind.PART;
  }

  @Override
  void startHanRun(int start, int runEnd) {
    lattice.setText(text.folded(), start, runEnd);
    word = 0;
    more = lattice.next();
  }

  @Override
  boolean nextOfHanRun() {
    while (more) {
      while (word < lattice.size()) {
        int at = word++;
        if (lattice.isOnPath(at) || lattice.end(at) - lattice.start(at) > 1) {
          emit(lattice.start(at), lattice.end(at));
          return true;
        }
      }
      more = lattice.next();
      word = 0;
    }
    return false;
  }

  @Override
  int normalise(char[] word, int length) {
    return length;
  }
}
