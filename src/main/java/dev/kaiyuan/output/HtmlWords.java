package dev.kaiyuan.output;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** What is read of HTML within Markdown. */
final class HtmlWords {
  private static final List<String> READ =
      List.of("title", "alt", "label", "summary", "caption", "aria-label", "placeholder");

  private HtmlWords() {}

  /** Returns the words of a piece of HTML, and behind them what its attributes say. */
  static String of(String html) {
    String attributes = ofAttributes(html);
    String words = Jsoup.parse(html).text();
    return attributes.isEmpty() ? words : (words + " (" + attributes + ")").strip();
  }

  /** Returns what attributes say that browsers show or speak. */
  static String ofAttributes(String html) {
    if (html.indexOf('=') < 0) {
      return "";
    }
    List<String> words = new ArrayList<>();
    for (Element element : Jsoup.parseBodyFragment(html).body().getAllElements()) {
      for (String name : READ) {
        if (!element.attr(name).isBlank()) {
          words.add(element.attr(name));
        }
      }
    }
    return String.join(", ", words);
  }
}
