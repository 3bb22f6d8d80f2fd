/**
 * What did the person type, and what do they see?
 *
 * <p>Entry point: {@link dev.kaiyuan.cli.Main}. {@link dev.kaiyuan.cli.Verb} and {@link
 * dev.kaiyuan.cli.Option} define the command line once, for the parser, the help, the manual page
 * and the completions alike; a command is a class that turns what was typed into one call of the
 * library and gives the answer to a printer.
 */
@NullMarked
package dev.kaiyuan.cli;

import org.jspecify.annotations.NullMarked;
