package dev.kaiyuan.search.query;

import dev.kaiyuan.analysis.QueryTerm;
import dev.kaiyuan.analysis.QueryTerm.Strength;
import dev.kaiyuan.analysis.QueryUnit;
import dev.kaiyuan.index.ArticleField;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * A name of several parts, which texts write joined, with a sign or with a space: {@code node.js}
 * and nodejs, GPLv3 and {@code GPL-3.0} and GPL 3.
 *
 * @param joined all of it as one word: nodejs, iphone14
 * @param words what the query looks for by itself: node and js of {@code node.js}, but iphone14 of
 *     iPhone14
 * @param parts what stands side by side where a sign or a space sets it apart: node and js, iphone
 *     and 14
 */
public record Compound(QueryTerm joined, List<QueryTerm> words, List<QueryTerm> parts) {

  /**
   * Returns the compounds of a query.
   *
   * @param terms its terms in fields of grams, or those in fields of words
   */
  static List<Compound> of(List<QueryTerm> terms) {
    List<Compound> compounds = new ArrayList<>();
    for (int i = 0; i < terms.size(); ) {
      QueryTerm joined = terms.get(i++);
      int from = i;
      while (i < terms.size() && terms.get(i).start() < joined.end()) {
        i++;
      }
      if (i == from || joined.isHan()) {
        i = from;
        continue;
      }
      List<QueryTerm> within = terms.subList(from, i);
      boolean full = joined.strength() == Strength.FULL;
      List<QueryTerm> words = full ? List.of(joined) : words(within);
      List<QueryTerm> parts = sideBySide(hasNumber(within) ? within : words);
      if (parts.size() > 1 && !words.isEmpty()) {
        compounds.add(new Compound(joined, words, parts));
      }
    }
    return compounds;
  }

  /**
   * Returns those that the index has in a way that the words looked for leave out.
   *
   * @param terms the query's terms
   * @param body the field of bodies that holds such terms
   */
  public static List<Compound> spelledOtherwise(
      List<QueryTerm> terms, ArticleField body, CommitSearcher searcher) throws IOException {
    List<Compound> compounds = new ArrayList<>();
    for (Compound compound : of(terms)) {
      if (compound.isJoinedIn(body, searcher) || compound.isApartIn(body, searcher)) {
        compounds.add(compound);
      }
    }
    return compounds;
  }

  private static boolean isNumber(QueryTerm term) {
    return Character.isDigit(term.text().charAt(0));
  }

  private static boolean hasNumber(List<QueryTerm> terms) {
    return terms.stream().anyMatch(Compound::isNumber);
  }

  private static List<QueryTerm> words(List<QueryTerm> terms) {
    return terms.stream().filter(term -> term.strength() == Strength.FULL).toList();
  }

  /** The parts that make up all of a name; none if there is more between them than one sign. */
  private static List<QueryTerm> sideBySide(List<QueryTerm> terms) {
    List<QueryTerm> parts = new ArrayList<>();
    int end = terms.isEmpty() ? 0 : terms.getFirst().start();
    int last = end;
    for (QueryTerm term : terms) {
      last = Math.max(last, term.end());
    }
    while (end < last) {
      QueryTerm part = partAt(terms, end, parts.isEmpty() ? 0 : 1);
      if (part == null) {
        return List.of();
      }
      parts.add(part);
      end = part.end();
    }
    return parts;
  }

  /** The shortest word or the longest number that begins there: ubuntu and 18.04 of Ubuntu18.04. */
  private static @Nullable QueryTerm partAt(List<QueryTerm> terms, int start, int joint) {
    QueryTerm part = null;
    for (QueryTerm term : terms) {
      if (term.start() < start || term.start() > start + joint) {
        continue;
      }
      boolean better =
          part == null
              || (isNumber(term)
                  ? term.end() > part.end() || part.text().equals(term.text() + ".0")
                  : term.start() == part.start() && term.end() < part.end());
      part = better ? term : part;
    }
    return part;
  }

  public int start() {
    return joined.start();
  }

  public int end() {
    return joined.end();
  }

  public boolean contains(QueryUnit unit) {
    return start() <= unit.start() && unit.end() <= end();
  }

  /** Whether a term is asked for together with its other spellings. */
  public boolean isOf(QueryTerm term) {
    return term == joined || words.contains(term);
  }

  /** Whether it was typed as one word, at least up to a sign, of which each part says little. */
  public boolean isTypedJoined() {
    return !words.containsAll(parts);
  }

  /** The terms of its parts, in order. */
  public List<String> texts() {
    return parts.stream().map(QueryTerm::text).toList();
  }

  /**
   * Returns the terms of a phrase with the parts of names set apart, or else joined.
   *
   * @param terms those of a text in fields of grams
   */
  static List<QueryTerm> apart(List<QueryTerm> terms) {
    return spelled(
        terms, compound -> compound.isTypedJoined() ? compound.parts() : compound.words());
  }

  /** Returns the terms of a phrase with the parts of names joined; likewise. */
  static List<QueryTerm> joined(List<QueryTerm> terms) {
    return spelled(terms, compound -> List.of(compound.joined()));
  }

  private static List<QueryTerm> spelled(
      List<QueryTerm> terms, Function<Compound, List<QueryTerm>> spelling) {
    List<QueryTerm> phrase = new ArrayList<>();
    List<Compound> compounds = of(terms);
    int next = 0;
    for (QueryTerm term : terms) {
      Compound compound = next < compounds.size() ? compounds.get(next) : null;
      if (compound != null && compound.joined() == term) {
        phrase.addAll(spelling.apply(compound));
        next++;
      } else if (term.strength() != Strength.ALTERNATIVE
          && (next == 0 || compounds.get(next - 1).end() <= term.start())) {
        phrase.add(term);
      }
    }
    return phrase;
  }

  /** Finds it spelled otherwise than its words are, in any of some fields of grams. */
  public Query spelledOtherwise(List<ArticleField> fields) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (ArticleField field : fields) {
      any.add(new TermQuery(field.term(joined.text())), Occur.SHOULD);
      any.add(sideBySide(field), Occur.SHOULD);
    }
    return any.build();
  }

  /** Finds its parts side by side, with a sign or a space between them or without. */
  Query sideBySide(ArticleField field) {
    List<Integer> offsets = parts.stream().map(QueryTerm::start).toList();
    return GramPhrase.of(field, texts(), offsets, parts.size() - 1);
  }

  private boolean isJoinedIn(ArticleField body, CommitSearcher searcher) throws IOException {
    return !words.contains(joined) && searcher.docFreq(body.term(joined.text())) > 0;
  }

  private boolean isApartIn(ArticleField body, CommitSearcher searcher) throws IOException {
    return isTypedJoined()
        && body == ArticleField.BODY // only grams have positions
        && searcher.docFreq(body, texts()) > 0;
  }

  /**
   * Returns queries for its other spellings in a field, each of which weighs what the words typed
   * weigh together.
   */
  public List<Query> otherSpellings(ArticleField field, CommitSearcher searcher)
      throws IOException {
    ArticleField body = field.isWords() ? ArticleField.BODY_WORDS : ArticleField.BODY;
    List<Query> spellings = new ArrayList<>();
    if (isJoinedIn(body, searcher)) {
      Query whole = new TermQuery(field.term(joined.text()));
      spellings.add(new BoostQuery(whole, share(List.of(joined), body, searcher)));
    }
    if (isApartIn(body, searcher)) {
      spellings.add(new BoostQuery(sideBySide(field), share(parts, body, searcher)));
    }
    return spellings;
  }

  /** Returns the same by what their places in an article weigh. */
  List<Wording> otherWordings(CommitSearcher searcher) throws IOException {
    List<Wording> names = new ArrayList<>();
    if (isJoinedIn(ArticleField.BODY, searcher)) {
      names.add(name(List.of(joined), searcher));
    }
    if (isApartIn(ArticleField.BODY, searcher)) {
      names.add(name(parts, searcher));
    }
    return names;
  }

  private Wording name(List<QueryTerm> terms, CommitSearcher searcher) throws IOException {
    float share = share(terms, ArticleField.BODY, searcher);
    List<Float> weights = new ArrayList<>();
    for (QueryTerm term : terms) {
      weights.add(share * searcher.idf(term.text()));
    }
    return new Wording(terms.stream().map(QueryTerm::text).toList(), weights);
  }

  /** What each term of another spelling weighs, so that all weigh what was typed. */
  private float share(List<QueryTerm> terms, ArticleField body, CommitSearcher searcher)
      throws IOException {
    Weights weights = searcher.weights();
    float typed = 0;
    for (QueryTerm word : words) {
      typed += weights.of(word) * idf(word, body, searcher);
    }
    float idf = 0;
    for (QueryTerm term : terms) {
      idf += idf(term, body, searcher);
    }
    return Math.min(weights.spacedWord() * words.size(), typed / idf);
  }

  private static float idf(QueryTerm term, ArticleField body, CommitSearcher searcher)
      throws IOException {
    return searcher.idf(searcher.docFreq(body.term(term.text())));
  }
}
