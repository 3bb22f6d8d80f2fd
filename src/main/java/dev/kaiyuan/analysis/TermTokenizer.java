package dev.kaiyuan.analysis;

import dev.kaiyuan.analysis.folding.CharacterFolding;
import java.io.IOException;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Walks over a text run by run and hands each run to the kind of terms a subclass makes of it.
 *
 * <p>A term's position is the offset in the text at which it starts, so position increments are
 * distances in characters.
 */
abstract class TermTokenizer extends Tokenizer {
  /** Lucene takes no term of more than 32,766 bytes: at most three for each UTF-16 unit. */
  private static final int LONGEST_TERM = 10_000;

  private final CharTermAttribute termAttribute = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offsetAttribute = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);

  final FoldedText text = new FoldedText();
  private final CompoundWord compound = new CompoundWord(text);
  private final CompoundParser parser = new CompoundParser(text, compound);
  private int next;
  private int piece;
  private boolean inHan;
  private int lastStart;

  @Override
  public final void reset() throws IOException {
    super.reset();
    text.set(input);
    next = 0;
    piece = 0;
    compound.clear();
    inHan = false;
    lastStart = -1;
  }

  @Override
  public final void close() throws IOException {
    super.close();
    text.clear();
  }

  @Override
  public final void end() throws IOException {
    super.end();
    int length = correctOffset(text.length());
    offsetAttribute.setOffset(length, length);
  }

  @Override
  public final boolean incrementToken() {
    clearAttributes();
    while (true) {
      if (inHan) {
        if (nextOfHanRun()) {
          return true;
        }
        inHan = false;
      }
      while (piece < compound.size()) {
        if (emitPiece()) {
          return true;
        }
      }
      if (!findRun()) {
        return false;
      }
      if (!inHan && piece >= compound.size()) {
        return true;
      }
    }
  }

  /** Finds the next run; a run that is one term is emitted at once. */
  private boolean findRun() {
    while (next < text.length()) {
      int start = next;
      int codePoint = text.codePoint(start);
      switch (CharacterClass.of(codePoint)) {
        case HAN -> {
          next = text.runEnd(start, CharacterClass.HAN);
          startHanRun(start, next);
          inHan = true;
          return true;
        }
        case WORD -> {
          next = parser.parse(start);
          piece = 0;
          return true;
        }
        case RUN -> {
          next = text.runEnd(start, CharacterClass.RUN);
          emit(start, next);
          return true;
        }
        case EMOJI -> {
          next = text.emojiEnd(start);
          emit(start, next);
          return true;
        }
        default -> next = start + Character.charCount(codePoint);
      }
    }
    return false;
  }

  private boolean emitPiece() {
    int at = piece++;
    CompoundWord.Kind kind = compound.kind(at);
    if (!takes(kind)) {
      return false;
    }
    int length = compound.writeTerm(at);
    if (kind.inflects()) {
      length = normalise(compound.term(), length);
    }
    begin(compound.start(at), compound.end(at));
    termAttribute.copyBuffer(compound.term(), 0, Math.min(length, LONGEST_TERM));
    return true;
  }

  /** Whether this kind of terms holds a kind of piece. */
  abstract boolean takes(CompoundWord.Kind kind);

  /** Begins a run of Han characters. */
  abstract void startHanRun(int start, int end);

  /** Emits the next term of the run of Han characters; false when there is none. */
  abstract boolean nextOfHanRun();

  /** Brings a word in a buffer to the form that its other forms share; returns its new length. */
  abstract int normalise(char[] word, int length);

  /** Emits the characters from start to end, without those that are ignored or join. */
  final void emit(int start, int end) {
    begin(start, end);
    char[] buffer = termAttribute.resizeBuffer((end - start) * CharacterFolding.MAX_UNITS);
    termAttribute.setLength(Math.min(text.writeTerm(start, end, buffer), LONGEST_TERM));
  }

  final void begin(int start, int end) {
    termAttribute.setEmpty();
    offsetAttribute.setOffset(correctOffset(start), correctOffset(end));
    increment.setPositionIncrement(start - lastStart);
    lastStart = start;
  }
}
