package dev.kaiyuan.search.query;

import dev.kaiyuan.analysis.translation.Translations;
import dev.kaiyuan.document.Language;
import org.jspecify.annotations.Nullable;

/** Detects the language of a query. Names alone have none. */
public final class QueryLanguage {
  /** The number of Han characters to a Latin word from which a text is Chinese, as in articles. */
  private static final double HAN_TO_LATIN_WORDS = 0.4;

  private QueryLanguage() {}

  /**
   * Returns the language of a query.
   *
   * @param known distinguishes English words, which have translations, from names
   * @return Chinese, English, or null if the query is in neither or only names
   */
  public static @Nullable Language of(String query, Translations known) {
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

  /** Whether a word is in lower case, has a translation, and is no part of a name: n8n, node.js. */
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
