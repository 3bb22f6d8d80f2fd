package dev.kaiyuan.output;

import dev.kaiyuan.WorkCounter;
import dev.kaiyuan.document.UnreadableFileException;
import dev.kaiyuan.document.reader.ArticleReader;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;

/**
 * Reads a file of a name and a text for the index, and sets Markdown for a terminal and as HTML;
 * returns how much work each of the three was.
 */
public final class CountedReading implements BiFunction<String, String, long[]> {
  @Override
  public long[] apply(String name, String text) {
    long start = WorkCounter.count();
    try {
      new ArticleReader().read(name, text.getBytes(StandardCharsets.UTF_8));
    } catch (UnreadableFileException e) {
      throw new AssertionError(e);
    }
    long read = WorkCounter.count();
    if (!name.endsWith(".md")) {
      return new long[] {read - start};
    }
    Shown.page(text, 80, Theme.AUTO);
    long page = WorkCounter.count();
    Shown.html(text);
    return new long[] {read - start, page - read, WorkCounter.count() - page};
  }
}
