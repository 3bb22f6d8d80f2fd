/** Answers commands by a process that stays, and asks it. */
package dev.kaiyuan.cli.server;
