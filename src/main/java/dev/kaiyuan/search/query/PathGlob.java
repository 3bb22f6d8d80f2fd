package dev.kaiyuan.search.query;

import dev.kaiyuan.index.IndexSchema;
import dev.kaiyuan.index.folder.CharacterSet;
import dev.kaiyuan.index.folder.Glob;
import dev.kaiyuan.index.folder.PathPattern;
import dev.kaiyuan.search.limit.ClauseBudget;
import dev.kaiyuan.search.limit.TooComplexPatternException;
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
import org.jspecify.annotations.Nullable;

/**
 * Matches paths with a {@link PathPattern}, the same as ignore rules are written in.
 *
 * <p>The pattern may begin at any folder of a path. One that names a folder matches all that is in
 * it. A path that has a bracket or a backslash itself is also found as it is.
 */
public final class PathGlob {
  private static final int MOST_WILDCARDS = 32;

  /** The most characters of a range whose forms with an accent apart are matched too. */
  private static final int MOST_DECOMPOSED = 100;

  private static final Automaton ANYTHING = Automata.makeAnyString();
  private static final Automaton SLASH = Automata.makeChar('/');
  private static final Automaton FOLDERS =
      Operations.optional(Operations.concatenate(List.of(ANYTHING, SLASH)));

  private PathGlob() {}

  /** Whether a text has a sign that stands for others. */
  public static boolean isPattern(String glob) {
    return glob.chars().anyMatch(c -> c == '*' || c == '?' || c == '[');
  }

  /**
   * Returns what matches a pattern.
   *
   * @param budget gives the states that the pattern takes as an automaton
   * @throws TooComplexPatternException if it takes more than there are
   */
  public static Query query(String glob, ClauseBudget budget) {
    String composed = Normalizer.normalize(glob, Normalizer.Form.NFC);
    String pattern = composed.startsWith("./") ? composed.substring(2) : composed;
    while (pattern.endsWith("/")) {
      pattern = pattern.substring(0, pattern.length() - 1);
    }
    List<Automaton> path = path(pattern);
    if (path.size() > budget.states()) {
      throw new TooComplexPatternException(glob, null);
    }
    if (pattern.indexOf('[') >= 0 || pattern.indexOf('\\') >= 0) {
      Automaton literally = Automata.makeString(pattern);
      path = List.of(Operations.union(List.of(Operations.concatenate(path), literally)));
    }
    List<Automaton> parts = new ArrayList<>();
    if (!pattern.startsWith("/")) {
      parts.add(FOLDERS);
    }
    parts.addAll(path);
    parts.add(Operations.optional(Operations.concatenate(List.of(SLASH, ANYTHING))));
    return new AutomatonQuery(new Term(IndexSchema.PATH, glob), automaton(glob, parts, budget));
  }

  private static List<Automaton> path(String pattern) {
    List<Automaton> path = new ArrayList<>();
    List<@Nullable Glob> globs = PathPattern.of(pattern, true).parts();
    int wildcards = 0;
    for (int i = 0; i < globs.size(); i++) {
      Glob glob = globs.get(i);
      if (glob == null) {
        path.add(wildcards++ < MOST_WILDCARDS ? FOLDERS : Automata.makeString("**/"));
        continue;
      }
      for (CharacterSet place : glob.places()) {
        if (place != null) {
          path.add(one(place));
        } else {
          path.add(
              wildcards++ < MOST_WILDCARDS
                  ? Operations.repeat(one(CharacterSet.ANY))
                  : Automata.makeChar('*'));
        }
      }
      if (i < globs.size() - 1) {
        path.add(SLASH);
      }
    }
    return path;
  }

  /** Matches one character, whether the file's name has its accent in one with it or apart. */
  private static Automaton one(CharacterSet set) {
    List<Automaton> matched = new ArrayList<>();
    for (CharacterSet.Range range : set.matched()) {
      matched.add(Automata.makeCharRange(range.first(), range.last()));
      boolean few = range.last() - range.first() < MOST_DECOMPOSED;
      for (int c = range.first(); few && c <= range.last(); c++) {
        String composed = Character.toString(c);
        String apart = Normalizer.normalize(composed, Normalizer.Form.NFD);
        if (!apart.equals(composed)) {
          matched.add(Automata.makeString(apart));
        }
      }
    }
    return Operations.union(matched);
  }

  private static Automaton automaton(String glob, List<Automaton> parts, ClauseBudget budget) {
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
