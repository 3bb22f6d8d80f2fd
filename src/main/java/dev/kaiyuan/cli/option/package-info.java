/** Declares options and operands in picocli's model, from which all else is read. */
package dev.kaiyuan.cli.option;
