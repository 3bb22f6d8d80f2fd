package dev.kaiyuan.search.query;

import dev.kaiyuan.analysis.QueryTerm;
import dev.kaiyuan.index.ArticleField;

/**
 * What each part of the score weighs; the body's words and grams weigh 1. What it rests on is in
 * {@code docs/ranking.md}.
 *
 * @param title what a term in the title weighs
 * @param headings what a term in a heading weighs
 * @param wholeWords what a whole word weighs
 * @param grams what a gram weighs
 * @param spacedWord what a word with spaces around it weighs: it says as much as three Han
 *     characters, or two grams
 * @param across what a gram across two words weighs
 * @param alternative what another way to write a word weighs
 * @param pieces the most that the pieces of a renamed span weigh together, beside its best name
 * @param spelledTwice what the less weighty of two spellings of a name adds
 * @param function what a function word weighs, or a gram that touches one
 * @param repeated how soon saying a word again stops to add weight: the k3 of BM25 (Robertson et
 *     al. 1994), 0 if it never adds any
 * @param questionWholeWords what a whole word of a longer English question weighs beside others
 * @param questionFunction what a function word of a longer English question weighs beside others
 * @param related what a word of the same root weighs in a longer English question
 * @param translated what a translation weighs
 * @param translatedPositions what the places of a translation weigh beside those of what was typed
 * @param passage what the terms that are together in the best passage weigh
 * @param early what the terms near the beginning weigh
 * @param ownLanguage what being in the query's language weighs, as a share of the article's score
 * @param feedback what likeness to the first articles weighs at most, as a share of the greatest
 *     score
 * @param whole what a query typed without spaces weighs where an article has it like that, as a
 *     multiple of the most that its parts can give
 */
public record Weights(
    float title,
    float headings,
    float wholeWords,
    float grams,
    float spacedWord,
    float across,
    float alternative,
    float pieces,
    float spelledTwice,
    float function,
    float repeated,
    float questionWholeWords,
    float questionFunction,
    float related,
    float translated,
    float translatedPositions,
    float passage,
    float early,
    float ownLanguage,
    float feedback,
    float whole) {
  public static final Weights MEASURED =
      new Weights(
          1, 0.3f, 1, 1, 1.5f, 0.7f, 0.5f, 0.3f, 0.5f, 0.4f, 8, 0.5f, 0, 0.4f, 0.9f, 0.7f, 0.6f,
          0.5f, 0.2f, 0.8f, 2);

  /** A part of the ranking that can be left out to see what it gives. */
  public enum Part {
    TITLE,
    HEADINGS,
    WHOLE_WORDS,
    GRAMS,
    SPACED_WORDS,
    ACROSS_WORDS,
    FUNCTION_WORDS,
    REPEATED_WORDS,
    QUESTIONS,
    RELATED_WORDS,
    TRANSLATION,
    PASSAGE,
    EARLY,
    OWN_LANGUAGE,
    FEEDBACK,
    WHOLE
  }

  /** Returns these weights without one part: it weighs nothing, or a kind of word as any other. */
  public Weights without(Part part) {
    return new Weights(
        part == Part.TITLE ? 0 : title,
        part == Part.HEADINGS ? 0 : headings,
        part == Part.WHOLE_WORDS ? 0 : wholeWords,
        part == Part.GRAMS ? 0 : grams,
        part == Part.SPACED_WORDS ? 1 : spacedWord,
        part == Part.ACROSS_WORDS ? 0 : across,
        alternative,
        pieces,
        spelledTwice,
        part == Part.FUNCTION_WORDS ? 1 : function,
        part == Part.REPEATED_WORDS ? 0 : repeated,
        part == Part.QUESTIONS ? 1 : questionWholeWords,
        part == Part.QUESTIONS || part == Part.FUNCTION_WORDS ? 1 : questionFunction,
        part == Part.RELATED_WORDS ? 0 : related,
        part == Part.TRANSLATION ? 0 : translated,
        translatedPositions,
        part == Part.PASSAGE ? 0 : passage,
        part == Part.EARLY ? 0 : early,
        part == Part.OWN_LANGUAGE ? 0 : ownLanguage,
        part == Part.FEEDBACK ? 0 : feedback,
        part == Part.WHOLE ? 0 : whole);
  }

  /** Returns what the words of a longer English question weigh, which says much by little words. */
  public Weights ofQuestion() {
    return new Weights(
        title,
        headings,
        wholeWords * questionWholeWords,
        grams,
        spacedWord,
        across,
        alternative,
        pieces,
        spelledTwice,
        function * questionFunction,
        repeated,
        1,
        1,
        related,
        translated,
        translatedPositions,
        passage,
        early,
        ownLanguage,
        feedback,
        whole);
  }

  /** Returns the weight of a term that a query repeats, beside one that it says once. */
  public float ofCount(int count) {
    return repeated == 0 ? 1 : count * (repeated + 1) / (repeated + count);
  }

  public float of(QueryTerm term) {
    float weight =
        switch (term.strength()) {
          case FULL -> 1;
          case ACROSS -> across;
          case ALTERNATIVE -> alternative;
          case WEAK -> function;
        };
    return term.strength() == QueryTerm.Strength.WEAK ? weight : weight * ofScript(term.text());
  }

  /** What the other names of something weigh together, by how the query names it. */
  public float ofTranslation(String text) {
    return translated * ofScript(text);
  }

  /** What a word weighs by its script alone. */
  public float ofScript(String text) {
    return Character.isIdeographic(text.codePointAt(0)) ? 1 : spacedWord;
  }

  public float ofField(ArticleField field) {
    float view = field.isWords() ? wholeWords : grams;
    return view * ofPart(field);
  }

  /** Returns the weight of a field's part of an article, be it as words or as grams. */
  public float ofPart(ArticleField field) {
    return switch (field.grams()) {
      case TITLE -> title;
      case HEADINGS -> headings;
      default -> 1;
    };
  }
}
