/**
 * Turns what a person typed into Lucene queries: syntax, spans, replacements, translations,
 * clauses.
 */
package dev.kaiyuan.search.query;
