package dev.kaiyuan.meaning;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Cuts a text into the tokens that a BERT model knows (Schuster and Nakajima 2012; Devlin et al.
 * 2019). By hand, because the library that has it is native, and larger than all of Kaiyuan.
 * Thread-safe.
 */
final class WordPiece {
  /** A longer word is one unknown token, as in every implementation. */
  private static final int LONGEST_WORD = 100;

  private final Map<String, Integer> ids;
  private final boolean accents;
  private final int unknown;
  private final int first;
  private final int last;

  /**
   * Makes a tokenizer.
   *
   * @param vocabulary the tokens in the order of their ids
   * @param accents whether letters keep their accents
   */
  WordPiece(List<String> vocabulary, boolean accents) {
    this.accents = accents;
    ids = HashMap.newHashMap(vocabulary.size());
    for (int id = 0; id < vocabulary.size(); id++) {
      ids.put(vocabulary.get(id), id);
    }
    unknown = id("[UNK]");
    first = id("[CLS]");
    last = id("[SEP]");
  }

  private int id(String token) {
    Integer id = ids.get(token);
    if (id == null) {
      throw new IllegalArgumentException("the vocabulary has no " + token);
    }
    return id;
  }

  /**
   * Returns the ids of a text's tokens between those that begin and end every text.
   *
   * @param most how many at the most, those two among them; what is behind is cut off
   */
  long[] encode(String text, int most) {
    Tokens tokens = new Tokens(most - 1);
    tokens.add(first);
    int start = -1;
    String clean = normalized(text, most);
    for (int p = 0; p < clean.length() && !tokens.isFull(); ) {
      int c = clean.codePointAt(p);
      int next = p + Character.charCount(c);
      boolean alone = isIdeograph(c) || isPunctuation(c);
      if (alone || c == ' ') {
        if (start >= 0) {
          addWord(clean.substring(start, p), tokens);
          start = -1;
        }
        if (alone) {
          addWord(clean.substring(p, next), tokens);
        }
      } else if (start < 0) {
        start = p;
      }
      p = next;
    }
    if (start >= 0) {
      addWord(clean.substring(start), tokens);
    }
    return tokens.endedBy(last);
  }

  /** The ids that were found so far, of which there is a limit. */
  private static final class Tokens {
    private final long[] ids;
    private int size;

    Tokens(int most) {
      ids = new long[most + 1];
    }

    boolean isFull() {
      return size == ids.length - 1;
    }

    void add(int id) {
      if (!isFull()) {
        ids[size++] = id;
      }
    }

    long[] endedBy(int id) {
      ids[size++] = id;
      return Arrays.copyOf(ids, size);
    }
  }

  /** The longest pieces that are known, from the left; a word that has none is unknown. */
  private void addWord(String word, Tokens tokens) {
    if (word.codePointCount(0, word.length()) > LONGEST_WORD) {
      tokens.add(unknown);
      return;
    }
    int[] pieces = new int[word.length()];
    int count = 0;
    for (int start = 0; start < word.length(); ) {
      int end = word.length();
      Integer id = null;
      while (end > start) {
        String piece = word.substring(start, end);
        id = ids.get(start == 0 ? piece : "##" + piece);
        if (id != null) {
          break;
        }
        end = word.offsetByCodePoints(end, -1);
      }
      if (id == null) {
        tokens.add(unknown);
        return;
      }
      pieces[count++] = id;
      start = end;
    }
    for (int i = 0; i < count; i++) {
      tokens.add(pieces[i]);
    }
  }

  /** Without control characters, each space alike, in lower case. */
  private String normalized(String text, int most) {
    StringBuilder clean = new StringBuilder();
    int enough = most * (LONGEST_WORD + 1);
    for (int p = 0; p < text.length() && p < enough; ) {
      int c = text.codePointAt(p);
      p += Character.charCount(c);
      if (isSpace(c)) {
        clean.append(' ');
      } else if (c != 0 && c != 0xFFFD && !isControl(c)) {
        clean.appendCodePoint(c);
      }
    }
    String lower = accents ? clean.toString() : withoutAccents(clean);
    return lower.toLowerCase(Locale.ROOT);
  }

  private static String withoutAccents(CharSequence text) {
    String parts = Normalizer.normalize(text, Normalizer.Form.NFD);
    StringBuilder bare = new StringBuilder(parts.length());
    parts
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .forEach(bare::appendCodePoint);
    return bare.toString();
  }

  private static boolean isSpace(int c) {
    return c == '\t' || c == '\n' || c == '\r' || Character.isSpaceChar(c);
  }

  private static boolean isControl(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.PRIVATE_USE
        || type == Character.SURROGATE;
  }

  private static boolean isPunctuation(int c) {
    if (c < 0x80) {
      return c > ' ' && c < 0x7F && !Character.isLetterOrDigit(c);
    }
    return switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  /** The blocks of Han characters that BERT cuts apart. */
  private static boolean isIdeograph(int c) {
    return c >= 0x3400 && c <= 0x4DBF
        || c >= 0x4E00 && c <= 0x9FFF
        || c >= 0xF900 && c <= 0xFAFF
        || c >= 0x20000 && c <= 0x2A6DF
        || c >= 0x2A700 && c <= 0x2CEAF
        || c >= 0x2F800 && c <= 0x2FA1F;
  }
}
