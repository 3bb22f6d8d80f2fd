/**
 * How do results become text, JSON and CSV?
 *
 * <p>Entry point: {@link dev.kaiyuan.output.ResultPrinter}. A printer writes {@link
 * dev.kaiyuan.search.SearchResults} for a person or a program. Nothing that is in a file can
 * control a terminal, see {@link dev.kaiyuan.output.SanitizedText}.
 */
@NullMarked
package dev.kaiyuan.output;

import org.jspecify.annotations.NullMarked;
