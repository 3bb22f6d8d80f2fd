/**
 * Which article does the person choose, as they type?
 *
 * <p>Entry point: {@link dev.kaiyuan.finder.Finder}. One thread reads keys, one searches, one sets
 * the article that is shown; all that is on the screen is a {@link dev.kaiyuan.finder.Scene}, which
 * a {@link dev.kaiyuan.finder.View} turns into rows.
 */
@NullMarked
package dev.kaiyuan.finder;

import org.jspecify.annotations.NullMarked;
