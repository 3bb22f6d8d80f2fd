package dev.kaiyuan.cli;

import dev.kaiyuan.cli.context.CommandException;
import dev.kaiyuan.cli.context.Context;
import dev.kaiyuan.cluster.ClusterAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds the index of a command.
 *
 * <p>{@code --index} or {@code KAIYUAN_INDEX} name it, as a folder or as the address of a cluster.
 * By default it is {@code index/} in the current folder, or in the nearest parent that has one, as
 * git finds its repository. If there is none, it is created from {@code corpus/} in the current
 * folder; without that folder a search uses the articles that come with the program, and writes
 * nothing.
 */
final class IndexLookup {
  private IndexLookup() {}

  /** Returns the index for a search; says so if it is the one that comes with the program. */
  static IndexLocation toSearch(Context context) throws IOException {
    IndexLocation place = toRefresh(context);
    Path home = context.environment().home();
    if (place.named()
        || home == null
        || place.exists()
        || Files.isDirectory(context.path("corpus"))) {
      return place;
    }
    context.say("index.shipped");
    return new FolderLocation(home.resolve("index"), false, home.resolve("corpus"));
  }

  /** Returns the index that {@code index} updates: the named one, or the nearest. */
  static IndexLocation toRefresh(Context context) throws IOException {
    IndexLocation here = toWrite(context);
    Path home = context.environment().home();
    if (here.named() || here.exists() || home != null && isHome(context.path(""), home)) {
      return here;
    }
    Path folder = context.path("").toAbsolutePath().normalize().getParent();
    for (; folder != null; folder = folder.getParent()) {
      FolderLocation above =
          new FolderLocation(folder.resolve("index"), false, context.path("corpus"));
      if (above.exists()) {
        return above;
      }
    }
    return here;
  }

  /** Returns the index that {@code index FOLDER} creates: the named one, or the one here. */
  static IndexLocation toWrite(Context context) throws IOException {
    Path corpus = context.path("corpus");
    String named = context.shared().index;
    if (named != null && named.isEmpty()) {
      throw new CommandException("error.value-missing", "--index", "DIR");
    }
    String typed = named == null ? context.environment().variable("KAIYUAN_INDEX") : named;
    if (typed.isEmpty()) {
      return new FolderLocation(context.path("index"), false, corpus);
    }
    // Who names a folder loads no class of clusters.
    if (typed.contains("://") && ClusterAddress.isMeant(typed)) {
      return ClusterLocation.at(typed, context.environment());
    }
    Path directory = context.path(typed);
    if (Files.exists(directory) && !Files.isDirectory(directory)) {
      throw new CommandException("error.is-file", directory);
    }
    return new FolderLocation(directory, true, corpus);
  }

  private static boolean isHome(Path folder, Path home) {
    return folder.toAbsolutePath().normalize().equals(home);
  }
}
