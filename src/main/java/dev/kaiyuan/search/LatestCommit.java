package dev.kaiyuan.search;

import dev.kaiyuan.index.CommitData;
import dev.kaiyuan.index.IndexException;
import dev.kaiyuan.index.IndexFiles;
import dev.kaiyuan.search.query.CommitSearcher;
import dev.kaiyuan.search.query.Weights;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.ReferenceManager;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NIOFSDirectory;

/**
 * The last commit of the index in a folder, also if another index is put there. Lucene's {@code
 * SearcherManager} compares only the generations of commits, and would not see that.
 */
final class LatestCommit extends ReferenceManager<CommitSearcher> {
  private final Path folder;
  private final boolean briefly;
  private final Weights weights;

  /**
   * Opens an index.
   *
   * @param briefly whether its files are read by calls and not mapped into memory
   * @throws IndexException if there is none, or none that this version can search
   */
  LatestCommit(Path folder, boolean briefly, Weights weights) throws IOException {
    this.folder = folder;
    this.briefly = briefly;
    this.weights = weights;
    current = open();
  }

  private CommitSearcher open() throws IOException {
    // Opened by path: a link may lead to another folder by now.
    IndexFiles.requireFolder(folder);
    FSDirectory files = briefly ? new NIOFSDirectory(folder) : FSDirectory.open(folder);
    DirectoryReader reader;
    try {
      reader = IndexFiles.open(folder, files);
    } catch (IOException | RuntimeException | Error e) {
      files.close();
      throw e;
    }
    reader.getReaderCacheHelper().addClosedListener(key -> files.close());
    CommitData data = CommitData.of(reader);
    if (!data.isCurrent()) {
      reader.close();
      throw new IndexException(IndexException.Problem.INCOMPATIBLE, folder, null);
    }
    // A process that asks once has its other processors busy with the compiler.
    int threads = briefly ? 1 : Runtime.getRuntime().availableProcessors();
    return new CommitSearcher(reader, data, weights).withThreads(threads);
  }

  Path folder() {
    return folder;
  }

  @Override
  protected CommitSearcher refreshIfNeeded(CommitSearcher searcher) throws IOException {
    return IndexFiles.isLatest(folder, searcher.reader()) ? null : open();
  }

  @Override
  protected boolean tryIncRef(CommitSearcher searcher) {
    return searcher.getIndexReader().tryIncRef();
  }

  @Override
  protected void decRef(CommitSearcher searcher) throws IOException {
    searcher.getIndexReader().decRef();
  }

  @Override
  protected int getRefCount(CommitSearcher searcher) {
    return searcher.getIndexReader().getRefCount();
  }
}
