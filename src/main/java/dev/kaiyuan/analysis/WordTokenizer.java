package dev.kaiyuan.analysis;

import dev.kaiyuan.analysis.segmenter.UserDictionary;
import dev.kaiyuan.analysis.segmenter.WordLattice;

/**
 * Makes terms that are whole words: those of the segmenter, and other words and numbers as written.
 */
final class WordTokenizer extends TermTokenizer {
  private final WordLattice lattice;
  private int next;
  private boolean more;

  WordTokenizer(UserDictionary known) {
    lattice = new WordLattice(known);
  }

  @Override
  boolean takes(CompoundWord.Kind kind) {
    return switch (kind) {
      case PART, PARTS, SHORTER_NUMBER -> false;
      default -> true;
    };
  }

  @Override
  void startHanRun(int start, int runEnd) {
    lattice.setText(text.folded(), start, runEnd);
    next = 0;
    more = lattice.next();
  }

  @Override
  boolean nextOfHanRun() {
    while (more) {
      while (next < lattice.size()) {
        int at = next++;
        boolean word = lattice.isOnPath(at) || lattice.end(at) - lattice.start(at) > 1;
        if (word && text.classAt(lattice.start(at)) == CharacterClass.HAN) {
          emit(lattice.start(at), lattice.end(at));
          return true;
        }
      }
      more = lattice.next();
      next = 0;
    }
    return false;
  }

  @Override
  int normalise(char[] word, int length) {
    return length;
  }
}
