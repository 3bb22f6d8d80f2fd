package dev.kaiyuan.search;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.QueryBuilder;

/** What a program does that has Lucene and its Chinese analyzer, and nothing of its own. */
final class PlainLucene implements Closeable {
  private static final String TEXT = "text";

  private final Analyzer analyzer = new SmartChineseAnalyzer();
  private final Directory directory;
  private final IndexSearcher searcher;
  private final UnifiedHighlighter highlighter;

  /** Indexes the files of a folder in a temporary one. */
  PlainLucene(Path folder) throws IOException {
    directory = FSDirectory.open(Files.createTempDirectory("plain-lucene"));
    List<Path> files;
    try (Stream<Path> paths = Files.walk(folder)) {
      files = paths.filter(Files::isRegularFile).sorted().toList();
    }
    try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
      for (Path file : files) {
        Document document = new Document();
        document.add(new TextField(TEXT, Files.readString(file), Field.Store.YES));
        writer.addDocument(document);
      }
    }
    searcher = new IndexSearcher(DirectoryReader.open(directory));
    searcher.setQueryCache(null);
    highlighter = UnifiedHighlighter.builder(searcher, analyzer).build();
  }

  int search(String text, int limit) throws IOException {
    Query query = new QueryBuilder(analyzer).createBooleanQuery(TEXT, text);
    if (query == null) {
      return 0;
    }
    TopDocs top = searcher.search(query, limit);
    return highlighter.highlight(TEXT, query, top, 3).length;
  }

  @Override
  public void close() throws IOException {
    searcher.getIndexReader().close();
    String[] files = directory.listAll();
    for (String file : files) {
      directory.deleteFile(file);
    }
    directory.close();
  }
}
