/**
 * Reads Markdown, with what note programs and site generators add to it.
 *
 * <p>Entry points: {@link dev.kaiyuan.document.markdown.MarkdownReader} for the index, {@link
 * dev.kaiyuan.document.markdown.MarkdownTree} for display, after {@link
 * dev.kaiyuan.document.markdown.MarkdownDialect}.
 */
package dev.kaiyuan.document.markdown;
