package dev.kaiyuan.document.markdown.inline;

import org.jspecify.annotations.Nullable;

/**
 * A range of a block's characters that markup gives a meaning, the markup included.
 *
 * @param start offset of the first character in the block
 * @param end offset after the last one
 * @param value a link's or image's destination, a footnote's label, the source of a tag or task
 *     box; empty for the rest
 * @param title a link's or image's title, or null
 */
record Span(Kind kind, int start, int end, String value, @Nullable String title) {
  enum Kind {
    EMPHASIS,
    STRONG,
    DELETED,
    CODE,
    LINK,
    IMAGE,
    FOOTNOTE,
    TASK,
    TAG
  }
}
