package dev.kaiyuan.search;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A query that found nothing, asking for its words wherever they stand, to tell what kept it from
 * finding anything.
 *
 * @param node what to ask for
 * @param reasons what is asked for no more, or may be why nothing was found
 */
record Loosened(QueryNode node, Set<Notice> reasons) {
  static Loosened of(QueryNode node) {
    Set<Notice> reasons = EnumSet.noneOf(Notice.class);
    return new Loosened(loosen(node, reasons), reasons);
  }

  private static QueryNode loosen(QueryNode node, Set<Notice> reasons) {
    return switch (node) {
      case QueryNode.Phrase phrase -> {
        reasons.add(Notice.NOT_TOGETHER);
        yield new QueryNode.Required(new QueryNode.Text(phrase.text()));
      }
      case QueryNode.Fielded fielded -> loosen(fielded, reasons);
      case QueryNode.Required required -> new QueryNode.Required(loosen(required.node(), reasons));
      case QueryNode.AnyOf any -> new QueryNode.AnyOf(loosen(any.nodes(), reasons));
      case QueryNode.AllOf all -> new QueryNode.AllOf(loosen(all.nodes(), reasons));
      default -> node;
    };
  }

  private static QueryNode loosen(QueryNode.Fielded fielded, Set<Notice> reasons) {
    if (fielded.field() == QueryNode.Field.TITLE) {
      reasons.add(Notice.NOT_IN_TITLE);
      return new QueryNode.Required(loosen(fielded.node(), EnumSet.noneOf(Notice.class)));
    }
    boolean isPath = fielded.field() == QueryNode.Field.PATH;
    if (isPath
        && fielded.node() instanceof QueryNode.Text path
        && !PathGlob.isPattern(path.text())) {
      reasons.add(Notice.PATH_IS_PATTERN);
    }
    return fielded;
  }

  private static List<QueryNode> loosen(List<QueryNode> nodes, Set<Notice> reasons) {
    List<QueryNode> loosened = new ArrayList<>();
    for (QueryNode node : nodes) {
      loosened.add(loosen(node, reasons));
    }
    return loosened;
  }
}
