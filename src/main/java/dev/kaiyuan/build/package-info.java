/**
 * What the build runs on files of the archive, and what a person runs to renew data of others. None
 * of it is in the jar. Nor are the writers of tables below {@link dev.kaiyuan.analysis}, which lie
 * beside the classes that read them.
 */
@NullMarked
package dev.kaiyuan.build;

import org.jspecify.annotations.NullMarked;
