/**
 * Serves one index to many clients: browsers, programs and assistants.
 *
 * <p>Begin reading at {@link dev.kaiyuan.server.ServedIndex}, which holds the index, and {@link
 * dev.kaiyuan.server.Answers}, which turns what was asked into the JSON of the command line. The
 * doors are {@link dev.kaiyuan.server.http.HttpServer} and {@code dev.kaiyuan.server.mcp}.
 */
@NullMarked
package dev.kaiyuan.server;

import org.jspecify.annotations.NullMarked;
