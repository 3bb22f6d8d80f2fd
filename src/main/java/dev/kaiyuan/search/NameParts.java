package dev.kaiyuan.search;

import dev.kaiyuan.analysis.AnalyzedQuery;
import dev.kaiyuan.analysis.QueryTerm;
import dev.kaiyuan.analysis.QueryTerm.Strength;
import dev.kaiyuan.index.IndexSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;

/** Decides which parts of the names in a query are looked for by themselves. */
final class NameParts {
  private NameParts() {}

  /** Looks for the parts of a name of which the index has not the whole: iPhone of iPhone99. */
  static AnalyzedQuery ofMissing(AnalyzedQuery analyzed, CommitSearcher searcher)
      throws IOException {
    List<QueryTerm> missing = new ArrayList<>();
    for (QueryTerm gram : analyzed.grams()) {
      boolean spaced = !Character.isIdeographic(gram.text().codePointAt(0));
      if (gram.strength() == Strength.FULL
          && spaced
          && searcher.docFreq(new Term(IndexSchema.BODY, gram.text())) == 0) {
        missing.add(gram);
      }
    }
    return missing.isEmpty()
        ? analyzed
        : new AnalyzedQuery(
            analyzed.units(), parts(analyzed.grams(), missing), parts(analyzed.words(), missing));
  }

  private static List<QueryTerm> parts(List<QueryTerm> terms, List<QueryTerm> missing) {
    List<QueryTerm> parts = new ArrayList<>();
    for (QueryTerm term : terms) {
      boolean part = term.strength() == Strength.ALTERNATIVE && isPart(term, missing);
      parts.add(part ? new QueryTerm(term.text(), term.start(), term.end(), Strength.FULL) : term);
    }
    return parts;
  }

  /** Whether a term is a part that says something by itself, or a shorter form of a version. */
  private static boolean isPart(QueryTerm term, List<QueryTerm> missing) {
    for (QueryTerm whole : missing) {
      boolean inside = whole.start() <= term.start() && term.end() <= whole.end();
      boolean all = term.start() == whole.start() && term.end() == whole.end();
      if (inside && (all || Character.isLetter(term.text().codePointAt(0)))) {
        return true;
      }
    }
    return false;
  }

  /** Looks for no part alone of what the index has by another name. */
  static AnalyzedQuery withoutRenamed(AnalyzedQuery analyzed, List<TranslatedWord> translated) {
    List<TypedName> renamed = new ArrayList<>();
    for (TranslatedWord each : translated) {
      if (each.renamed()) {
        renamed.add(each.typed());
      }
    }
    return renamed.isEmpty()
        ? analyzed
        : new AnalyzedQuery(
            analyzed.units(),
            without(analyzed.grams(), renamed),
            without(analyzed.words(), renamed));
  }

  private static List<QueryTerm> without(List<QueryTerm> terms, List<TypedName> names) {
    List<QueryTerm> others = new ArrayList<>();
    for (QueryTerm term : terms) {
      if (!isIn(term, names)) {
        others.add(term);
      }
    }
    return others;
  }

  private static boolean isIn(QueryTerm term, List<TypedName> names) {
    for (TypedName name : names) {
      if (name.holds(term)) {
        return true;
      }
    }
    return false;
  }
}
