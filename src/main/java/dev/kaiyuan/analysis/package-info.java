/**
 * What are the terms of this text? The only place that decides it, for index and query alike.
 *
 * <p>Entry point: {@link dev.kaiyuan.analysis.ChineseEnglishAnalyzer}. The same sentence under its
 * two views, where plain SmartCN gives the words 支持, 开, 源, 的, licens:
 *
 * <pre>
 * 支持开源的 Licenses
 * GRAMS   支持 持开 开源 源的 license
 * WORDS   支持 开源 的 licenses
 * </pre>
 *
 * <p>A gram's position is its offset in the text, so that distances between terms are distances in
 * characters, and a match can be marked in the original without stored offsets.
 */
@NullMarked
package dev.kaiyuan.analysis;

import org.jspecify.annotations.NullMarked;
