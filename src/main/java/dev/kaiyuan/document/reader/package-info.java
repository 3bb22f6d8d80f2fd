/**
 * Reads files of any format.
 *
 * <p>Entry point: {@link dev.kaiyuan.document.reader.ArticleReader}. A format of its own implements
 * {@link dev.kaiyuan.document.reader.FormatReader}.
 */
package dev.kaiyuan.document.reader;
