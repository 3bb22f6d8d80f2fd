/**
 * Chooses the passages of an article that show why it was found, and highlights words in them.
 *
 * <p>Entry point: {@link dev.kaiyuan.search.snippet.PassageHighlighter}.
 */
package dev.kaiyuan.search.snippet;
