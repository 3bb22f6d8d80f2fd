package dev.kaiyuan.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kaiyuan.analysis.segmenter.UserDictionary;
import dev.kaiyuan.index.folder.FileStamp;
import dev.kaiyuan.index.folder.IndexingProblem;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written at once is merged at once, and what is added later leaves it alone. */
class FewSegmentsTest {
  @TempDir Path folder;

  @Test
  void a_whole_index_has_two_segments_and_a_refresh_adds_to_them() throws IOException {
    try (Directory directory = FSDirectory.open(folder)) {
      add(directory, 0, 7, false);
      assertEquals(2, segments(directory));
      add(directory, 7, 1, false);
      assertEquals(3, segments(directory));
      add(directory, 0, 5, true);
      assertEquals(2, segments(directory));
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        assertEquals(5, reader.numDocs());
      }
    }
  }

  /** Adds documents, each as a segment of its own. */
  private void add(Directory directory, int first, int number, boolean fresh) throws IOException {
    UserDictionary words = UserDictionary.none();
    try (var writer = new ArticleIndexWriter(folder, directory, words, 1 << 20, fresh, false)) {
      for (int i = first; i < first + number; i++) {
        var file = new IndexedFile("notes/" + i + ".md", "notes", FileStamp.UNKNOWN, i);
        writer.skip(file, IndexingProblem.NAME.alone());
        writer.flush();
      }
      writer.commit(CommitData.NONE);
    }
  }

  private static int segments(Directory directory) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      return reader.leaves().size();
    }
  }
}
