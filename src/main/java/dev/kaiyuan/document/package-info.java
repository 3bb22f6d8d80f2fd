/**
 * What does a file say, and at which line?
 *
 * <p>Entry point: {@link dev.kaiyuan.document.ArticleReader}, which turns the bytes of a Markdown,
 * HTML or plain text file into an {@link dev.kaiyuan.document.Article}. This package knows nothing
 * of Lucene.
 */
@NullMarked
package dev.kaiyuan.document;

import org.jspecify.annotations.NullMarked;
