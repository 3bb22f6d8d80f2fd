/** Folds characters one to one: case, width, accents, Traditional to Simplified. */
package dev.kaiyuan.analysis.folding;
