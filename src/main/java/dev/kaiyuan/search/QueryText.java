package dev.kaiyuan.search;

import dev.kaiyuan.document.Language;

/**
 * A text of which a search wants the vector.
 *
 * @param language the language whose model makes it
 * @param text what was typed, without signs of syntax, or its translation
 */
public record QueryText(Language language, String text) {}
