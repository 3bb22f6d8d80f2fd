package dev.kaiyuan.document;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a file says of itself, where it says it. */
record Metadata(
    @Nullable String title,
    @Nullable Language language,
    @Nullable LocalDate date,
    List<String> tags,
    List<String> authors,
    List<FileProblem> warnings) {
  static final Metadata NONE = new Metadata(null, null, null, List.of(), List.of(), List.of());
}
