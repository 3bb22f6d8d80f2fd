/**
 * What does a PDF say, and on which page?
 *
 * <p>Entry point: {@link dev.kaiyuan.document.pdf.PdfReader}. PDFBox finds the glyphs of each page
 * in the order in which they were drawn; this package makes lines and paragraphs of them.
 */
@NullMarked
package dev.kaiyuan.document.pdf;

import org.jspecify.annotations.NullMarked;
