package dev.kaiyuan.index;

import dev.kaiyuan.index.folder.ArticlePaths;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.store.Directory;

/**
 * The index in a folder.
 *
 * @param directory the folder
 * @param files the same as Lucene sees it
 */
record FolderTarget(
    Path directory, Directory files, IndexState state, ArticlePaths paths, boolean dryRun)
    implements IndexTarget {
  @Override
  public ArticleSink open(IndexWords words, boolean rebuild, long buffer) throws IOException {
    if (!dryRun) {
      IndexFiles.mark(directory);
      if (!state.readable()) {
        IndexFiles.delete(files);
      }
    }
    return new ArticleIndexWriter(directory, files, words.all(), buffer, rebuild, dryRun);
  }
}
