package dev.kaiyuan.document.pdf;

import dev.kaiyuan.document.reader.ArticleWriter;
import java.io.IOException;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The bytes of a file, each time one is read counted as work: a parser that runs in circles ends.
 */
final class CountedRead extends RandomAccessReadBuffer {
  private final ArticleWriter work;

  CountedRead(byte[] content, ArticleWriter work) {
    super(content);
    this.work = work;
  }

  @Override
  public int read() throws IOException {
    work.work(1);
    return super.read();
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    work.work(Math.max(1, length));
    return super.read(bytes, offset, length);
  }
}
