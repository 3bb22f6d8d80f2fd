/** Cuts Chinese into words by SmartCN's model and words of the user. */
package dev.kaiyuan.analysis.segmenter;
