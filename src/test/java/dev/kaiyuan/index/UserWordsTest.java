package dev.kaiyuan.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kaiyuan.analysis.segmenter.UserDictionary;
import dev.kaiyuan.search.ArticleSearcher;
import dev.kaiyuan.search.Notice;
import dev.kaiyuan.search.SearchRequest;
import dev.kaiyuan.search.SearchResults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of words of one's own from an index to the searches in it. */
class UserWordsTest {
  @TempDir Path temp;
  private Corpus corpus;
  private Path words;

  @BeforeEach
  void write() throws IOException {
    corpus = new Corpus(temp);
    corpus.write("a.md", "# 聚会\n\n许可证工坊每月一次。\n");
    corpus.write("b.md", "# Notes\n\nThe licence workshop meets monthly.\n");
    words = temp.resolve("words.txt");
    Files.writeString(words, "许可证工坊 # 一个聚会\n");
  }

  @Test
  void a_query_is_cut_with_the_words_that_the_index_was_made_with() throws IOException {
    corpus.refresh();
    assertEquals(List.of("许可证", "工坊"), cut("许可证工坊"));
    corpus.index(own(UserDictionary.read(words)), corpus.docs);
    assertEquals(List.of("许可证工坊"), cut("许可证工坊"));
    assertEquals(1, search("許可證工坊").understood().getFirst().articles());
  }

  @Test
  void the_file_is_read_again_by_each_run() throws IOException {
    corpus.index(own(UserDictionary.read(words)), corpus.docs);
    assertEquals(2, corpus.refresh().unchanged());
    Files.writeString(words, "每月一次\n");
    assertEquals(2, corpus.index(IndexingOptions.REFRESH).added());
    assertEquals(List.of("许可证", "工坊", "每月一次"), cut("许可证工坊每月一次"));
  }

  @Test
  void a_file_that_is_gone_leaves_its_words_and_a_warning() throws IOException {
    corpus.index(own(UserDictionary.read(words)), corpus.docs);
    Files.delete(words);
    Report report = corpus.refresh();
    assertEquals(2, report.unchanged());
    assertEquals("words.txt", report.warnings().getFirst().path());
    assertEquals(List.of("许可证工坊"), cut("许可证工坊"));
  }

  @Test
  void words_of_an_application_stay_until_they_are_taken_back() throws IOException {
    corpus.index(own(UserDictionary.of("ours", "许可证工坊 30000")), corpus.docs);
    corpus.index(IndexingOptions.REFRESH.withRebuild(true));
    assertEquals(List.of("许可证工坊"), cut("许可证工坊"));
    assertEquals(2, corpus.index(own(UserDictionary.none())).added());
    assertEquals(List.of("许可证", "工坊"), cut("许可证工坊"));
  }

  @Test
  void an_index_of_other_words_says_so_until_it_is_renewed() throws IOException {
    corpus.refresh();
    assertEquals(List.of(), search("许可证").notices());
    try (Directory files = FSDirectory.open(corpus.index);
        IndexWriter writer = new IndexWriter(files, new IndexWriterConfig())) {
      Map<String, String> data = new HashMap<>();
      writer.getLiveCommitData().forEach(each -> data.put(each.getKey(), each.getValue()));
      data.put("words", "of an older version");
      writer.setLiveCommitData(data.entrySet());
      writer.commit();
    }
    assertEquals(List.of(Notice.OTHER_WORDS), search("许可证").notices());
    assertEquals(2, corpus.refresh().added());
    assertEquals(List.of(), search("许可证").notices());
  }

  private static IndexingOptions own(UserDictionary words) {
    return IndexingOptions.REFRESH.withUserWords(words);
  }

  private List<String> cut(String query) throws IOException {
    return search(query).understood().stream().map(SearchResults.QueryWord::text).toList();
  }

  private SearchResults search(String query) throws IOException {
    try (ArticleSearcher searcher = ArticleSearcher.open(corpus.index)) {
      return searcher.search(SearchRequest.of(query));
    }
  }
}
