package dev.kaiyuan.output.html;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.jspecify.annotations.Nullable;

/** Keeps of an article's HTML what text is made of, by a list of what may stay. */
final class SanitizedHtml {
  private static final Safelist KEPT =
      Safelist.relaxed()
          .addTags(
              "abbr",
              "article",
              "del",
              "details",
              "dfn",
              "figcaption",
              "figure",
              "hr",
              "ins",
              "kbd",
              "main",
              "mark",
              "rp",
              "rt",
              "ruby",
              "s",
              "samp",
              "section",
              "summary",
              "var")
          .addAttributes(":all", "data-line", "id", "lang", "dir")
          .addAttributes("code", "class")
          .removeProtocols("a", "href", "ftp", "http", "https", "mailto")
          .removeProtocols("img", "src", "http", "https")
          .removeProtocols("blockquote", "cite", "http", "https")
          .removeProtocols("q", "cite", "http", "https")
          .removeProtocols("cite", "cite", "http", "https");

  private static final Pattern SCHEME = Pattern.compile("[\\s\\p{Cntrl}]*([a-zA-Z][^/?#]*?):.*");

  private SanitizedHtml() {}

  /** Cleans an element and all in it. */
  static void clean(Element body, Links links) {
    Document dirty = body.ownerDocument();
    Document clean = new Cleaner(KEPT).clean(dirty);
    body.empty();
    body.appendChildren(clean.body().childNodes());
    for (Element element : body.select("[id]")) {
      // A name of the article's must not be taken for one of the page's.
      element.attr("id", "in-" + element.id());
    }
    body.select("a").forEach(link -> link(link, links));
    body.select("img").forEach(image -> image(image, links));
  }

  private static void link(Element link, Links links) {
    String to = link.attr("href").strip();
    String scheme = scheme(to);
    link.removeAttr("href");
    if (to.startsWith("#")) {
      link.attr("href", "#in-" + to.substring(1));
    } else if (scheme == null && !to.startsWith("//")) {
      String address = to.isEmpty() ? null : links.article(to);
      if (address != null) {
        link.attr("href", address);
      }
    } else if (scheme == null || scheme.matches("https?|mailto")) {
      link.attr("href", to).attr("rel", "noopener noreferrer").attr("target", "_blank");
    }
  }

  /** Only what lies beside the article is shown; of the rest stays what it says. */
  private static void image(Element image, Links links) {
    String from = image.attr("src").strip();
    String address =
        scheme(from) == null && !from.startsWith("//") && !from.isEmpty()
            ? links.image(from)
            : null;
    if (address != null) {
      image.attr("src", address).attr("loading", "lazy");
    } else if (image.attr("alt").isBlank()) {
      image.remove();
    } else {
      Element words = new Element("span").addClass("no-image").text(image.attr("alt"));
      image.replaceWith(words);
    }
  }

  private static @Nullable String scheme(String address) {
    var found = SCHEME.matcher(address);
    return found.matches() ? found.group(1).toLowerCase(Locale.ROOT) : null;
  }
}
