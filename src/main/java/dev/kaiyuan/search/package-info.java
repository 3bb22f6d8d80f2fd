/**
 * Which articles answer this, where, and why?
 *
 * <p>Entry point: {@link dev.kaiyuan.search.ArticleSearcher}. A {@link
 * dev.kaiyuan.search.SearchRequest} goes in, {@link dev.kaiyuan.search.SearchResults} come out.
 */
@NullMarked
package dev.kaiyuan.search;

import org.jspecify.annotations.NullMarked;
