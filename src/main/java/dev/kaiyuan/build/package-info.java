/**
 * What only the build runs, on files that it puts into the archive. Not in the jar, as are not the
 * writers of tables in {@link dev.kaiyuan.analysis}, which lie beside the classes that read them.
 */
@NullMarked
package dev.kaiyuan.build;

import org.jspecify.annotations.NullMarked;
