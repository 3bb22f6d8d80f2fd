package dev.kaiyuan.analysis.segmenter;

import java.text.BreakIterator;
import java.util.Locale;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.util.SegmentingTokenizerBase;

/**
 * Makes the tokens of Lucene's {@code HMMChineseTokenizer}: the same terms, offsets and types, many
 * times as fast.
 *
 * <p>That includes what {@link WordLattice} otherwise does better: text is cut after each 1,024
 * characters without a line break, and each mark becomes the token ",".
 */
public final class SmartcnTokenizer extends SegmentingTokenizerBase {
  private static final BreakIterator SENTENCES = BreakIterator.getSentenceInstance(Locale.ROOT);

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offsets = addAttribute(OffsetAttribute.class);
  private final WordLattice lattice = WordLattice.ofSmartcn();
  private int word;

  /** Creates a tokenizer. */
  public SmartcnTokenizer() {
    super((BreakIterator) SENTENCES.clone());
  }

  @Override
  protected void setNextSentence(int start, int end) {
    lattice.setSentence(buffer, start, end);
    word = 0;
  }

  @Override
  protected boolean incrementWord() {
    while (word < lattice.size() && !lattice.isOnPath(word)) {
      word++;
    }
    if (word >= lattice.size()) {
      return false;
    }
    clearAttributes();
    int start = lattice.start(word);
    int end = lattice.end(word);
    setTerm(lattice.kind(word), start, end);
    offsets.setOffset(correctOffset(offset + start), correctOffset(offset + end));
    word++;
    return true;
  }

  private void setTerm(WordKind kind, int start, int end) {
    if (kind == WordKind.MARK) {
      term.append(',');
      return;
    }
    char[] chars = term.resizeBuffer(end - start);
    int length = 0;
    for (int i = start; i < end; i++) {
      char c = buffer[i];
      if (kind == WordKind.LETTERS || kind == WordKind.DIGITS) {
        if (c >= '０') {
          c -= '０' - '0';
        }
        if (c >= 'A' && c <= 'Z') {
          c += 'a' - 'A';
        }
        chars[length++] = c;
      } else if (kind != WordKind.HAN || c > ' ' && c != '\u3000') {
        chars[length++] = c;
      }
    }
    term.setLength(length);
  }

  @Override
  public void reset() throws java.io.IOException {
    super.reset();
    lattice.setSentence(buffer, 0, 0);
  }
}
