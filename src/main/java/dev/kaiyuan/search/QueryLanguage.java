package dev.kaiyuan.search;

import dev.kaiyuan.analysis.Translations;
import dev.kaiyuan.document.Language;
import org.jspecify.annotations.Nullable;

/** Tells in which language a query is typed. Names alone have none. */
final class QueryLanguage {
  /** As in an article: so many Han characters to a word in Latin letters make a text Chinese. */
  private static final double HAN_TO_LATIN_WORDS = 0.4;

  private QueryLanguage() {}

  /**
   * Returns the language of a query.
   *
   * @param known what tells an English word from a name: it has a translation
   * @return Chinese, English, or null where the query is in neither or holds only names
   */
  static @Nullable Language of(String query, Translations known) {
    int han = (int) query.codePoints().filter(Character::isIdeographic).count();
    int latinWords = 0;
    boolean english = false;
    for (int p = 0; p < query.length(); ) {
      int end = p;
      while (end < query.length() && isLatin(query.charAt(end))) {
        end++;
      }
      if (end > p) {
        latinWords++;
        english |= han == 0 && !english && isEnglish(query, p, end, known);
      }
      p = end + 1;
    }
    if (han > 0) {
      return han >= HAN_TO_LATIN_WORDS * latinWords ? Language.CHINESE : Language.ENGLISH;
    }
    return english ? Language.ENGLISH : null;
  }

  private static boolean isLatin(char c) {
    return c < 0x250 && Character.isLetter(c);
  }

  /** Whether a word is of lower case, no piece of a name such as n8n or node.js, and known. */
  private static boolean isEnglish(String query, int start, int end, Translations known) {
    boolean alone = isEdge(query, start - 1) && isEdge(query, end);
    String word = query.substring(start, end);
    return alone
        && word.length() > 1
        && word.chars().allMatch(c -> c >= 'a' && c <= 'z')
        && !known.toChinese(word).isEmpty();
  }

  private static boolean isEdge(String query, int at) {
    return at < 0
        || at >= query.length()
        || Character.isWhitespace(query.charAt(at))
        || ",;:?!()\"'".indexOf(query.charAt(at)) >= 0
        || query.charAt(at) == '.' && at + 1 == query.length();
  }
}
