/** Knows what things are called: in the other language, in another region, by users. */
package dev.kaiyuan.analysis.translation;
