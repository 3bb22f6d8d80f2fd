/**
 * What is an article, and which place in its file does an offset of its text have?
 *
 * <p>Entry point: {@link dev.kaiyuan.document.Article}. {@link
 * dev.kaiyuan.document.reader.ArticleReader} makes one from the bytes of a file. Nothing here or
 * below knows of Lucene.
 */
@NullMarked
package dev.kaiyuan.document;

import org.jspecify.annotations.NullMarked;
