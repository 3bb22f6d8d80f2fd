package dev.kaiyuan.document.markdown.inline;

/**
 * Finds where what a site's generator replaces in Markdown ends: templates' tags, their
 * expressions, and attributes.
 */
final class TemplateScanner {
  private static final int MAX_LENGTH = 500;

  private final String source;

  TemplateScanner(String source) {
    this.source = source;
  }

  /**
   * Returns the index after a tag ({@code {{< note >}}}, {@code {{% note %}}}, {@code {% raw %}})
   * or after the attributes of a heading or block ({@code {#id}}, {@code {: .class}}), which stand
   * at the end of a line, or -1 if there is neither at an index.
   */
  int end(int start) {
    if (source.startsWith("{{<", start)) {
      return closeOnLine(start + 2, ">}}");
    }
    if (source.startsWith("{{%", start)) {
      return closeOnLine(start + 2, "%}}");
    }
    if (source.startsWith("{%", start)) {
      return closeOnLine(start + 2, "%}");
    }
    if (source.startsWith("{#", start) || source.startsWith("{:", start)) {
      int end = closeOnLine(start + 2, "}");
      return end == source.length() || end >= 0 && source.charAt(end) == '\n' ? end : -1;
    }
    return -1;
  }

  /** Returns the index after an expression, {@code {{ page }}}, or -1 if none is at an index. */
  int expressionEnd(int start) {
    return source.startsWith("{{", start) ? closeOnLine(start + 2, "}}") : -1;
  }

  private int closeOnLine(int start, String close) {
    int limit = Math.min(source.length(), start + MAX_LENGTH);
    for (int i = start; i < limit && source.charAt(i) != '\n'; i++) {
      if (source.startsWith(close, i)) {
        return i + close.length();
      }
    }
    return -1;
  }
}
