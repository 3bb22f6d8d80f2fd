/**
 * Reads what is inside a block of Markdown: emphasis, code, links, tags, cells of tables.
 *
 * <p>Entry points: {@link dev.kaiyuan.document.markdown.inline.InlineMarkup} for words, {@link
 * dev.kaiyuan.document.markdown.inline.InlineNodes} for nodes. One scanner reads for both.
 */
package dev.kaiyuan.document.markdown.inline;
