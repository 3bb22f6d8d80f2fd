package dev.kaiyuan.search;

import dev.kaiyuan.index.IndexSchema;
import dev.kaiyuan.index.LinkTerms;
import dev.kaiyuan.search.query.CommitSearcher;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Finds articles that link to the query, or to one of its words that looks like an address. A
 * pasted address weighs more than all words in it; a name that may be any word weighs very little.
 */
final class AddressQuery {
  private static final float ADDRESS = 100;
  private static final float NAME = 0.5f;
  private static final int MOST = 8;

  private AddressQuery() {}

  /** Adds the clauses for links to a text, if the index has any. */
  static void add(String typed, CommitSearcher searcher, ShouldClauses to) throws IOException {
    String whole = typed.strip();
    Set<String> candidates = new LinkedHashSet<>();
    candidates.add(whole);
    for (String word : whole.split("[\\s\\u3000]+", 2 * MOST)) {
      if (isAddress(word) && candidates.size() < MOST) {
        candidates.add(word);
      }
    }
    for (String candidate : candidates) {
      String key = LinkTerms.key(candidate);
      Term term = new Term(IndexSchema.LINK, key);
      if (key.indexOf('?') > 0 && searcher.docFreq(term) == 0) {
        // Tracking parameters differ from copy to copy.
        term = new Term(IndexSchema.LINK, LinkTerms.key(key.substring(0, key.indexOf('?'))));
      }
      boolean named = key.codePoints().anyMatch(Character::isIdeographic);
      if (term.text().length() > 1
          && (named || isAddress(candidate))
          && searcher.docFreq(term) > 0) {
        Query found = new ConstantScoreQuery(new TermQuery(term));
        to.add(new BoostQuery(found, isAddress(candidate) ? ADDRESS : NAME), true);
      }
    }
  }

  /** Whether a word has a sign of addresses or file names between its letters. */
  private static boolean isAddress(String word) {
    for (int i = 1; i + 1 < word.length(); i++) {
      char c = word.charAt(i);
      boolean dot = c == '.' && Character.isLetterOrDigit(word.charAt(i + 1));
      if (dot || c == '/' || (c == ':' && word.startsWith("://", i))) {
        return word.codePoints().anyMatch(Character::isLetterOrDigit);
      }
    }
    return false;
  }
}
