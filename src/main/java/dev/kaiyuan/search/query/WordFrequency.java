package dev.kaiyuan.search.query;

/**
 * A word of an index.
 *
 * @param text the word
 * @param articles its document frequency, deleted articles included
 */
public record WordFrequency(String text, int articles) {}
