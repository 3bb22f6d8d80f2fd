/**
 * Reads the words of HTML.
 *
 * <p>Entry point: {@link dev.kaiyuan.document.html.HtmlReader}.
 */
package dev.kaiyuan.document.html;
