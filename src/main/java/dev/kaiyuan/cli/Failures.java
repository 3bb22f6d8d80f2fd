package dev.kaiyuan.cli;

import dev.kaiyuan.index.EmptyFolderException;
import dev.kaiyuan.index.IndexException;
import dev.kaiyuan.output.HarmlessText;
import dev.kaiyuan.output.Messages;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/** Says in one line what went wrong and what to do next. */
final class Failures {
  private Failures() {}

  static String explain(Throwable failure, Messages messages) {
    return HarmlessText.of(sentence(failure, messages));
  }

  private static String sentence(Throwable failure, Messages messages) {
    return switch (failure) {
      case CommandException e -> messages.text(e.key(), e.arguments());
      case IndexException e ->
          messages.text(
              "error.index-" + e.problem().name().toLowerCase(Locale.ROOT),
              e.directory(),
              ShellWords.quote(e.directory().toString()));
      case EmptyFolderException e ->
          messages.text("error.empty", e.folder(), ShellWords.quote(e.folder().toString()));
      case NoSuchFileException e -> messages.text("error.no-file", e.getFile());
      case AccessDeniedException e -> messages.text("error.denied", e.getFile());
      case FileSystemException e ->
          messages.text("error.file", e.getFile(), e.getReason() == null ? e : e.getReason());
      case InvalidPathException e -> messages.text("error.path", e.getInput());
      case UncheckedIOException e -> sentence(e.getCause(), messages);
      case IllegalArgumentException e -> String.valueOf(e.getMessage());
      default -> messages.text("error.other", failure);
    };
  }
}
