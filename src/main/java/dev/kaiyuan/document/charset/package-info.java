/**
 * Finds the encoding of a file and decodes it.
 *
 * <p>Entry point: {@link dev.kaiyuan.document.charset.TextDecoder}.
 */
package dev.kaiyuan.document.charset;
