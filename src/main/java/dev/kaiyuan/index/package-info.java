/**
 * What is in the index, and does it match the folders?
 *
 * <p>Entry point: {@link dev.kaiyuan.index.DirectoryIndexer}, which makes an index match folders of
 * articles. {@link dev.kaiyuan.index.IndexSchema} is the only class that knows the names of fields.
 */
@NullMarked
package dev.kaiyuan.index;

import org.jspecify.annotations.NullMarked;
