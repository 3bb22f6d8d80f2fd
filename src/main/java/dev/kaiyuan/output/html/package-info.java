/**
 * Sets an article as HTML that a page can show as its own: nothing in it runs, and nothing is
 * loaded from elsewhere.
 *
 * <p>Begin reading at {@link dev.kaiyuan.output.html.ArticleHtml}.
 */
@NullMarked
package dev.kaiyuan.output.html;

import org.jspecify.annotations.NullMarked;
