package dev.kaiyuan.cluster;

import dev.kaiyuan.analysis.segmenter.UserDictionary;
import dev.kaiyuan.cluster.ClusterException.Problem;
import dev.kaiyuan.cluster.IndexCreation.Need;
import dev.kaiyuan.cluster.wire.Answer;
import dev.kaiyuan.cluster.wire.Endpoint;
import dev.kaiyuan.cluster.wire.Question;
import dev.kaiyuan.document.Language;
import dev.kaiyuan.index.IndexState;
import dev.kaiyuan.index.IndexUpdate;
import dev.kaiyuan.index.IndexedFiles;
import dev.kaiyuan.index.IndexingOptions;
import dev.kaiyuan.index.IndexingProgress;
import dev.kaiyuan.index.Report;
import dev.kaiyuan.index.folder.ArticlePaths;
import dev.kaiyuan.meaning.Depth;
import dev.kaiyuan.meaning.Embedder;
import dev.kaiyuan.meaning.ModelException;
import dev.kaiyuan.search.IndexStatistics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Makes an index in a cluster match folders of this machine, as {@link
 * dev.kaiyuan.index.DirectoryIndexer} does with an index in a folder.
 *
 * <p>What others put into the index stays as it is. What is read becomes visible by and by; a run
 * that is killed is gone on with by the next.
 */
public final class ClusterIndexer {
  private final Cluster cluster;
  private final ClusterClient client;
  private final IndexingOptions options;
  private final ClusterOptions more;
  private final Path here;

  /**
   * Makes an indexer; nothing is read or written yet.
   *
   * @param options how to index
   * @param more what holds for clusters only
   * @param here the folder that names of files are relative to
   */
  public ClusterIndexer(Cluster cluster, IndexingOptions options, ClusterOptions more, Path here)
      throws IOException {
    this.cluster = cluster;
    client = cluster.client();
    this.options = options;
    this.more = more;
    this.here = here.toRealPath();
  }

  /**
   * Makes the index match folders.
   *
   * @param folders the folders, or single files; none means all that this person put into it from
   *     this machine
   * @param progress is told how far the run is
   * @return what was done; with {@link IndexingOptions#dryRun()} what would be
   * @throws ClusterException if the cluster can't be used, or holds folders of the same names that
   *     are another person's
   * @throws IOException as {@link dev.kaiyuan.index.DirectoryIndexer#index} throws it
   */
  public Report index(Collection<Path> folders, IndexingProgress progress) throws IOException {
    IndexCreation creation =
        new IndexCreation(cluster, more, options.rebuild(), options.userWords());
    long start = System.nanoTime();
    Need need = creation.need();
    Depth meaning = creation.meaning();
    if (meaning != Depth.OFF) {
      requireModels();
    }
    if (need == Need.CREATE && folders.isEmpty()) {
      throw new ClusterException(Problem.NO_INDEX, cluster.address().toString());
    }
    List<Source> sources =
        need == Need.CREATE ? List.of() : cluster.storedSources().all(client.toWrite());
    Map<Source, List<Path>> runs =
        runs(need == Need.REPLACE ? withAllOf(sources, folders) : folders, sources);
    if (need != Need.NOTHING) {
      requireThere(folders);
    }
    Claims claims = new Claims(cluster, sources, more.takeOver());
    for (Map.Entry<Source, List<Path>> each : runs.entrySet()) {
      claims.check(each.getKey(), names(each.getKey(), each.getValue()));
    }
    if (!options.dryRun()) {
      creation.make(need);
    }
    boolean isThere = need == Need.NOTHING;
    Report report = null;
    for (Map.Entry<Source, List<Path>> each : runs.entrySet()) {
      Source source = each.getKey();
      Set<String> names = names(source, each.getValue());
      IndexState state = isThere ? state(source, names, meaning) : state(source, Map.of());
      IndexUpdate update =
          new IndexUpdate(
              new ClusterTarget(cluster, source, state, meaning, options.dryRun()),
              options.withRebuild(false).withUserWords(null),
              each.getValue());
      if (!options.dryRun()) {
        claims.make(source, names);
      }
      Report done = update.run(progress);
      report = report == null ? done : report.and(done);
    }
    Report all = Objects.requireNonNull(report);
    Map<String, Integer> types = options.dryRun() ? all.types() : types();
    return all.with(types, Duration.ofNanos(System.nanoTime() - start));
  }

  /** An index that is made anew needs all that this person has put into it. */
  private static Collection<Path> withAllOf(List<Source> sources, Collection<Path> folders)
      throws NoSuchFileException {
    List<Path> all = new ArrayList<>(folders);
    for (Source source : sources) {
      if (source.isMine()) {
        List<Path> roots = source.roots().stream().map(source.paths()::file).toList();
        requireThere(roots);
        all.addAll(roots);
      }
    }
    return all;
  }

  private static void requireThere(Collection<Path> folders) throws NoSuchFileException {
    for (Path folder : folders) {
      if (!Files.exists(folder)) {
        throw new NoSuchFileException(folder.toString());
      }
    }
  }

  /** Returns the sources that a run is about, each with the folders that were asked for. */
  private Map<Source, List<Path>> runs(Collection<Path> folders, List<Source> sources)
      throws IOException {
    Map<Source, List<Path>> runs = new LinkedHashMap<>();
    if (folders.isEmpty()) {
      for (Source source : sources) {
        if (source.isMine() && !source.roots().isEmpty()) {
          runs.put(source, List.of());
        }
      }
      if (runs.isEmpty()) {
        throw new ClusterException(Problem.NO_FOLDERS, cluster.address().toString());
      }
    }
    for (Path folder : folders) {
      Source source = sourceOf(ArticlePaths.real(folder), sources);
      runs.computeIfAbsent(source, each -> new ArrayList<>()).add(folder);
    }
    return runs;
  }

  /** A folder that is in the index keeps its names, also where a run is started elsewhere. */
  private Source sourceOf(Path folder, List<Source> sources) {
    Source mine = Source.mine(here);
    for (Source source : sources) {
      if (!source.isMine()) {
        continue;
      }
      if (source.base().equals(mine.base())) {
        mine = source;
      }
      for (String root : source.roots()) {
        if (folder.startsWith(source.paths().file(root))) {
          return source;
        }
      }
    }
    return mine;
  }

  private static Set<String> names(Source source, Collection<Path> folders) throws IOException {
    Set<String> names = new TreeSet<>();
    for (Path folder : folders) {
      names.add(source.paths().name(ArticlePaths.real(folder)));
    }
    return names;
  }

  /** The nodes cut the texts: the words of a run only say that it is of this version. */
  private static IndexState state(Source source, Map<String, IndexState.Entry> entries) {
    return new IndexState(entries, source.commit().withWords(UserDictionary.none()), true);
  }

  /**
   * Returns what the cluster knows of files: nothing that would prove them as is, if they are to be
   * sent again.
   */
  private IndexState state(Source source, Set<String> asked, Depth meaning) throws IOException {
    client.refresh("/" + cluster.address().index());
    Set<String> roots = new TreeSet<>(source.roots());
    roots.addAll(asked);
    Map<String, IndexState.Entry> entries = new HashMap<>();
    for (String root : roots) {
      @Nullable String after = null;
      for (boolean last = false; !last; ) {
        Question.Files question = new Question.Files(root, after, Question.Files.MOST);
        Answer.Files page =
            client.ask(Endpoint.FILES, question, Answer.Files.class, client.toWrite());
        for (IndexedFiles.File file : page.files()) {
          entries.put(
              file.path(),
              isToSend(file, meaning)
                  ? new IndexState.Entry(0, 0, file.skipped())
                  : new IndexState.Entry(file.stamp(), file.hash(), file.skipped()));
          after = file.path();
        }
        last = page.last();
      }
    }
    return state(source, entries);
  }

  /** Without models nothing is begun. */
  private static void requireModels() throws ModelException {
    for (Language each : Language.values()) {
      if (Embedder.knows(each)) {
        Embedder.shared().version(each);
      }
    }
  }

  private boolean isToSend(IndexedFiles.File file, Depth meaning) throws IOException {
    return options.rebuild()
        || file.language() != null
            && (meaning != Depth.OFF || file.vectors() != null)
            && !Embedder.shared().isDone(file.language(), file.vectors(), meaning);
  }

  private Map<String, Integer> types() throws IOException {
    Map<String, Integer> types = new LinkedHashMap<>();
    client
        .ask(Endpoint.STATISTICS, new Question.Plain(), IndexStatistics.class, client.toWrite())
        .facets()
        .types()
        .forEach(each -> types.put(each.value(), each.count()));
    return types;
  }
}
