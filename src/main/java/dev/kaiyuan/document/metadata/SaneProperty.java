package dev.kaiyuan.document.metadata;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells what an author wrote into a document's properties from what a program put there. */
public final class SaneProperty {
  private static final Pattern NO_TITLE =
      Pattern.compile(
          "(?i)microsoft (?:word|powerpoint|excel) ?-.*"
              + "|(?:untitled|no title|title|document|presentation|slide|book|sheet|doc|temp|test"
              + "|powerpoint presentation|未命名|无标题|無標題|文档|文檔|文件|演示文稿|簡報|幻灯片|工作簿)"
              + "[ _-]?[0-9]*"
              + "|[^ ]*\\.(?:docx?|dvi|tex|pptx?|xlsx?|pdf|indd|pmd|qxd|fm|ps|rtf|odt|wps|html?|md|cdr)"
              + "|.*\\.(?:docx?|pptx?|xlsx?|indd|pmd|qxd|wps|cdr)"
              + "|(?:file|https?)://.*|about:blank|[a-z]:\\\\.*"
              + "|[\\p{P}\\p{S}\\d\\s]*");

  private static final Pattern NO_AUTHOR =
      Pattern.compile(
          "(?i)(?:admin|administrator|user|owner|author|unknown(?: author)?|anonymous|guest|root|default|pc|dell"
              + "|hp|lenovo|acer|asus|microsoft|windows(?: user)?|microsoft office(?: user)?"
              + "|微软用户|微軟使用者|用户|使用者|作者|系统管理员|雨林木风|深度)[0-9]*"
              + "|[\\p{P}\\p{S}\\d\\s]*");

  private static final int LONGEST = 1000;

  private SaneProperty() {}

  /** Returns a title, or null where it is none. */
  public static @Nullable String title(@Nullable String written) {
    return written == null
            || written.length() > LONGEST
            || NO_TITLE.matcher(written.strip()).matches()
        ? null
        : written;
  }

  /** Returns the names of authors, or null where they are none. */
  public static @Nullable String authors(@Nullable String written) {
    return written == null
            || written.length() > LONGEST
            || NO_AUTHOR.matcher(written.strip()).matches()
        ? null
        : written;
  }
}
