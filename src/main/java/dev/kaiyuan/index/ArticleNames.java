package dev.kaiyuan.index;

import dev.kaiyuan.analysis.ChineseEnglishAnalyzer;
import dev.kaiyuan.document.Article;
import dev.kaiyuan.document.Format;
import dev.kaiyuan.index.folder.ArticlePaths;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The names of an article beside its title: the words of its file name and of its folders. */
final class ArticleNames {
  /** A date or a number before a name, as posts and chapters have it. */
  private static final Pattern LEADING_NUMBERS =
      Pattern.compile(
          "^(?:\\d{4}年(?:\\d{1,2}月(?:\\d{1,2}日)?)?[-_.\\s]*)?(?:\\d+[-_.、\\s]+)*(?=.*[\\p{L}])");

  /** The signs that join the words of a file name; a dot within a number is none. */
  private static final Pattern JOINTS = Pattern.compile("[-_]|(?<!\\d)\\.|\\.(?!\\d)");

  /** Tells words from numbers and ids, which would make all headings longer. */
  private static final Pattern WORDS = Pattern.compile("\\p{IsHan}|\\p{L}{2}");

  /** Lucene takes no term of more than 32,766 bytes, and nobody types a longer name. */
  private static final int LONGEST_KEY = 1000;

  private final String stem;
  private final String folders;
  private final String fileName;

  /**
   * Splits the path of a file.
   *
   * @param path the file, as the index names it
   * @param root the folder of the index that contains it; its own name is not used
   */
  ArticleNames(String path, String root) {
    fileName = ArticlePaths.lastPart(path);
    String ending = Format.ending(fileName);
    String name = fileName.strip();
    stem = name.substring(0, name.length() - ending.length());
    String below =
        ArticlePaths.contains(root, path) && !root.equals(path)
            ? path.substring(
                root.isEmpty() || root.endsWith("/") ? root.length() : root.length() + 1)
            : fileName;
    folders = below.substring(0, below.length() - fileName.length()).replace('/', '\n');
  }

  /** Returns the words of the file name without leading numbers; empty if a title has them all. */
  String beside(String title) {
    String words = words(withoutNumbers());
    return !WORDS.matcher(words).find() || key(title).contains(key(words)) ? "" : words;
  }

  /** Returns the whole file name, or nothing if a title has all of it. */
  String wholeBeside(String title) {
    return key(title).contains(key(stem)) ? "" : stem;
  }

  /** Returns the words of the folders, one folder a line. */
  String folders() {
    return words(folders);
  }

  private String withoutNumbers() {
    return LEADING_NUMBERS.matcher(stem).replaceFirst("");
  }

  private static String words(String name) {
    return JOINTS.matcher(name).replaceAll(" ");
  }

  /** Returns the keys of all names of the article. */
  Set<String> keys(Article article) {
    List<String> names = new ArrayList<>(List.of(article.title(), stem, fileName));
    names.add(withoutNumbers());
    names.addAll(article.aliases());
    Set<String> keys = new LinkedHashSet<>();
    for (String name : names) {
      String key = key(name);
      if (!key.isEmpty() && key.length() <= LONGEST_KEY) {
        keys.add(key);
      }
    }
    return keys;
  }

  /**
   * Returns the key that names share which differ only in script, case, width, spaces or
   * punctuation. Signs that distinguish names are kept: C, C++, C#.
   */
  static String key(String name) {
    String folded = ChineseEnglishAnalyzer.fold(name);
    StringBuilder key = new StringBuilder(folded.length());
    folded.codePoints().filter(c -> isTold(c)).forEach(key::appendCodePoint);
    return key.isEmpty() ? folded.strip() : key.toString();
  }

  private static boolean isTold(int c) {
    if (c == '#') {
      return true;
    }
    return switch (Character.getType(c)) {
      case Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.CONTROL,
          Character.FORMAT,
          Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          false;
      default -> true;
    };
  }
}
