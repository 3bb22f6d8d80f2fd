package dev.kaiyuan.benchmark;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.QueryBuilder;

/** What a program does that has Lucene and its Chinese analyzer, and nothing of its own. */
final class PlainLucene implements Closeable {
  private static final String PATH = "path";
  private static final String TEXT = "text";

  private final Analyzer analyzer = new SmartChineseAnalyzer();
  private final Directory directory;
  private final IndexSearcher searcher;
  private final UnifiedHighlighter highlighter;

  /** Opens an index that {@link #index} made. */
  PlainLucene(Path index) throws IOException {
    directory = FSDirectory.open(index);
    searcher = new IndexSearcher(DirectoryReader.open(directory));
    highlighter = UnifiedHighlighter.builder(searcher, analyzer).build();
  }

  /**
   * The program.
   *
   * @param args {@code index FOLDER INDEX} or {@code search INDEX QUERY}
   */
  public static void main(String[] args) throws Exception {
    if (args[0].equals("index")) {
      index(Path.of(args[1]), Path.of(args[2]));
      return;
    }
    try (var lucene = new PlainLucene(Path.of(args[1]))) {
      lucene.search(args[2], 10).forEach(System.out::println);
    }
  }

  /** Indexes the files of a folder, with as many threads as there are cores. */
  static void index(Path folder, Path index)
      throws IOException, InterruptedException, ExecutionException {
    List<Path> files = ScratchFolder.files(folder);
    int threads = Runtime.getRuntime().availableProcessors();
    try (var directory = FSDirectory.open(index);
        var writer = new IndexWriter(directory, new IndexWriterConfig(new SmartChineseAnalyzer()));
        ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      List<Future<Long>> shares = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int first = i;
        shares.add(workers.submit(() -> addShare(writer, files, first, threads)));
      }
      for (Future<Long> share : shares) {
        share.get();
      }
    }
  }

  private static long addShare(IndexWriter writer, List<Path> files, int first, int step)
      throws IOException {
    long last = 0;
    for (int i = first; i < files.size(); i += step) {
      Document document = new Document();
      document.add(new StringField(PATH, files.get(i).toString(), Field.Store.YES));
      document.add(new TextField(TEXT, Files.readString(files.get(i)), Field.Store.YES));
      last = writer.addDocument(document);
    }
    return last;
  }

  /** Returns the path and the snippet of each of the best articles. */
  List<String> search(String text, int limit) throws IOException {
    Query query = new QueryBuilder(analyzer).createBooleanQuery(TEXT, text);
    List<String> lines = new ArrayList<>();
    if (query != null) {
      TopDocs top = searcher.search(query, limit);
      String[] snippets = highlighter.highlight(TEXT, query, top, 3);
      for (ScoreDoc hit : top.scoreDocs) {
        String path = searcher.storedFields().document(hit.doc).get(PATH);
        lines.add(path + ": " + snippets[lines.size()]);
      }
    }
    return lines;
  }

  @Override
  public void close() throws IOException {
    searcher.getIndexReader().close();
    directory.close();
  }
}
