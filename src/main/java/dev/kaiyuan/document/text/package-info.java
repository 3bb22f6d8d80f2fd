/**
 * Puts the text of an article together, and classifies its characters.
 *
 * <p>Entry point: {@link dev.kaiyuan.document.text.ArticleText}.
 */
package dev.kaiyuan.document.text;
