package dev.kaiyuan.analysis;

import dev.kaiyuan.analysis.QueryTerm.Strength;
import dev.kaiyuan.analysis.QueryUnit.Role;
import dev.kaiyuan.analysis.english.EnglishStemmer;
import dev.kaiyuan.analysis.english.FunctionWords;
import dev.kaiyuan.analysis.segmenter.UserDictionary;
import dev.kaiyuan.analysis.segmenter.WordLattice;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts what a person typed into the words to look for, each with its terms.
 *
 * <p>Han characters that no word joins are taken together as one word that the dictionary lacks: a
 * new word is looked for as what it is, not as loose characters. Not thread-safe; cheap to make but
 * for the first.
 */
public final class QueryAnalyzer {
  private final FoldedText text = new FoldedText();
  private final CompoundWord compound = new CompoundWord(text);
  private final CompoundParser parser = new CompoundParser(text, compound);
  private final WordLattice lattice;

  private final List<QueryUnit> units = new ArrayList<>();
  private final List<QueryTerm> grams = new ArrayList<>();
  private final List<QueryTerm> words = new ArrayList<>();

  /** Makes an analyzer that knows the words that come with the program. */
  public QueryAnalyzer() {
    this(UserDictionary.shipped());
  }

  /**
   * Makes an analyzer.
   *
   * @param known the words for the segmenter to know, the same as the index was made with
   */
  public QueryAnalyzer(UserDictionary known) {
    lattice = new WordLattice(known);
  }

  /** Cuts a text of any length. */
  public AnalyzedQuery analyze(String query) {
    text.set(query);
    units.clear();
    grams.clear();
    words.clear();
    for (int p = 0; p < text.length(); ) {
      int codePoint = text.codePoint(p);
      CharacterClass c = CharacterClass.of(codePoint);
      int end = p + Character.charCount(codePoint);
      switch (c) {
        case HAN -> {
          end = text.runEnd(p, c);
          addHan(p, end);
        }
        case WORD -> {
          end = parser.parse(p);
          addCompound();
        }
        case RUN -> {
          end = text.runEnd(p, c);
          addPlain(p, end);
        }
        case EMOJI -> {
          end = text.emojiEnd(p);
          addPlain(p, end);
        }
        default -> {}
      }
      p = end;
    }
    dropEmpty();
    return new AnalyzedQuery(units, grams, words);
  }

  /** Characters that fold to nothing leave terms of nothing. */
  private void dropEmpty() {
    grams.removeIf(gram -> gram.text().isEmpty());
    words.removeIf(word -> word.text().isEmpty());
    units.removeIf(unit -> unit.text().isEmpty() || unit.grams().contains(""));
  }

  private void addPlain(int start, int end) {
    String term = text.term(start, end);
    grams.add(new QueryTerm(term, start, end, Strength.FULL));
    words.add(new QueryTerm(term, start, end, Strength.FULL));
    units.add(new QueryUnit(term, start, end, List.of(term), List.of(0), Role.WORD));
  }

  private void addHan(int start, int end) {
    int firstUnit = units.size();
    int loose = -1;
    int firstLoose = 0;
    lattice.setText(text.folded(), start, end);
    while (lattice.next()) {
      for (int i = 0; i < lattice.size(); i++) {
        int from = lattice.start(i);
        int to = lattice.end(i);
        if (!lattice.isOnPath(i)) {
          continue;
        }
        String word = text.term(from, to);
        if (word.isEmpty()) {
          continue;
        }
        boolean function = FunctionWords.contains(word);
        if (loose < 0) {
          firstLoose = words.size();
        }
        words.add(new QueryTerm(word, from, to, function ? Strength.WEAK : Strength.FULL));
        if (!function && word.codePointCount(0, word.length()) == 1) {
          loose = loose < 0 ? from : loose;
          continue;
        }
        loose = addLoose(loose, from, firstLoose, words.size() - 1);
        addHanUnit(from, to, function ? Role.FUNCTION : Role.WORD);
      }
    }
    addLoose(loose, end, firstLoose, words.size());
    addHanGrams(start, end, firstUnit);
  }

  /** Adds characters that no word joins as one word, of which each alone says little. */
  private int addLoose(int start, int end, int firstWord, int endWord) {
    if (start >= 0) {
      addHanUnit(start, end, Role.WORD);
      for (int i = firstWord; i < endWord && endWord - firstWord > 1; i++) {
        QueryTerm word = words.get(i);
        words.set(i, new QueryTerm(word.text(), word.start(), word.end(), Strength.ALTERNATIVE));
      }
    }
    return -1;
  }

  private void addHanUnit(int start, int end, Role role) {
    List<String> terms = new ArrayList<>();
    List<Integer> offsets = new ArrayList<>();
    for (int p = start; p < end; ) {
      int second = text.following(p, end);
      if (second >= end) {
        break;
      }
      terms.add(text.term(p, second + Character.charCount(text.codePoint(second))));
      offsets.add(p - start);
      p = second;
    }
    if (terms.isEmpty()) {
      terms.add(text.term(start, end));
      offsets.add(0);
    }
    units.add(new QueryUnit(text.term(start, end), start, end, terms, offsets, role));
  }

  private void addHanGrams(int start, int end, int firstUnit) {
    for (int p = start; p < end; ) {
      int second = text.following(p, end);
      if (second >= end) {
        if (p == start) {
          grams.add(new QueryTerm(text.term(p, end), p, end, strength(p, end, firstUnit)));
        }
        break;
      }
      int to = second + Character.charCount(text.codePoint(second));
      grams.add(new QueryTerm(text.term(p, to), p, to, strength(p, to, firstUnit)));
      p = second;
    }
  }

  private Strength strength(int start, int end, int firstUnit) {
    Strength strength = Strength.ACROSS;
    for (int i = firstUnit; i < units.size(); i++) {
      QueryUnit unit = units.get(i);
      if (unit.start() < end && start < unit.end()) {
        if (unit.role() == Role.FUNCTION) {
          return Strength.WEAK;
        }
        if (unit.start() <= start && end <= unit.end()) {
          strength = Strength.FULL;
        }
      }
    }
    return strength;
  }

  private void addCompound() {
    int segmentEnd = -1;
    for (int piece = 0; piece < compound.size(); piece++) {
      CompoundWord.Kind kind = compound.kind(piece);
      int start = compound.start(piece);
      int end = compound.end(piece);
      int length = compound.writeTerm(piece);
      if (length == 0 || kind == CompoundWord.Kind.PARTS) {
        continue;
      }
      String word = new String(compound.term(), 0, length);
      if (kind.inflects()) {
        length = EnglishStemmer.stem(compound.term(), length);
      }
      String gram = new String(compound.term(), 0, length);
      if (kind == CompoundWord.Kind.SEGMENT) {
        segmentEnd = end;
      }
      boolean inside = kind.isNumber() && end <= segmentEnd;
      boolean main = kind == CompoundWord.Kind.SEGMENT || isWhole(kind, piece) && !inside;
      boolean function = kind.inflects() && FunctionWords.contains(word);
      Strength strength = function ? Strength.WEAK : main ? Strength.FULL : Strength.ALTERNATIVE;
      if (kind != CompoundWord.Kind.PREFIXED) {
        grams.add(new QueryTerm(gram, start, end, strength));
      }
      if (kind != CompoundWord.Kind.PART) {
        words.add(new QueryTerm(word, start, end, strength));
      }
      if (kind != CompoundWord.Kind.PREFIXED && kind != CompoundWord.Kind.PART && !inside) {
        Role role = role(strength);
        units.add(new QueryUnit(word, start, end, List.of(gram), List.of(0), role));
      }
    }
  }

  /** Whether a number, or a name with a sign, stands for all that is written there. */
  private boolean isWhole(CompoundWord.Kind kind, int piece) {
    return kind == CompoundWord.Kind.NUMBER
        || kind == CompoundWord.Kind.SUFFIXED
            && (piece + 1 == compound.size()
                || compound.kind(piece + 1) != CompoundWord.Kind.SEGMENT);
  }

  private static Role role(Strength strength) {
    return switch (strength) {
      case WEAK -> Role.FUNCTION;
      case ALTERNATIVE -> Role.ALTERNATIVE;
      default -> Role.WORD;
    };
  }
}
