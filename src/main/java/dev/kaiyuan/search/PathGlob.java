package dev.kaiyuan.search;

import dev.kaiyuan.index.IndexSchema;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;

/**
 * Matches paths with a pattern as shells and {@code .gitignore} have it.
 *
 * <p>{@code *} and {@code ?} stay within a folder, {@code **} crosses folders. The pattern may
 * begin at any folder of a path, and one that names a folder matches all that is in it.
 */
final class PathGlob {
  private static final int MOST_WILDCARDS = 32;

  private PathGlob() {}

  /** Whether a text has a sign that stands for others. */
  static boolean isPattern(String glob) {
    return glob.indexOf('*') >= 0 || glob.indexOf('?') >= 0;
  }

  /**
   * Returns what matches a pattern.
   *
   * @param budget gives the states that the pattern takes as an automaton
   * @throws TooComplexPatternException if it takes more than there are
   */
  static Query query(String glob, ClauseBudget budget) {
    Automaton anything = Automata.makeAnyString();
    Automaton inFolder =
        Operations.repeat(
            Operations.union(
                List.of(
                    Automata.makeCharRange(0, '/' - 1),
                    Automata.makeCharRange('/' + 1, Character.MAX_CODE_POINT))));
    Automaton one =
        Operations.union(
            List.of(
                Automata.makeCharRange(0, '/' - 1),
                Automata.makeCharRange('/' + 1, Character.MAX_CODE_POINT)));
    String composed = Normalizer.normalize(glob, Normalizer.Form.NFC);
    String pattern = composed.startsWith("./") ? composed.substring(2) : composed;
    while (pattern.endsWith("/")) {
      pattern = pattern.substring(0, pattern.length() - 1);
    }
    List<Automaton> parts = new ArrayList<>();
    if (!pattern.startsWith("/")) {
      parts.add(
          Operations.optional(Operations.concatenate(List.of(anything, Automata.makeChar('/')))));
    }
    int wildcards = 0;
    for (int p = 0; p < pattern.length(); ) {
      int c = pattern.codePointAt(p);
      int width = Character.charCount(c);
      if (c == '*' && wildcards++ < MOST_WILDCARDS) {
        boolean twice = pattern.startsWith("**", p);
        parts.add(twice ? anything : inFolder);
        width = twice ? 2 : 1;
        if (twice && pattern.startsWith("**/", p)) {
          parts.set(
              parts.size() - 1,
              Operations.optional(
                  Operations.concatenate(List.of(anything, Automata.makeChar('/')))));
          width = 3;
        }
      } else if (c == '?') {
        parts.add(one);
      } else {
        parts.add(literal(c));
      }
      p += width;
    }
    parts.add(
        Operations.optional(Operations.concatenate(List.of(Automata.makeChar('/'), anything))));
    return new AutomatonQuery(new Term(IndexSchema.PATH, glob), automaton(glob, parts, budget));
  }

  /** A character, whether the file's name has it with its accent in one or apart. */
  private static Automaton literal(int c) {
    String composed = Character.toString(c);
    String apart = Normalizer.normalize(composed, Normalizer.Form.NFD);
    Automaton one = Automata.makeChar(c);
    return apart.equals(composed)
        ? one
        : Operations.union(List.of(one, Automata.makeString(apart)));
  }

  private static Automaton automaton(String glob, List<Automaton> parts, ClauseBudget budget) {
    if (parts.size() > budget.states()) {
      throw new TooComplexPatternException(glob, null);
    }
    try {
      Automaton automaton = Operations.determinize(Operations.concatenate(parts), budget.states());
      if (budget.takeStates(automaton.getNumStates())) {
        return automaton;
      }
      throw new TooComplexPatternException(glob, null);
    } catch (TooComplexToDeterminizeException e) {
      // What may not be made must not be tried often either.
      budget.takeStates(budget.states());
      throw new TooComplexPatternException(glob, e);
    }
  }
}
