package dev.kaiyuan.document.recording;

import dev.kaiyuan.document.Format;
import dev.kaiyuan.document.reader.ArticleWriter;
import dev.kaiyuan.document.reader.ArticleWriter.LimitException;
import dev.kaiyuan.document.reader.FormatReader;
import dev.kaiyuan.document.reader.SourceFile;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads SubRip and WebVTT. What is said without a pause is one paragraph, so that a sentence is
 * whole again. Stateless and thread-safe.
 */
public final class SubtitleReader implements FormatReader {
  private static final Pattern TIMES =
      Pattern.compile(
          "\\s*(?:(\\d{1,4}):)?(\\d{1,2}):(\\d{2})[.,]\\d{1,3}\\s*-->\\s*"
              + "(?:(\\d{1,4}):)?(\\d{1,2}):(\\d{2})[.,]\\d{1,3}.*");
  private static final Pattern MARKUP = Pattern.compile("</?[a-zA-Z0-9][^<>]*>|\\{\\\\[^{}]*\\}");
  private static final String SENTENCE_ENDS = "。！？!?…”」』";

  /** Seconds without words that end a paragraph. */
  private static final int PAUSE = 3;

  /** Characters from which on a paragraph ends where a sentence does. */
  private static final int LONG = 200;

  /** Makes a reader. */
  public SubtitleReader() {}

  @Override
  public Set<Format> formats() {
    return Set.of(Format.SRT, Format.VTT);
  }

  @Override
  public void read(SourceFile file, ArticleWriter to) throws LimitException {
    String[] lines = file.text().split("\n", -1);
    int spokenUntil = 0;
    int length = 0;
    for (int i = 0; i < lines.length; i++) {
      Matcher times = TIMES.matcher(lines[i]);
      if (!times.matches()) {
        continue;
      }
      int start = seconds(times, 1);
      if (start > spokenUntil + PAUSE) {
        to.paragraph("");
        length = 0;
      }
      spokenUntil = seconds(times, 4);
      String words = "";
      for (i++; i < lines.length && !lines[i].isBlank(); i++) {
        words = MARKUP.matcher(lines[i]).replaceAll("").strip();
        to.place(start);
        to.line(i + 1);
        to.words(words + "\n");
        length += words.length();
      }
      if (length > LONG && endsSentence(words)) {
        to.paragraph("");
        length = 0;
      }
    }
    to.paragraph("");
  }

  private static boolean endsSentence(String words) {
    return !words.isEmpty()
        && (SENTENCE_ENDS.indexOf(words.charAt(words.length() - 1)) >= 0 || words.endsWith("."));
  }

  private static int seconds(Matcher times, int group) {
    String hours = times.group(group);
    return (hours == null ? 0 : 3600 * Integer.parseInt(hours))
        + 60 * Integer.parseInt(times.group(group + 1))
        + Integer.parseInt(times.group(group + 2));
  }
}
