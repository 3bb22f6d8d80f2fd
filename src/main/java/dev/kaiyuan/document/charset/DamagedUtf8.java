package dev.kaiyuan.document.charset;

import dev.kaiyuan.document.FileProblem;
import java.util.List;

/**
 * Text read as UTF-8 though some of its bytes are not: the file was cut, or pasted together. Whole
 * sequences of several bytes hardly ever occur in another encoding, so they identify it.
 *
 * @param text what could be read, U+FFFD for what could not
 * @param wide how many sequences of three bytes and more it has, as Chinese is written in
 * @param narrow how many sequences of two bytes, which Chinese in GB18030 has by chance
 * @param bad how many places could not be read
 * @param firstBadLine the line of the first of them, counted from 1
 */
record DamagedUtf8(String text, int wide, int narrow, int bad, int firstBadLine) {
  static DamagedUtf8 of(String text) {
    int wide = 0;
    int narrow = 0;
    int bad = 0;
    int line = 1;
    int firstBadLine = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        line++;
      } else if (c == '\uFFFD') {
        bad++;
        firstBadLine = firstBadLine == 0 ? line : firstBadLine;
      } else if (c >= 0x800) {
        wide++;
      } else if (c >= 0x80) {
        narrow++;
      }
    }
    return new DamagedUtf8(text, wide, narrow, bad, firstBadLine);
  }

  /** Tells whether it is so for certain: of texts in GB18030 or Big5, not one in a thousand is. */
  boolean isCertain() {
    return wide > 0 && 2 * wide >= bad;
  }

  /** Tells whether that is likelier than one byte a letter; a bad byte may cost three places. */
  boolean isLikely() {
    return wide + narrow > 0 && 3 * wide + narrow >= bad;
  }

  List<FileProblem> warnings() {
    return bad == 0
        ? List.of()
        : List.of(FileProblem.Kind.BAD_BYTES.of(Integer.toString(firstBadLine)));
  }
}
