/**
 * The door for assistants: the Model Context Protocol over standard input and output.
 *
 * <p>Begin reading at {@link dev.kaiyuan.server.mcp.McpServer}. The protocol is written by hand,
 * because the official library takes ten times as long to start, and an assistant starts this
 * often.
 */
@NullMarked
package dev.kaiyuan.server.mcp;

import org.jspecify.annotations.NullMarked;
