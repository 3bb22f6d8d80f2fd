package dev.kaiyuan.document.markdown.inline;

import dev.kaiyuan.document.text.Characters;
import dev.kaiyuan.document.text.Mentions;
import java.util.Set;

/**
 * A tag as people write it in text: {@code #读书}, {@code #读书/历史}, {@code #话题#}, {@code #[[两个 词]]};
 * not a number, a colour, a directive of C, or what is after a word.
 */
final class HashTag {
  private static final int LONGEST = 60;
  private static final Set<String> DIRECTIVES =
      Set.of(
          "include",
          "define",
          "undef",
          "if",
          "ifdef",
          "ifndef",
          "else",
          "elif",
          "endif",
          "pragma",
          "error",
          "line",
          "region",
          "endregion",
          "import",
          "using");

  private HashTag() {}

  /**
   * Reads the tag at an index, if there is one.
   *
   * @param to takes it
   * @return the index after the number sign
   */
  static int read(String source, int start, Mentions to) {
    if (!mayBegin(source, start)) {
      return start + 1;
    }
    int from = start + 1;
    int end = from;
    if (from < source.length() && source.charAt(from) == '[') {
      end = source.indexOf(']', from, Math.min(source.length(), from + LONGEST));
      if (end > from + 1) {
        to.addTag(source.substring(from + 1, end));
      }
      return start + 1;
    }
    while (end < source.length() && end - from <= LONGEST && isPart(source, end)) {
      end++;
    }
    String tag = source.substring(from, end);
    if (end - from <= LONGEST
        && isTag(tag)
        && !(isChained(source, start) && endsInText(source, end))) {
      to.addTag(tag);
    }
    return start + 1;
  }

  private static boolean mayBegin(String source, int start) {
    char before = start == 0 ? ' ' : source.charAt(start - 1);
    return Characters.isWhitespace(before)
        || Characters.isSpaceless(before)
        || "(\"'*_~>".indexOf(before) >= 0;
  }

  private static boolean isPart(String source, int i) {
    char c = source.charAt(i);
    return Character.isLetterOrDigit(c)
        || Character.isSurrogate(c)
        || c == '_'
        || c == '-'
        || (c == '/' && i + 1 < source.length() && Character.isLetter(source.charAt(i + 1)));
  }

  private static boolean isTag(String tag) {
    boolean colour =
        (tag.length() == 3 || tag.length() == 6 || tag.length() == 8)
            && tag.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 0x80);
    return tag.codePoints().anyMatch(Character::isLetter) && !colour && !DIRECTIVES.contains(tag);
  }

  /** Whether a tag begins right after a word, which may be another tag. */
  private static boolean isChained(String source, int start) {
    return start > 0 && Characters.isHan(source.charAt(start - 1));
  }

  /** Whether a sentence goes on where a tag would end: it was no tag, but followed one. */
  private static boolean endsInText(String source, int end) {
    return end < source.length()
        && source.charAt(end) != '#'
        && !Characters.isWhitespace(source.charAt(end));
  }
}
