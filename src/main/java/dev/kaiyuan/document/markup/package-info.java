/**
 * What do files in lightweight markup and LaTeX say?
 *
 * <p>Entry point: {@link dev.kaiyuan.document.markup.MarkupReader}. The readers are by hand: there
 * is no kept Java library for Org or reStructuredText, and that for AsciiDoc is Ruby. They know
 * titles, headings, lists, tables and code; of all other markup they keep the words.
 */
@NullMarked
package dev.kaiyuan.document.markup;

import org.jspecify.annotations.NullMarked;
