/**
 * The door for browsers and programs: a page, and the answers as JSON.
 *
 * <p>Begin reading at {@link dev.kaiyuan.server.http.HttpServer}; {@code Routes} says what each
 * path answers. Only {@code HttpServer} and {@code Door} know Jetty, which is chosen over the
 * server that the JDK has because a client that sends or reads slowly costs it no thread, a request
 * that is too large is refused before it is read, and stopping waits for what is under way.
 */
@NullMarked
package dev.kaiyuan.server.http;

import org.jspecify.annotations.NullMarked;
