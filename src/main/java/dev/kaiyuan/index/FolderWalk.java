package dev.kaiyuan.index;

import dev.kaiyuan.document.ArticleReader;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the files under folders that can hold articles. */
final class FolderWalk {
  private final List<Path> files = new ArrayList<>();
  private final List<Refused> refused = new ArrayList<>();
  private final Set<Path> visited = new HashSet<>();
  private final Path indexDirectory;
  private int otherFiles;

  /** A file or folder that could not be looked at. */
  record Refused(Path path, String reason) {}

  FolderWalk(Path indexDirectory) {
    this.indexDirectory = indexDirectory;
  }

  List<Path> files() {
    return files;
  }

  List<Refused> refused() {
    return refused;
  }

  int otherFiles() {
    return otherFiles;
  }

  /** Walks a folder, or takes a single file, given by its real path. */
  void walk(Path root) throws IOException {
    if (Files.isRegularFile(root)) {
      files.add(root);
    } else {
      walkFolder(root);
    }
  }

  private void walkFolder(Path folder) {
    if (folder.equals(indexDirectory) || !visited.add(folder)) {
      return;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        visit(entry);
      }
    } catch (IOException | DirectoryIteratorException e) {
      refused.add(new Refused(folder, "folder cannot be read"));
    }
  }

  private void visit(Path entry) {
    String name = entry.getFileName().toString();
    if (name.startsWith(".")) {
      return;
    }
    try {
      BasicFileAttributes attributes = Files.readAttributes(entry, BasicFileAttributes.class);
      if (attributes.isDirectory()) {
        walkFolder(entry.toRealPath());
      } else if (attributes.isRegularFile() && ArticleReader.reads(name)) {
        files.add(entry);
      } else {
        otherFiles++;
      }
    } catch (IOException e) {
      refused.add(new Refused(entry, "cannot be looked at"));
    }
  }
}
