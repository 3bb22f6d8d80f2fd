package dev.kaiyuan.search.snippet;

/**
 * A term to highlight.
 *
 * @param term as {@link dev.kaiyuan.analysis.TermFinder} takes it
 * @param weight what it adds to a passage
 * @param group a number below that of terms; of each group only the heaviest term of a passage
 *     counts
 * @param fallback whether it is highlighted only in texts without other terms of its group
 */
public record MarkedWord(String term, float weight, int group, boolean fallback) {}
