/**
 * Puts the text of an article together, and tells what its characters are.
 *
 * <p>Entry point: {@link dev.kaiyuan.document.text.ArticleText}.
 */
package dev.kaiyuan.document.text;
