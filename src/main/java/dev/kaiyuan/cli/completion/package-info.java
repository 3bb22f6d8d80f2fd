/** Writes the scripts by which shells complete commands, options and values. */
package dev.kaiyuan.cli.completion;
