package dev.kaiyuan.document;

import java.util.ArrayList;
import java.util.List;

/** An article in the making: what is known of the file before its format is read. */
final class Draft {
  private final String fileName;
  private final Format format;
  private final String charset;
  private final List<FileProblem> warnings;

  Draft(String fileName, Format format, TextDecoder.Decoded decoded) {
    this.fileName = fileName;
    this.format = format;
    this.charset = decoded.charset();
    this.warnings = new ArrayList<>(decoded.warnings());
  }

  Article finish(Metadata metadata, ArticleText text) {
    warnings.addAll(metadata.warnings());
    String words = text.text();
    return new Article(
        title(metadata, text),
        metadata.language() != null ? metadata.language() : text.language(),
        metadata.date(),
        metadata.tags(),
        metadata.authors(),
        words,
        text.outline().sections(words.length()),
        text.lines(),
        format,
        charset,
        warnings);
  }

  private String title(Metadata metadata, ArticleText text) {
    if (metadata.title() != null) {
      return metadata.title();
    }
    String heading = text.outline().firstTitle();
    if (heading != null) {
      return heading;
    }
    String name = fileName.substring(fileName.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    return stem.isBlank() ? "untitled" : stem;
  }
}
