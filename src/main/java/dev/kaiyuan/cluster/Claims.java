package dev.kaiyuan.cluster;

import dev.kaiyuan.cluster.ClusterException.Problem;
import dev.kaiyuan.index.folder.ArticlePaths;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whose the names of folders are. The files of two people's folders of one name would take each
 * other's places; so a name is its first owner's, until somebody takes it over.
 */
final class Claims {
  private final Cluster cluster;
  private final List<Source> sources;
  private final boolean takeOver;

  /**
   * Makes the claims of a run.
   *
   * @param sources what all people put into the index
   * @param takeOver whether names of others become this person's
   */
  Claims(Cluster cluster, List<Source> sources, boolean takeOver) {
    this.cluster = cluster;
    this.sources = sources;
    this.takeOver = takeOver;
  }

  /**
   * Checks that names can be had.
   *
   * @throws ClusterException if they are another's, or lie in another's
   */
  void check(Source mine, Set<String> names) throws ClusterException {
    check(mine, names, sources);
  }

  private void check(Source mine, Set<String> names, List<Source> all) throws ClusterException {
    for (Source other : all) {
      if (other.id().equals(mine.id())) {
        continue;
      }
      for (String root : other.roots()) {
        for (String name : names) {
          boolean inTheirs = ArticlePaths.contains(root, name);
          boolean holdsTheirs = ArticlePaths.contains(name, root);
          if (takeOver ? inTheirs && !holdsTheirs : inTheirs || holdsTheirs) {
            throw new ClusterException(Problem.TAKEN, name, other.who(), other.base());
          }
        }
      }
    }
  }

  /**
   * Writes down that names are this person's from now on, before files are written under them. Who
   * does so at the same moment sees it, and neither has written a file.
   */
  void make(Source mine, Set<String> names) throws IOException {
    if (mine.roots().containsAll(names)) {
      return;
    }
    Sources stored = cluster.storedSources();
    if (takeOver) {
      for (Source other : sources) {
        Set<String> lost = lost(other, names);
        if (!other.id().equals(mine.id()) && !lost.isEmpty()) {
          stored.update(other, now -> now.withRoots(without(now.roots(), lost)));
        }
      }
    }
    stored.update(mine, now -> now.withRoots(with(now.roots(), names)));
    try {
      check(mine, names, stored.all(cluster.client().toWrite()));
    } catch (ClusterException e) {
      Set<String> claimed = without(names, mine.roots());
      stored.update(mine, now -> now.withRoots(without(now.roots(), claimed)));
      throw e;
    }
  }

  private static Set<String> lost(Source other, Set<String> names) {
    Set<String> lost = new TreeSet<>();
    for (String root : other.roots()) {
      if (names.stream().anyMatch(name -> ArticlePaths.contains(name, root))) {
        lost.add(root);
      }
    }
    return lost;
  }

  private static Set<String> with(Set<String> names, Set<String> more) {
    Set<String> all = new TreeSet<>(names);
    all.addAll(more);
    return all;
  }

  private static Set<String> without(Set<String> names, Set<String> less) {
    Set<String> left = new TreeSet<>(names);
    left.removeAll(less);
    return left;
  }
}
