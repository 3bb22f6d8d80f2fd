package dev.kaiyuan.search;

/**
 * How many articles have a value.
 *
 * @param value the value as a person sees it
 * @param count how many articles have it, 1 or more
 */
public record FacetCount(String value, int count) {}
