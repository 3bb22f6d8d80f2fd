package dev.kaiyuan.search.query;

import dev.kaiyuan.analysis.AnalyzedQuery;
import dev.kaiyuan.analysis.QueryTerm;
import dev.kaiyuan.analysis.QueryTerm.Strength;
import dev.kaiyuan.index.ArticleField;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Decides which parts of the names in a query are looked for by themselves. */
public final class NameParts {
  private NameParts() {}

  /** Looks for the parts of a name of which the index has not the whole: iPhone of iPhone99. */
  public static AnalyzedQuery ofMissing(AnalyzedQuery analyzed, CommitSearcher searcher)
      throws IOException {
    List<QueryTerm> missing = new ArrayList<>();
    for (QueryTerm gram : analyzed.grams()) {
      boolean spaced = !Character.isIdeographic(gram.text().codePointAt(0));
      if (gram.strength() == Strength.FULL
          && spaced
          && searcher.docFreq(ArticleField.BODY.term(gram.text())) == 0) {
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

  /** Drops the terms of spans that the index has by another name. */
  public static AnalyzedQuery withoutRenamed(AnalyzedQuery analyzed, List<QuerySpan> spans) {
    List<QuerySpan> renamed = spans.stream().filter(QuerySpan::renamed).toList();
    return renamed.isEmpty()
        ? analyzed
        : new AnalyzedQuery(
            analyzed.units(),
            without(analyzed.grams(), renamed),
            without(analyzed.words(), renamed));
  }

  private static List<QueryTerm> without(List<QueryTerm> terms, List<QuerySpan> spans) {
    List<QueryTerm> others = new ArrayList<>();
    for (QueryTerm term : terms) {
      if (!isIn(term, spans)) {
        others.add(term);
      }
    }
    return others;
  }

  private static boolean isIn(QueryTerm term, List<QuerySpan> spans) {
    for (QuerySpan span : spans) {
      if (span.contains(term)) {
        return true;
      }
    }
    return false;
  }
}
