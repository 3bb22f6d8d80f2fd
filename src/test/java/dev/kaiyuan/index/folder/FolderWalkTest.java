package dev.kaiyuan.index.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders are read on several threads; what is found is the same each time. */
class FolderWalkTest {
  @TempDir Path temp;
  private Path root;

  @BeforeEach
  void realRoot() throws IOException {
    root = temp.toRealPath();
  }

  private Path write(String name) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "开源");
  }

  private FoundFiles walk(FolderWalk.FolderListener listener) throws IOException {
    IncludedFiles usual = IncludedFiles.of(Map.of());
    return new FolderWalk(List.of(root), List.of(root), List.of(), usual, null, listener).walk();
  }

  private static List<Path> paths(FoundFiles found) {
    return found.files().stream().map(FoundFiles.Found::path).toList();
  }

  private Set<String> names(FoundFiles found) {
    Set<String> names = new TreeSet<>();
    found.files().forEach(file -> names.add(root.relativize(file.path()).toString()));
    return names;
  }

  @Test
  void every_walk_finds_the_same_in_the_same_order() throws IOException {
    Set<String> articles = new TreeSet<>();
    for (int i = 0; i < 1000; i++) {
      String folder = i % 2 == 0 ? "笔记" : "diary/" + i % 30;
      articles.add(folder + "/第" + i + "篇.md");
      write(folder + "/第" + i + "篇.md");
      write(folder + "/photo " + i + ".jpg");
      write(folder + "/draft " + i + ".md");
    }
    Files.writeString(root.resolve(".gitignore"), "draft*\n");
    FoundFiles first = walk(FolderWalk.FolderListener.NONE);
    assertEquals(articles, names(first));
    assertEquals(1000, first.files().size());
    assertEquals(1000, first.ignored());
    assertEquals(Map.of(".jpg", 1000), first.others().byEnding());
    for (int i = 0; i < 10; i++) {
      assertEquals(paths(first), paths(walk(FolderWalk.FolderListener.NONE)));
    }
  }

  @Test
  void the_listener_hears_of_each_folder_once() throws IOException {
    for (int i = 0; i < 100; i++) {
      write(i % 10 + "/" + i + "/a.md");
    }
    Map<Path, Integer> heard = new ConcurrentHashMap<>();
    walk(folder -> heard.merge(folder, 1, Integer::sum));
    assertEquals(111, heard.size());
    assertEquals(Set.of(1), Set.copyOf(heard.values()));
  }

  @Test
  void folders_that_go_and_files_that_come_during_a_walk_are_no_problem() throws IOException {
    for (int i = 0; i < 300; i++) {
      write("flat/" + i + ".md");
      write("many/" + i + "/a.md");
    }
    FoundFiles found =
        walk(
            folder -> {
              try {
                if (folder.startsWith(root.resolve("many")) && folder.endsWith("7")) {
                  Files.delete(folder.resolve("a.md"));
                  Files.delete(folder);
                } else if (folder.endsWith("5")) {
                  Files.writeString(folder.resolve("b.md"), "新的");
                }
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            });
    Set<String> expected = new TreeSet<>(Set.of("many/5/b.md"));
    for (int i = 0; i < 300; i++) {
      expected.add("flat/" + i + ".md");
      if (i != 7) {
        expected.add("many/" + i + "/a.md");
      }
    }
    assertEquals(expected, names(found));
    assertEquals(List.of(), found.refused());
  }

  @Test
  void a_walk_ends_where_its_listener_does() throws IOException {
    for (int i = 0; i < 100; i++) {
      write(i + "/a.md");
    }
    assertThrows(
        ClosedWatchServiceException.class,
        () ->
            walk(
                folder -> {
                  if (folder.endsWith("50")) {
                    throw new ClosedWatchServiceException();
                  }
                }));
  }
}
