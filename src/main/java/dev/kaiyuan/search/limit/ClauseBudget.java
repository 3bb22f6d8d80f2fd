package dev.kaiyuan.search.limit;

/**
 * Bounds the size of a query. Typed queries stay far below; of a pasted text the beginning is
 * searched.
 */
public final class ClauseBudget {
  private static final int LONGEST = 5000;
  private static final int MOST_TERMS = 400;

  // Together, with three clauses for each word that MUST match, below the 1,024 of Lucene.
  private static final int MOST_CLAUSES = 600;
  private static final int MOST_DEMANDED = 120;

  // Of the automata of path patterns; each takes some 30 kB while it is made.
  private static final int MOST_STATES = 2000;

  private int terms;
  private int clauses;
  private int demanded;
  private int states = MOST_STATES;
  private boolean exceeded;

  public String cut(String query) {
    if (query.length() <= LONGEST) {
      return query;
    }
    exceeded = true;
    return query.substring(0, LONGEST);
  }

  public boolean isFull() {
    return clauses >= MOST_CLAUSES || terms >= MOST_TERMS;
  }

  public boolean takeTerm() {
    return kept(terms++ < MOST_TERMS && clauses < MOST_CLAUSES);
  }

  /** Takes room for clauses, which all fit or none. */
  public boolean take(int more) {
    if (clauses + more > MOST_CLAUSES) {
      return false;
    }
    clauses += more;
    return true;
  }

  public boolean takeExpanded() {
    return kept(take(1));
  }

  public boolean takeDemanded() {
    return kept(demanded++ < MOST_DEMANDED);
  }

  /** How many states path patterns may still take. */
  public int states() {
    return states;
  }

  /** Takes a number of states, or all that are left if there are fewer. */
  public boolean takeStates(int more) {
    boolean within = more <= states;
    states = within ? states - more : 0;
    return within;
  }

  private boolean kept(boolean within) {
    exceeded |= !within;
    return within;
  }

  /** Whether something was left out that a person would miss. */
  public boolean isExceeded() {
    return exceeded;
  }
}
