/**
 * What did the person type, and what do they see?
 *
 * <p>Entry point: {@link dev.kaiyuan.cli.Main}. A command is a class that declares its options,
 * calls the library once and prints the answer. The declarations make a model of picocli, which is
 * the only definition of the command line: picocli parses by it, and help, the manual page, the
 * completions, the config file and the session are made from it. {@code sentences.properties} has
 * the descriptions.
 */
@NullMarked
package dev.kaiyuan.cli;

import org.jspecify.annotations.NullMarked;
