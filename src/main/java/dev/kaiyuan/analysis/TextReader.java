package dev.kaiyuan.analysis;

import java.io.StringReader;

/** Hands a text to an analyzer as a whole, which then needs to make room for it only once. */
public final class TextReader extends StringReader {
  final String text;

  /** Makes a reader of a text. */
  public TextReader(String text) {
    super(text);
    this.text = text;
  }
}
