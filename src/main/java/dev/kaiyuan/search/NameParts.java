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

  private interface Choice {
    boolean holds(QueryTerm term);
  }

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
        : with(analyzed, Strength.ALTERNATIVE, Strength.FULL, term -> isPart(term, missing));
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
        : with(analyzed, Strength.FULL, Strength.ALTERNATIVE, term -> isIn(term, renamed));
  }

  private static boolean isIn(QueryTerm term, List<TypedName> names) {
    for (TypedName name : names) {
      if (name.holds(term)) {
        return true;
      }
    }
    return false;
  }

  private static AnalyzedQuery with(
      AnalyzedQuery analyzed, Strength before, Strength after, Choice choice) {
    return new AnalyzedQuery(
        analyzed.units(),
        with(analyzed.grams(), before, after, choice),
        with(analyzed.words(), before, after, choice));
  }

  private static List<QueryTerm> with(
      List<QueryTerm> terms, Strength before, Strength after, Choice choice) {
    List<QueryTerm> changed = new ArrayList<>();
    for (QueryTerm term : terms) {
      boolean change = term.strength() == before && choice.holds(term);
      changed.add(change ? new QueryTerm(term.text(), term.start(), term.end(), after) : term);
    }
    return changed;
  }
}
