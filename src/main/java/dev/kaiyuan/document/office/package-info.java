/**
 * What does an office document, a presentation, a spreadsheet or a book say, and where?
 *
 * <p>Entry point: {@link dev.kaiyuan.document.office.OfficeReader}. All of these are XML in a zip
 * archive. It is read as a stream by the JDK's own parser: a spreadsheet unpacks to a hundred times
 * its size, and a tree of it would not fit in memory.
 */
@NullMarked
package dev.kaiyuan.document.office;

import org.jspecify.annotations.NullMarked;
