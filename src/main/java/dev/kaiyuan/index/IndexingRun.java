package dev.kaiyuan.index;

import dev.kaiyuan.document.Article;
import dev.kaiyuan.document.FileProblem;
import dev.kaiyuan.document.UnreadableFileException;
import dev.kaiyuan.document.reader.ArticleReader;
import dev.kaiyuan.index.folder.ArticlePaths;
import dev.kaiyuan.index.folder.FileEntry;
import dev.kaiyuan.index.folder.FileStamp;
import dev.kaiyuan.index.folder.FoundFiles;
import dev.kaiyuan.index.folder.IndexingProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/** Reads the files that may have changed on several threads, and writes them to the index. */
final class IndexingRun {
  /** The number of files from which another thread is worthwhile. */
  private static final int FILES_A_THREAD = 16;

  private static final int BYTES_A_THREAD = 512 << 10;

  /** The hash of a file that could not be read, and is tried again each time. */
  private static final long NEVER_READ = 0;

  private final IndexingOptions options;
  private final ArticlePaths paths;
  private final Set<String> roots;

  private final Map<String, IndexState.Entry> held;

  private final ArticleSink writer;
  private final RunStatistics statistics;
  private final MemoryBudget memory;
  private final ArticleReader reader = new ArticleReader();
  private final int mostKibibytes;
  private final Semaphore room;
  private final Queue<Candidate> alone = new ConcurrentLinkedQueue<>();

  /**
   * Makes a run.
   *
   * @param roots the names of the folders that were walked
   * @param held what the index holds
   * @param memory bounds the files that are read at once; a larger one is read alone
   */
  IndexingRun(
      IndexingOptions options,
      ArticlePaths paths,
      Set<String> roots,
      Map<String, IndexState.Entry> held,
      ArticleSink writer,
      RunStatistics statistics,
      MemoryBudget memory) {
    this.options = options;
    this.paths = paths;
    this.roots = roots;
    this.held = held;
    this.writer = writer;
    this.statistics = statistics;
    this.memory = memory;
    mostKibibytes = (int) Math.min(Integer.MAX_VALUE, memory.inHand() >> 10);
    room = new Semaphore(mostKibibytes);
  }

  /** A file that may have changed since it was indexed. */
  private record Candidate(String path, FoundFiles.Found file, IndexState.@Nullable Entry entry) {
    int articlesBefore() {
      return entry == null || entry.skipped() != null ? 0 : 1;
    }

    String name() {
      return ArticlePaths.lastPart(path);
    }
  }

  /** Makes the index match what a walk found. */
  void update(FoundFiles found) throws IOException {
    long bytes = 0;
    for (FoundFiles.Found file : found.files()) {
      bytes += file.stamp().size();
    }
    statistics.started(found.files().size(), bytes);
    for (FoundFiles.Refused refused : found.refused()) {
      statistics.done(new Change.Skipped(paths.name(refused.path()), refused.problem()), 0, 0, 0);
    }
    List<Candidate> candidates = candidates(found.files());
    long unknown = candidates.stream().filter(each -> each.entry == null).count();
    read(candidates);
    if (found.files().size() - unknown < held.size()) {
      remove(found);
    }
  }

  /** Returns the files that may have changed, in their order. */
  private List<Candidate> candidates(List<FoundFiles.Found> files) {
    return files.parallelStream().map(this::compared).filter(Objects::nonNull).toList();
  }

  private @Nullable Candidate compared(FoundFiles.Found file) {
    String path = paths.name(file.path());
    IndexState.Entry entry = held.get(path);
    if (entry != null && isSettled(entry) && file.stamp().proves(entry.stamp())) {
      unchanged(path, entry, file.stamp());
      return null;
    }
    return new Candidate(path, file, entry);
  }

  /** Whether only a change of the file can make a difference, or more memory than before. */
  private static boolean isSettled(IndexState.Entry entry) {
    FileProblem problem = entry.skipped();
    boolean lackedMemory = problem != null && problem.kind() == IndexingProblem.MEMORY;
    return entry.hash() != NEVER_READ
        && !(lackedMemory && MemoryBudget.isMoreThan(problem.detail()));
  }

  private static FileProblem noRoom() {
    return IndexingProblem.MEMORY.of(Long.toString(MemoryBudget.heapMebibytes()));
  }

  private void unchanged(String path, IndexState.Entry entry, FileStamp stamp) {
    if (entry.skipped() == null) {
      statistics.done(new Change.Unchanged(path), stamp.size(), 0, 0);
    } else {
      statistics.done(new Change.Skipped(path, entry.skipped()), stamp.size(), 0, 0);
    }
  }

  private void read(List<Candidate> candidates) throws IOException {
    long bytes = 0;
    for (Candidate candidate : candidates) {
      bytes += candidate.file.stamp().size();
    }
    int share = Math.max(candidates.size() / FILES_A_THREAD, (int) (bytes / BYTES_A_THREAD));
    int threads = memory.threads(Math.max(1, Math.min(options.threads(), share)));
    read(candidates, threads, this::read);
    read(List.copyOf(alone), 1, this::readAlone);
  }

  private interface Step {
    void run(Candidate candidate) throws IOException;
  }

  private void read(List<Candidate> candidates, int threads, Step step) throws IOException {
    AtomicInteger next = new AtomicInteger();
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        running.add(
            workers.submit(
                () -> {
                  boolean complete = false;
                  try {
                    for (int at; (at = next.getAndIncrement()) < candidates.size(); ) {
                      step.run(candidates.get(at));
                    }
                    writer.flush();
                    complete = true;
                  } finally {
                    if (!complete) {
                      next.set(candidates.size());
                    }
                  }
                  return null;
                }));
      }
      for (Future<?> worker : running) {
        await(worker, next, candidates.size());
      }
    }
  }

  private static void await(Future<?> worker, AtomicInteger next, int end) throws IOException {
    try {
      worker.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw (RuntimeException) e.getCause();
    } catch (InterruptedException e) {
      next.set(end);
      Thread.currentThread().interrupt();
      throw IndexFiles.interrupted(e);
    }
  }

  private void read(Candidate candidate) throws IOException {
    if (!ArticlePaths.isComplete(candidate.path)) {
      statistics.done(new Change.Skipped(candidate.path, IndexingProblem.NAME.alone()), 0, 0, 0);
      return;
    }
    long size = candidate.file.stamp().size();
    if (size > options.largestFile()) {
      skip(candidate, tooLarge(), candidate.file.stamp(), NEVER_READ);
      return;
    }
    long kibibytes = 1 + (ArticleReader.memoryFor(candidate.name(), size) >> 10);
    if (kibibytes > mostKibibytes) {
      alone.add(candidate);
      return;
    }
    room.acquireUninterruptibly((int) kibibytes);
    try {
      index(candidate, false);
    } catch (OutOfMemoryError e) {
      alone.add(candidate);
    } finally {
      room.release((int) kibibytes);
    }
  }

  /** Reads a file that may fit in memory if no other is read at the same time. */
  private void readAlone(Candidate candidate) throws IOException {
    try {
      index(candidate, true);
    } catch (OutOfMemoryError e) {
      skip(candidate, noRoom(), candidate.file.stamp(), NEVER_READ);
    }
  }

  /** Returns the content of a file, or null if it cannot be read, which is recorded. */
  private byte @Nullable [] content(Candidate candidate) throws IOException {
    Path file = candidate.file.path();
    FileProblem problem;
    try (InputStream in = Files.newInputStream(file)) {
      // The file may have grown since the walk.
      byte[] content = in.readNBytes((int) options.largestFile() + 1);
      if (content.length <= options.largestFile()) {
        return content;
      }
      problem = tooLarge();
    } catch (NoSuchFileException e) {
      if (candidate.entry != null) {
        remove(candidate.path, candidate.entry);
      }
      return null;
    } catch (IOException e) {
      problem = FileEntry.problem(e);
    }
    skip(candidate, problem, FileStamp.UNKNOWN, NEVER_READ);
    return null;
  }

  private FileProblem tooLarge() {
    return IndexingProblem.TOO_LARGE.of(Long.toString(options.largestFile() >> 20));
  }

  private void index(Candidate candidate, boolean isAlone) throws IOException {
    byte[] content = content(candidate);
    if (content == null) {
      return;
    }
    FileStamp stamp = candidate.file.stamp();
    long hash = hash(content);
    if (candidate.entry != null && isSettled(candidate.entry) && candidate.entry.hash() == hash) {
      if (candidate.entry.stamp() != stamp.value()) {
        writer.stamp(candidate.path, stamp);
      }
      unchanged(candidate.path, candidate.entry, stamp);
      return;
    }
    if (memory.refused().contains(candidate.path) || !hasRoom(candidate.name(), content)) {
      skip(candidate, noRoom(), stamp, hash);
      return;
    }
    Article article;
    try {
      article = reader.read(candidate.path, content);
      writer.put(file(candidate, stamp, hash), article, isAlone);
    } catch (UnreadableFileException e) {
      skip(candidate, e.problem(), stamp, hash);
      return;
    } catch (RuntimeException | StackOverflowError e) {
      skip(candidate, IndexingProblem.FAULT.of(e.toString()), stamp, NEVER_READ);
      return;
    } catch (OutOfMemoryError e) {
      if (!isAlone) {
        throw e;
      }
      skip(candidate, noRoom(), stamp, hash);
      return;
    }
    boolean isNew = candidate.articlesBefore() == 0;
    statistics.done(
        isNew ? new Change.Added(candidate.path) : new Change.Modified(candidate.path),
        stamp.size(),
        candidate.articlesBefore(),
        1);
    for (FileProblem warning : article.warnings()) {
      statistics.warned(candidate.path, warning);
    }
  }

  /** Returns the innermost folder of the index that contains a file. */
  private String root(String path) {
    String innermost = "";
    for (String root : roots) {
      if (root.length() > innermost.length() && ArticlePaths.contains(root, path)) {
        innermost = root;
      }
    }
    return innermost;
  }

  /** Trying would take long, as a nearly full heap is slow. */
  private static boolean hasRoom(String name, byte[] content) {
    return ArticleReader.leastMemoryFor(name, content) <= MemoryBudget.room();
  }

  private IndexedFile file(Candidate candidate, FileStamp stamp, long hash) {
    return new IndexedFile(candidate.path, root(candidate.path), stamp, hash);
  }

  private void skip(Candidate candidate, FileProblem problem, FileStamp stamp, long hash)
      throws IOException {
    Change.Skipped skipped = new Change.Skipped(candidate.path, problem);
    if (new IndexState.Entry(stamp.value(), hash, problem).equals(candidate.entry)) {
      statistics.done(skipped, 0, 0, 0);
      return;
    }
    writer.skip(file(candidate, stamp, hash), problem);
    statistics.done(skipped, 0, candidate.articlesBefore(), 0);
  }

  /** Drops files of the walked folders that were not found. */
  private void remove(FoundFiles found) throws IOException {
    Set<String> names = new HashSet<>();
    for (FoundFiles.Found file : found.files()) {
      names.add(paths.name(file.path()));
    }
    for (Map.Entry<String, IndexState.Entry> each : held.entrySet()) {
      String name = each.getKey();
      if (!names.contains(name) && isUnderAny(roots, name) && !isUnderRefused(found, name)) {
        remove(name, each.getValue());
      }
    }
  }

  private void remove(String path, IndexState.Entry entry) throws IOException {
    writer.delete(path);
    statistics.done(new Change.Removed(path), 0, entry.skipped() == null ? 1 : 0, 0);
  }

  private static boolean isUnderAny(Set<String> roots, String path) {
    for (String root : roots) {
      if (ArticlePaths.contains(root, path)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a file is below something that could not be read, and so may still exist. */
  private boolean isUnderRefused(FoundFiles found, String path) {
    for (FoundFiles.Refused refused : found.refused()) {
      if (refused.keeps() && ArticlePaths.contains(paths.name(refused.path()), path)) {
        return true;
      }
    }
    return false;
  }

  private static long hash(byte[] content) {
    return StringHelper.murmurhash3_x64_128(new BytesRef(content))[0];
  }
}
