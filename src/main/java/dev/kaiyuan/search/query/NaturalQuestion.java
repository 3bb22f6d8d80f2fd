package dev.kaiyuan.search.query;

import dev.kaiyuan.analysis.QueryUnit;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells a question in natural language from the name of something, an error message, a path or
 * code. A sentence describes what is wanted; a name asks for just that name.
 */
public final class NaturalQuestion {
  /** Signs between letters that no sentence has, words of two cases, names of errors. */
  private static final Pattern CODE =
      Pattern.compile(
          "[_\\\\{}<>=;$|*^~#@\\[\\]]|::|->|--\\w|\\w\\(|\\w/\\w|\\w\\.\\w|^[-./]|: "
              + "|\\p{Lower}\\p{Upper}\\p{Lower}|\\w(Exception|Error)\\b");

  /** A verb beside its own negation asks whether, as in 算不算 and 有没有. */
  private static final Pattern WHETHER = Pattern.compile("(\\p{IsHan})[不没]\\1|是否|能否");

  private static final int FEWEST_CHARACTERS = 6;
  private static final int FEWEST_WORDS = 4;
  private static final int FEWEST_FUNCTION_WORDS = 2;

  /** Capitals and digits are signs of a name, a title or a message that was copied. */
  private static final Pattern NAMING = Pattern.compile("[\\p{Lu}\\p{N}\\p{IsHan}]");

  private static final Pattern WORD = Pattern.compile("\\p{IsLatin}+");

  private NaturalQuestion() {}

  /**
   * Whether a text, though it does not ask, describes what is meant: four English words or more in
   * lower case, as in {@code building full of racks}.
   */
  public static boolean describes(String text) {
    return WORD.matcher(text).results().limit(FEWEST_WORDS).count() == FEWEST_WORDS
        && !NAMING.matcher(text).find()
        && !CODE.matcher(text).find();
  }

  /**
   * Whether a text asks in a sentence.
   *
   * @param text what was typed, without signs of syntax
   * @param units its words
   */
  public static boolean is(String text, List<QueryUnit> units) {
    int characters = 0;
    int words = 0;
    int functionWords = 0;
    for (QueryUnit unit : units) {
      if (unit.role() != QueryUnit.Role.ALTERNATIVE) {
        characters += unit.isHan() ? unit.text().length() : 0;
        words++;
        functionWords += unit.role() == QueryUnit.Role.FUNCTION ? 1 : 0;
      }
    }
    boolean sentence =
        characters > 0
            ? characters >= FEWEST_CHARACTERS && (functionWords > 0 || WHETHER.matcher(text).find())
            : words >= FEWEST_WORDS && functionWords >= FEWEST_FUNCTION_WORDS;
    return sentence && !CODE.matcher(text).find();
  }
}
