package dev.kaiyuan.document.markdown;

import java.util.regex.Pattern;

/**
 * What makes MDX of Markdown: lines that import and export, and comments in braces. Components are
 * tags, which Markdown knows.
 */
public final class MdxSource {
  private static final Pattern STATEMENT =
      Pattern.compile(
          "(?:import\\s+(?:['\"{*]|.*\\sfrom\\s+['\"]).*|export\\s+(?:default|const|let|var|function|\\{).*)");
  private static final Pattern FENCE = Pattern.compile(" {0,3}(?:`{3,}|~{3,}).*");
  private static final String COMMENT = "{/*";
  private static final String COMMENT_END = "*/}";

  private MdxSource() {}

  /** Returns the Markdown, each line where it was. */
  public static String markdown(String source) {
    StringBuilder markdown = new StringBuilder(source.length());
    String fence = "";
    boolean statement = false;
    boolean comment = false;
    for (String line : source.split("\n", -1)) {
      String kept = line;
      if (!fence.isEmpty()) {
        fence = line.strip().startsWith(fence) ? "" : fence;
      } else if (comment) {
        comment = !line.contains(COMMENT_END);
        kept = comment ? "" : line.substring(line.indexOf(COMMENT_END) + COMMENT_END.length());
      } else if (FENCE.matcher(line).matches()) {
        fence = line.strip().substring(0, 3);
      } else if (STATEMENT.matcher(line).matches() || statement && !line.isBlank()) {
        statement = true;
        kept = "";
      } else {
        statement = false;
        int begin = line.indexOf(COMMENT);
        int end = begin < 0 ? -1 : line.indexOf(COMMENT_END, begin);
        comment = begin >= 0 && end < 0;
        if (begin >= 0) {
          String behind = comment ? "" : line.substring(end + COMMENT_END.length());
          kept = line.substring(0, begin) + behind;
        }
      }
      markdown.append(kept).append('\n');
    }
    markdown.setLength(markdown.length() - 1);
    return markdown.toString();
  }
}
