package dev.kaiyuan.search.query;

import dev.kaiyuan.analysis.ChineseEnglishAnalyzer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parses a query as it was typed. Every text is a query: signs that are no syntax are text, and so
 * is everything after more syntax than a person types.
 *
 * <pre>
 * 开源 许可证            words that SHOULD match
 * "copyleft licence"     a phrase that MUST match; also “…”, 「…」 and 『…』
 *                        in a question of ten words or more, quoted words are words like others
 * -GPL                   excluded
 * GPL OR 许可证          either; also ||
 * GPL AND 许可证         both; also {@literal &&} and +GPL +许可证
 * GPL NOT 许可证         the former without the latter
 * (…)                    grouping
 * licen*  lisense~       a prefix, a misspelling
 * title:许可证 tag:law lang:zh path:notes/** type:pdf    also 标题：… 标签：… 语言：… 路径：… 类型：…
 * </pre>
 */
public final class QueryParser {
  private static final int DEEPEST = 20;
  private static final int MOST_SIGNS = 32;
  private static final String OPENING_QUOTES = "\"\u201C\u300C\u300E\uFF02";
  private static final String CLOSING_QUOTES = "\"\u201D\u300D\u300F\uFF02";

  /** From this number of words on, a query is sentences, and their quotes are punctuation. */
  private static final int WORDS_OF_PROSE = 10;

  private final String query;
  private final boolean prose;
  private int at;
  private int depth;
  private int signs;

  private QueryParser(String query) {
    this.query = query;
    this.prose = isProse();
  }

  public static QueryNode parse(String query) {
    return new QueryParser(query).sequence(query.length());
  }

  private QueryNode sequence(int end) {
    List<QueryNode> nodes = new ArrayList<>();
    while (true) {
      skipSpaces(end);
      if (at >= end) {
        break;
      }
      int before = at;
      if (!nodes.isEmpty() && (takeOperator("OR", end) || takeOperator("||", end))) {
        addAlternative(nodes, conjunction(end));
      } else {
        nodes.add(conjunction(end));
      }
      if (at == before) {
        throw new IllegalStateException("no progress at " + at + " of " + query);
      }
    }
    List<QueryNode> merged = mergeTexts(nodes);
    return merged.size() == 1 ? merged.getFirst() : new QueryNode.AllOf(merged);
  }

  /** Reads one item, or several that AND joins. */
  private QueryNode conjunction(int end) {
    QueryNode first = item(end);
    List<QueryNode> all = new ArrayList<>(List.of(required(first)));
    skipSpaces(end);
    while (takeOperator("AND", end) || takeOperator("&&", end)) {
      all.add(required(item(end)));
      skipSpaces(end);
    }
    return all.size() == 1 ? first : new QueryNode.AllOf(all);
  }

  private static QueryNode required(QueryNode node) {
    return node instanceof QueryNode.Not || node instanceof QueryNode.Fielded
        ? node
        : new QueryNode.Required(node);
  }

  private static void addAlternative(List<QueryNode> nodes, QueryNode right) {
    QueryNode left = nodes.removeLast();
    List<QueryNode> alternatives = new ArrayList<>();
    if (left instanceof QueryNode.AnyOf any) {
      alternatives.addAll(any.nodes());
    } else {
      alternatives.add(left);
    }
    alternatives.add(right);
    nodes.add(new QueryNode.AnyOf(alternatives));
  }

  /** Joins words that were typed with only spaces between them to one text. */
  private List<QueryNode> mergeTexts(List<QueryNode> nodes) {
    List<QueryNode> merged = new ArrayList<>();
    for (QueryNode each : nodes) {
      QueryNode node =
          prose && each instanceof QueryNode.Phrase quoted
              ? new QueryNode.Text(quoted.text())
              : each;
      if (node instanceof QueryNode.Text text
          && !merged.isEmpty()
          && merged.getLast() instanceof QueryNode.Text before) {
        merged.set(merged.size() - 1, new QueryNode.Text(before.text() + " " + text.text()));
      } else {
        merged.add(node);
      }
    }
    return merged;
  }

  /** Whether enough words are outside quotes; two Han characters count as a word. */
  private boolean isProse() {
    int halfWords = 0;
    boolean inWord = false;
    for (int p = 0; p < query.length() && halfWords < 2 * WORDS_OF_PROSE; ) {
      int close = closingQuote(p, query.length());
      if (close > 0) {
        p = close + 1;
        inWord = false;
        continue;
      }
      int c = query.codePointAt(p);
      if (Character.isIdeographic(c)) {
        halfWords++;
        inWord = false;
      } else if (!inWord && Character.isLetterOrDigit(c)) {
        halfWords += 2;
        inWord = true;
      } else if (Character.isWhitespace(c)) {
        inWord = false;
      }
      p += Character.charCount(c);
    }
    return halfWords >= 2 * WORDS_OF_PROSE;
  }

  private QueryNode item(int end) {
    if (signs >= MOST_SIGNS) {
      return word(end);
    }
    if (takeOperator("NOT", end)) {
      return new QueryNode.Not(item(end));
    }
    char c = query.charAt(at);
    if ((c == '+' || c == '\uFF0B') && startsOperand(at + 1, end)) {
      at++;
      signs++;
      return new QueryNode.Required(item(end));
    }
    if ((c == '-' || c == '\uFF0D') && startsOperand(at + 1, end)) {
      at++;
      signs++;
      return new QueryNode.Not(item(end));
    }
    QueryNode group = group(end);
    if (group != null) {
      return group;
    }
    QueryNode phrase = phrase(end);
    if (phrase != null) {
      return phrase;
    }
    QueryNode fielded = fielded(end);
    return fielded != null ? fielded : word(end);
  }

  private boolean startsOperand(int p, int end) {
    return p < end
        && (Character.isLetterOrDigit(query.codePointAt(p))
            || OPENING_QUOTES.indexOf(query.charAt(p)) >= 0 && closingQuote(p, end) > 0
            || isOpening(query.charAt(p)) && closingBracket(p, end) > 0);
  }

  private @Nullable QueryNode group(int end) {
    if (!isOpening(query.charAt(at)) || depth >= DEEPEST) {
      return null;
    }
    int close = closingBracket(at, end);
    if (close < 0 || query.substring(at + 1, close).isBlank()) {
      return null;
    }
    at++;
    signs++;
    depth++;
    QueryNode inside = sequence(close);
    depth--;
    at = close + 1;
    return inside instanceof QueryNode.Text ? inside : new QueryNode.AllOf(List.of(inside));
  }

  private int closingBracket(int open, int end) {
    int level = 0;
    for (int p = open; p < end; p++) {
      if (isOpening(query.charAt(p))) {
        level++;
      } else if (query.charAt(p) == ')' || query.charAt(p) == '\uFF09') {
        level--;
        if (level == 0) {
          return p;
        }
      }
    }
    return -1;
  }

  private static boolean isOpening(char c) {
    return c == '(' || c == '\uFF08';
  }

  private @Nullable QueryNode phrase(int end) {
    int close = closingQuote(at, end);
    if (close < 0) {
      return null;
    }
    signs++;
    String text = query.substring(at + 1, close);
    at = close + 1;
    return new QueryNode.Phrase(text);
  }

  private int closingQuote(int open, int end) {
    int kind = OPENING_QUOTES.indexOf(query.charAt(open));
    if (kind < 0) {
      return -1;
    }
    int close = query.indexOf(CLOSING_QUOTES.charAt(kind), open + 1);
    return close > open + 1 && close < end && !query.substring(open + 1, close).isBlank()
        ? close
        : -1;
  }

  private @Nullable QueryNode fielded(int end) {
    int colon = at;
    while (colon < end && Character.isLetter(query.charAt(colon))) {
      colon++;
    }
    if (colon >= end - 1 || query.charAt(colon) != ':' && query.charAt(colon) != '\uFF1A') {
      return null;
    }
    QueryNode.Field field = field(query.substring(at, colon));
    if (field == null || Character.isWhitespace(query.charAt(colon + 1))) {
      return null;
    }
    signs++;
    at = colon + 1;
    QueryNode value = phrase(end);
    if (value == null && field == QueryNode.Field.TITLE) {
      value = group(end);
    }
    if (value == null) {
      int start = at;
      value = word(end);
      if (field != QueryNode.Field.TITLE) {
        value = new QueryNode.Text(query.substring(start, at));
      }
    }
    return new QueryNode.Fielded(field, value);
  }

  private static QueryNode.@Nullable Field field(String name) {
    return switch (ChineseEnglishAnalyzer.fold(name)) {
      case "title", "标题" -> QueryNode.Field.TITLE;
      case "tag", "标签" -> QueryNode.Field.TAG;
      case "lang", "语言" -> QueryNode.Field.LANG;
      case "path", "路径" -> QueryNode.Field.PATH;
      case "type", "类型" -> QueryNode.Field.TYPE;
      default -> null;
    };
  }

  private QueryNode word(int end) {
    int start = at;
    at = wordEnd(end);
    String word = query.substring(start, at);
    char last = word.charAt(word.length() - 1);
    String stem = word.substring(0, word.length() - 1);
    boolean prefix = last == '*' || last == '\uFF0A';
    if ((prefix || last == '~' || last == '\uFF5E') && signs < MOST_SIGNS && isPlainWord(stem)) {
      signs++;
      return prefix ? new QueryNode.Prefix(stem) : new QueryNode.Fuzzy(stem);
    }
    return new QueryNode.Text(word);
  }

  private static boolean isPlainWord(String word) {
    return !word.isEmpty() && word.codePoints().allMatch(Character::isLetterOrDigit);
  }

  private int wordEnd(int end) {
    int p = at + 1;
    while (p < end && !isSpace(query.charAt(p))) {
      if (OPENING_QUOTES.indexOf(query.charAt(p)) >= 0 && closingQuote(p, end) > 0) {
        break;
      }
      p++;
    }
    return p;
  }

  /** Skips an operator that has spaces around it and an operand behind. */
  private boolean takeOperator(String operator, int end) {
    int behind = at + operator.length();
    if (signs < MOST_SIGNS
        && behind < end
        && query.startsWith(operator, at)
        && isSpace(query.charAt(behind))) {
      int operand = behind;
      while (operand < end && isSpace(query.charAt(operand))) {
        operand++;
      }
      if (operand < end) {
        signs++;
        at = operand;
        return true;
      }
    }
    return false;
  }

  private void skipSpaces(int end) {
    while (at < end && isSpace(query.charAt(at))) {
      at++;
    }
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || c == '\u3000' || c == '\u00A0';
  }
}
