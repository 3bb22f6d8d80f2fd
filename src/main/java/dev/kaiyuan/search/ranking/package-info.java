/** Puts the best hits in their final order: by where their words stand, and by language. */
package dev.kaiyuan.search.ranking;
