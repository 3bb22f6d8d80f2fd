/**
 * Translates terms: into the other language, into the words of another region, by a user glossary.
 */
package dev.kaiyuan.analysis.translation;
