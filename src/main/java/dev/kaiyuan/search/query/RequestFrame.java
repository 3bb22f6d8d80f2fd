package dev.kaiyuan.search.query;

import dev.kaiyuan.analysis.AnalyzedQuery;
import dev.kaiyuan.analysis.QueryTerm;
import dev.kaiyuan.analysis.QueryTerm.Strength;
import dev.kaiyuan.analysis.QueryUnit;
import dev.kaiyuan.analysis.QueryUnit.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds the words of a question that only ask: "I am interested in articles on", 我想找关于…的文章. They
 * are treated as function words.
 *
 * <p>In English these words begin a sentence and end with the last function word before any other
 * word. A noun such as "articles" needs a verb that asks before it, or a word such as "on" behind
 * it. In Chinese such words begin a sentence, or end it as 的文章 does.
 */
public final class RequestFrame {
  private static final Set<String> ASKING =
      Set.of(
          "interested",
          "like",
          "want",
          "need",
          "looking",
          "look",
          "searching",
          "seeking",
          "find",
          "know",
          "tell",
          "list",
          "give",
          "show",
          "get",
          "想要",
          "想",
          "找",
          "查",
          "查找",
          "寻找",
          "搜索",
          "了解",
          "知道",
          "求",
          "有没有",
          "想找",
          "找到",
          "推荐",
          "介绍");

  private static final Set<String> ASKED =
      Set.of(
          "article",
          "articles",
          "paper",
          "papers",
          "information",
          "document",
          "documents",
          "literature",
          "publication",
          "publications",
          "report",
          "reports",
          "abstract",
          "abstracts",
          "reference",
          "references",
          "description",
          "descriptions",
          "anything",
          "something",
          "文章",
          "资料",
          "论文",
          "文献",
          "内容",
          "信息",
          "介绍",
          "报道",
          "材料");

  private static final Set<String> ABOUT =
      Set.of(
          "on",
          "about",
          "concerning",
          "regarding",
          "describing",
          "describe",
          "discussing",
          "discuss",
          "dealing",
          "deal",
          "relating",
          "related",
          "covering",
          "that",
          "which",
          "关于",
          "有关",
          "相关",
          "方面",
          "讲",
          "谈");

  private static final Set<String> BESIDE =
      Set.of(
          "am",
          "d",
          "id",
          "im",
          "any",
          "exist",
          "exists",
          "available",
          "please",
          "especially",
          "also");

  private static final String SENTENCE_ENDS = ".?!;:。？！；：\n";

  private final String query;
  private final AnalyzedQuery analyzed;
  private final List<QueryUnit> units;

  private RequestFrame(String query, AnalyzedQuery analyzed) {
    this.query = query;
    this.analyzed = analyzed;
    this.units = analyzed.units().stream().filter(unit -> unit.role() != Role.ALTERNATIVE).toList();
  }

  /** Returns a query with the words that ask as function words, unless it has no others. */
  public static AnalyzedQuery apart(String query, AnalyzedQuery analyzed) {
    RequestFrame frame = new RequestFrame(query, analyzed);
    List<QueryUnit> asking = frame.asking();
    boolean only =
        frame.units.stream()
            .allMatch(unit -> unit.role() == Role.FUNCTION || asking.contains(unit));
    return asking.isEmpty() || only ? analyzed : frame.without(asking);
  }

  private List<QueryUnit> asking() {
    List<QueryUnit> asking = new ArrayList<>();
    for (int from = 0; from < units.size(); ) {
      int to = from + 1;
      while (to < units.size() && !isEndBefore(to)) {
        to++;
      }
      addBeginning(from, to, asking);
      addChineseEnd(from, to, asking);
      from = to;
    }
    return asking;
  }

  private boolean isEndBefore(int unit) {
    for (int p = units.get(unit - 1).end(); p < units.get(unit).start(); p++) {
      if (SENTENCE_ENDS.indexOf(query.charAt(p)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private void addBeginning(int from, int to, List<QueryUnit> asking) {
    boolean asks = false;
    int last = from - 1;
    for (int i = from; i < to && isOfFrame(i); i++) {
      boolean aboutNext = i + 1 < to && ABOUT.contains(text(i + 1));
      asks |= ASKING.contains(text(i)) || ASKED.contains(text(i)) && aboutNext;
      if (units.get(i).role() == Role.FUNCTION || ABOUT.contains(text(i)) || units.get(i).isHan()) {
        last = i;
      }
    }
    for (int i = from; asks && i <= last; i++) {
      add(i, asking);
    }
  }

  private void addChineseEnd(int from, int to, List<QueryUnit> asking) {
    if (to - from < 3 || !text(to - 2).equals("的") || !ASKED.contains(text(to - 1))) {
      return;
    }
    add(to - 1, asking);
    if (ABOUT.contains(text(to - 3))) {
      add(to - 3, asking);
    }
  }

  private void add(int unit, List<QueryUnit> asking) {
    if (units.get(unit).role() != Role.FUNCTION) {
      asking.add(units.get(unit));
    }
  }

  private boolean isOfFrame(int unit) {
    String text = text(unit);
    return units.get(unit).role() == Role.FUNCTION
        || ASKING.contains(text)
        || ASKED.contains(text)
        || ABOUT.contains(text)
        || BESIDE.contains(text);
  }

  private String text(int unit) {
    return units.get(unit).text();
  }

  private AnalyzedQuery without(List<QueryUnit> asking) {
    List<QueryUnit> others = new ArrayList<>();
    for (QueryUnit unit : analyzed.units()) {
      others.add(
          asking.contains(unit)
              ? new QueryUnit(
                  unit.text(),
                  unit.start(),
                  unit.end(),
                  unit.grams(),
                  unit.offsets(),
                  Role.FUNCTION)
              : unit);
    }
    return new AnalyzedQuery(
        others, weakened(analyzed.grams(), asking), weakened(analyzed.words(), asking));
  }

  private static List<QueryTerm> weakened(List<QueryTerm> terms, List<QueryUnit> asking) {
    List<QueryTerm> weakened = new ArrayList<>();
    for (QueryTerm term : terms) {
      boolean asks =
          asking.stream().anyMatch(unit -> unit.start() < term.end() && term.start() < unit.end());
      weakened.add(
          asks ? new QueryTerm(term.text(), term.start(), term.end(), Strength.WEAK) : term);
    }
    return weakened;
  }
}
