/** Bounds what a search may cost, in time and in memory, and says when it would cost more. */
package dev.kaiyuan.search.limit;
