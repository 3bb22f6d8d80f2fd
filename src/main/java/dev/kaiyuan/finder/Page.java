package dev.kaiyuan.finder;

import dev.kaiyuan.output.HitSummary;
import dev.kaiyuan.search.Hit;
import dev.kaiyuan.search.StoredArticle;
import dev.kaiyuan.search.snippet.Snippet;
import java.util.List;

/**
 * An article set for its pane.
 *
 * @param hit what it was set for
 * @param lines its lines
 * @param place the line on which the best sentence begins, from 0
 */
record Page(Hit hit, List<String> lines, int place) {
  /** The number of characters that tell a sentence from all others of an article. */
  private static final int TELLING = 40;

  /** Finds the place among the lines of an article. */
  static Page of(Hit hit, List<String> lines, StoredArticle article) {
    return new Page(hit, lines, place(lines, hit, article));
  }

  /**
   * Looks for the sentence among the lines, which break it anywhere, as far as its beginning or at
   * least its first mark; else guesses by the line of the file.
   */
  private static int place(List<String> lines, Hit hit, StoredArticle article) {
    Snippet best = HitSummary.best(hit.snippets(), hit.line());
    if (best == null || best.highlights().isEmpty()) {
      return 0;
    }
    StringBuilder all = new StringBuilder();
    int[] starts = new int[lines.size()];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = all.length();
      all.append(solid(Clip.plain(lines.get(i))));
    }
    int mark = best.highlights().getFirst().start();
    String from = solid(best.text().substring(mark));
    int room = from.indexOf('…') < 0 ? from.length() : from.indexOf('…');
    for (int length = Math.min(TELLING, room); length > 0; length /= 2) {
      int at = all.indexOf(from.substring(0, length), starts.length > 3 ? starts[3] : 0);
      if (at >= 0) {
        return lineAt(starts, at);
      }
    }
    int last = Math.max(1, article.layout().lines().lineAt(article.text().length()));
    return (int) Math.min(starts.length - 1L, (long) starts.length * hit.line() / last);
  }

  private static String solid(String text) {
    StringBuilder solid = new StringBuilder(text.length());
    for (int p = 0; p < text.length(); p++) {
      char c = text.charAt(p);
      if (c > ' ' && c != '│') {
        solid.append(c);
      }
    }
    return solid.toString();
  }

  private static int lineAt(int[] starts, int offset) {
    int line = 0;
    while (line + 1 < starts.length && starts[line + 1] <= offset) {
      line++;
    }
    return line;
  }
}
