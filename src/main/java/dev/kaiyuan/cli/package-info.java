/**
 * What did the person type, and what do they see?
 *
 * <p>Entry point: {@link dev.kaiyuan.cli.Main}. A command is a class that turns what was typed into
 * one call of the library and gives the answer to a printer; picocli reads its options, and {@code
 * sentences.properties} says what they do, for help, the manual page and completions alike.
 */
@NullMarked
package dev.kaiyuan.cli;

import org.jspecify.annotations.NullMarked;
