package dev.kaiyuan.search.query;

import dev.kaiyuan.index.ArticleField;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.tartarus.snowball.ext.PorterStemmer;

/**
 * Finds the words of an index that are derived from the same root as an English word: <i>secure</i>
 * and <i>security</i>, <i>compile</i> and <i>compiler</i>.
 *
 * <p>The index joins only the inflections of a word, since a short query means just that word. A
 * longer question gains by related words of less weight, see {@code docs/ranking.md}.
 */
public final class RelatedWords {
  private static final int MOST = 16;
  private static final int MOST_SEEN = 1000;
  private static final int SHORTEST_ROOT = 3;

  private final CommitSearcher searcher;
  private final PorterStemmer stemmer = new PorterStemmer();
  private final Map<String, List<String>> found = new HashMap<>();

  public RelatedWords(CommitSearcher searcher) {
    this.searcher = searcher;
  }

  /** Returns the most frequent terms with the same root as a term, without that term. */
  public List<String> of(String term) throws IOException {
    List<String> related = found.get(term);
    if (related == null) {
      related = isWord(term) ? find(term, root(term)) : List.of();
      found.put(term, related);
    }
    return related;
  }

  private List<String> find(String term, String root) throws IOException {
    if (root.length() < SHORTEST_ROOT) {
      return List.of();
    }
    // A root may end in an i where words have a y.
    BytesRef prefix = new BytesRef(root.substring(0, Math.max(SHORTEST_ROOT, root.length() - 1)));
    List<String> related = new ArrayList<>();
    TermsEnum all = ArticleField.BODY.terms(searcher.getIndexReader());
    boolean any = all.seekCeil(prefix) != TermsEnum.SeekStatus.END;
    int seen = 0;
    for (BytesRef next = any ? all.term() : null;
        next != null && StringHelper.startsWith(next, prefix) && seen++ < MOST_SEEN;
        next = all.next()) {
      String word = next.utf8ToString();
      if (!word.equals(term) && isWord(word) && root(word).equals(root)) {
        related.add(word);
      }
    }
    return mostFrequent(searcher.akin(term, related));
  }

  private List<String> mostFrequent(List<String> words) throws IOException {
    if (words.size() <= MOST) {
      return words;
    }
    Map<String, Integer> frequencies = new HashMap<>();
    for (String word : words) {
      frequencies.put(word, searcher.docFreq(ArticleField.BODY.term(word)));
    }
    words.sort(Comparator.comparing(frequencies::get, Comparator.reverseOrder()));
    return words.subList(0, MOST);
  }

  private String root(String word) {
    stemmer.setCurrent(word);
    stemmer.stem();
    return stemmer.getCurrent();
  }

  private static boolean isWord(String term) {
    for (int i = 0; i < term.length(); i++) {
      if (term.charAt(i) < 'a' || term.charAt(i) > 'z') {
        return false;
      }
    }
    return term.length() >= SHORTEST_ROOT;
  }
}
