/**
 * Reads what a file says of itself: front matter, and the values in it.
 *
 * <p>Entry points: {@link dev.kaiyuan.document.metadata.FrontMatter} for text, {@link
 * dev.kaiyuan.document.metadata.MetadataFields} for names and values of any format.
 */
package dev.kaiyuan.document.metadata;
