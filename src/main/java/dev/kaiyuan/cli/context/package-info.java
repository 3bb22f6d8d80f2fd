/** What surrounds a command: its streams, terminal, environment, settings and failures. */
package dev.kaiyuan.cli.context;
