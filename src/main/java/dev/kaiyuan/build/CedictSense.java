package dev.kaiyuan.build;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes the equivalents out of a sense: {@code to look for (sth); to seek} has look for, seek. */
final class CedictSense {
  private static final int MOST_WORDS = 3;
  private static final int MOST_WORDS_OF_A_NAME = 4;
  private static final int LONGEST = 40;

  private static final Pattern QUOTED_CHINESE =
      Pattern.compile("\"[^\"]*[\\u3400-\\u9fff][^\"]*\"");
  private static final Pattern IN_PARENTHESES =
      Pattern.compile(" ?\\([^()]*(?:\\([^()]*\\)[^()]*)*\\)");
  private static final Pattern PINYIN =
      Pattern.compile("\\S*\\[[^\\]]*\\]", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern END_OF_PART = Pattern.compile(";| or (?=[a-z])");
  private static final Pattern FIRST_WORDS =
      Pattern.compile(
          "^(?:also |esp\\. |fig\\. |usu\\. |to be |to |a |an |the |or |and |i\\.e\\. |etc )+",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PLACEHOLDERS =
      Pattern.compile(
          "\\b(?:sb|sth|one)'s\\b"
              + "|\\b(?:sb|sth|oneself|somebody|something|someone|etc)\\b\\.?");
  private static final Pattern PLACE =
      Pattern.compile(
          " (?:prefecture-level|county-level|sub-?provincial|autonomous|municipality|district"
              + "|county|province|prefecture|township|banner|league|city (?:in|of|and)|town in"
              + "|village|region in|river in|mountain in|island in|capital of|city)\\b.*\\z");
  private static final Pattern SPACES = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern LAST_SIGNS = Pattern.compile("[ .,:]+\\z");
  private static final Pattern FOREIGN = Pattern.compile("[^\\p{IsLatin}\\p{N} '’.+#&/-]");
  private static final Pattern LETTER = Pattern.compile("\\p{L}");

  private static final Set<String> EMPTY =
      Set.of(
          ("a an the to be is are was were of in on at by for from with and or not no it its this that"
                  + " these those as if so sb sth oneself one one's etc do does did have has had"
                  + " will would can could may might must should shall very also too up out off he"
                  + " she they we i you me him her us them his their my your our who what which"
                  + " there here etc. e.g. i.e.")
              .split(" "));

  private CedictSense() {}

  /**
   * Returns the equivalents in a sense, in order.
   *
   * @param name whether the word is a proper name
   */
  static List<String> equivalents(String sense, boolean name) {
    String bare = QUOTED_CHINESE.matcher(sense).replaceAll("");
    bare = IN_PARENTHESES.matcher(bare).replaceAll("");
    bare = PINYIN.matcher(bare).replaceAll("");
    List<String> found = new ArrayList<>();
    for (String part : END_OF_PART.split(bare, -1)) {
      for (String piece : pieces(part, name)) {
        String text = tidy(piece, name);
        if (isEquivalent(text, name)) {
          found.add(text);
        }
      }
    }
    return found;
  }

  private static List<String> pieces(String part, boolean name) {
    List<String> pieces = Arrays.asList(part.split(", ", -1));
    boolean brief =
        pieces.stream().allMatch(piece -> SPACES.split(piece.strip(), -1).length <= MOST_WORDS);
    return !name && brief ? pieces : pieces.subList(0, 1);
  }

  private static String tidy(String piece, boolean name) {
    String text = Normalizer.normalize(piece, Normalizer.Form.NFC).strip();
    text = FIRST_WORDS.matcher(text).replaceFirst("");
    text = PLACEHOLDERS.matcher(text).replaceAll("");
    text = text.replaceAll("[!?…\"]", "");
    text = SPACES.matcher(text).replaceAll(" ");
    text = LAST_SIGNS.matcher(text).replaceFirst("").strip();
    return name ? PLACE.matcher(text).replaceFirst("").strip() : text;
  }

  private static boolean isEquivalent(String text, boolean name) {
    String[] words = text.split(" ", -1);
    return text.length() <= LONGEST
        && words.length <= (name ? MOST_WORDS_OF_A_NAME : MOST_WORDS)
        && LETTER.matcher(text).find()
        && !FOREIGN.matcher(text).find()
        && !Arrays.stream(words).allMatch(word -> EMPTY.contains(word.toLowerCase(Locale.ROOT)));
  }
}
