package dev.kaiyuan.analysis;

/**
 * A term of a query in one of the two views of {@link ChineseEnglishAnalyzer}.
 *
 * @param text the term as the index has it
 * @param start where it begins in the query
 * @param end where it ends in the query
 * @param weak whether it is a function word, or a gram that touches one
 */
public record QueryTerm(String text, int start, int end, boolean weak) {}
