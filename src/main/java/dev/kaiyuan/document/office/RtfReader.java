package dev.kaiyuan.document.office;

import dev.kaiyuan.document.FileProblem.Kind;
import dev.kaiyuan.document.Format;
import dev.kaiyuan.document.UnreadableFileException;
import dev.kaiyuan.document.reader.ArticleWriter;
import dev.kaiyuan.document.reader.FormatReader;
import dev.kaiyuan.document.reader.SourceFile;
import java.io.IOException;
import java.util.Set;

/** Reads Rich Text Format. Stateless and thread-safe. */
public final class RtfReader implements FormatReader {
  /** Makes a reader. */
  public RtfReader() {}

  @Override
  public Set<Format> formats() {
    return Set.of(Format.RTF);
  }

  @Override
  public void read(SourceFile file, ArticleWriter to) throws IOException {
    byte[] content = file.content();
    if (content.length < 5
        || content[0] != '{'
        || content[1] != '\\'
        || content[2] != 'r'
        || content[3] != 't'
        || content[4] != 'f') {
      throw new UnreadableFileException(
          OleFile.is(content) ? OleFile.problem(content) : Kind.VERSION.of("no {\\rtf"));
    }
    new RtfDocument(content, to).read();
  }
}
