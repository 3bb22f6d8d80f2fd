package dev.kaiyuan.document.office;

import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Tells headings by the size of their letters, in books whose maker wrote them as paragraphs of
 * another look.
 */
final class LargeType {
  private static final Pattern RULE = Pattern.compile("\\.([\\w-]{1,100})\\s*\\{([^}]{0,2000})}");
  private static final Pattern SIZE =
      Pattern.compile("font-size\\s*:\\s*(\\d{1,4}(?:\\.\\d{1,6})?)\\s*(pt|px|r?em|%)");

  /** In points. */
  private static final double USUAL = 12;

  /** So much larger than most letters are those of a heading, at least. */
  private static final double LARGER = 1.15;

  /** Characters. */
  private static final int LONGEST = 100;

  private static final int LEVELS = 6;

  private final Map<String, Double> sizes = new HashMap<>();

  /** Takes the sizes that classes have in a style sheet. */
  void add(String styles) {
    Matcher rule = RULE.matcher(styles);
    while (rule.find()) {
      Double size = size(rule.group(2));
      if (size != null) {
        sizes.put(rule.group(1), size);
      }
    }
  }

  private static @Nullable Double size(String declarations) {
    Matcher size = SIZE.matcher(declarations);
    if (!size.find()) {
      return null;
    }
    double number = Double.parseDouble(size.group(1));
    return switch (size.group(2)) {
      case "pt" -> number;
      case "px" -> number * 0.75;
      case "%" -> number * USUAL / 100;
      default -> number * USUAL;
    };
  }

  /** Makes headings of the paragraphs of a chapter that are set in large letters. */
  void mark(Document chapter) {
    Map<Element, Double> paragraphs = new IdentityHashMap<>();
    Map<Double, Integer> letters = new HashMap<>();
    for (Element paragraph : chapter.select("p, div")) {
      int length = paragraph.text().length();
      if (length > 0 && paragraph.select("p, div").size() == 1) {
        double size = sizeOf(paragraph);
        paragraphs.put(paragraph, size);
        letters.merge(size, length, Integer::sum);
      }
    }
    if (letters.size() < 2) {
      return;
    }
    double most =
        letters.entrySet().stream()
            .max(Map.Entry.<Double, Integer>comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(USUAL);
    List<Double> levels =
        letters.keySet().stream()
            .filter(size -> size >= LARGER * most)
            .sorted(Comparator.reverseOrder())
            .toList();
    paragraphs.forEach(
        (paragraph, size) -> {
          int level = levels.indexOf(size);
          if (level >= 0 && paragraph.text().length() <= LONGEST) {
            paragraph.tagName("h" + Math.min(level + 1, LEVELS));
          }
        });
  }

  /** The size of the letters of a paragraph: of the one element that all of them are in. */
  private double sizeOf(Element paragraph) {
    double size = USUAL;
    for (Element at = paragraph; at != null; at = only(at)) {
      Double own = size(at.attr("style"));
      for (String name : at.classNames()) {
        own = own == null ? sizes.get(name) : own;
      }
      size = own == null ? size : own;
    }
    return size;
  }

  private static @Nullable Element only(Element element) {
    List<Element> children = element.children();
    return element.ownText().isBlank() && children.size() == 1 ? children.getFirst() : null;
  }
}
