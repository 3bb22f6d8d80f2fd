package dev.kaiyuan.document.pdf;

/**
 * A piece of a page's text on one line: what was drawn one after the other.
 *
 * @param page the page, from 1
 * @param text the characters
 * @param left where it begins, in points from the left edge of the page as it is read
 * @param right where it ends
 * @param base how far its foot lies below the page's upper edge
 * @param size the size of most of its characters
 * @param firstWord how wide its first word is; of Chinese, its first character
 */
record TextLine(
    int page, String text, float left, float right, float base, float size, float firstWord) {}
