package dev.kaiyuan.index;

import dev.kaiyuan.analysis.TextReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.codecs.FieldsProducer;
import org.apache.lucene.codecs.NormsProducer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FilterCodecReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SlowCodecReaderWrapper;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Documents on their way to the index, in memory. Lucene's own writer appends each occurrence to a
 * list of its term, which on real text means a handful of cache misses each; here occurrences are
 * written down as they come and put in order all at once (sort-based inversion: Witten, Moffat and
 * Bell, Managing Gigabytes, 1999, chapter 5). What is not text is left to Lucene. Not thread-safe.
 */
final class ArticleBatch {
  /** More than what is not text ever takes, so that all of it becomes one segment. */
  private static final double NO_FLUSH_MEGABYTES = 1024;

  private final Analyzer analyzer;
  private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
  private final IndexWriter rest;
  private final Map<String, InvertedField> text = new HashMap<>();
  private final List<Term> replaced = new ArrayList<>();
  private int documents;
  private long stored;

  private final TokenStream nothing =
      new TokenStream() {
        @Override
        public boolean incrementToken() {
          return false;
        }
      };

  /**
   * Makes an empty batch.
   *
   * @param analyzer makes the terms of each field
   */
  ArticleBatch(Analyzer analyzer) throws IOException {
    this.analyzer = analyzer;
    IndexWriterConfig config = new IndexWriterConfig(analyzer);
    config.setRAMBufferSizeMB(NO_FLUSH_MEGABYTES);
    rest = new IndexWriter(directory, config);
  }

  /**
   * Takes in a document; if that fails, nothing of it.
   *
   * @param key what documents in the index are to make room for this one
   */
  void put(Term key, Document document) throws IOException {
    Document others = new Document();
    boolean complete = false;
    try {
      for (IndexableField field : document) {
        others.add(isText(field) ? invert(field) : field);
      }
      rest.addDocument(others);
      replaced.add(key);
      documents++;
      complete = true;
    } finally {
      if (!complete) {
        text.values().forEach(field -> field.truncate(documents));
      }
    }
  }

  private static boolean isText(IndexableField field) {
    return field.fieldType().tokenized() && field.fieldType().indexOptions() != IndexOptions.NONE;
  }

  /** Returns what tells Lucene of the field. */
  private Field invert(IndexableField field) throws IOException {
    boolean positions = field.fieldType().indexOptions() != IndexOptions.DOCS_AND_FREQS;
    InvertedField inverted =
        text.computeIfAbsent(field.name(), name -> new InvertedField(positions));
    String words = field.stringValue();
    try (TokenStream stream = analyzer.tokenStream(field.name(), new TextReader(words))) {
      inverted.add(documents, stream);
      stored += words.length();
      stream.end();
    }
    return new Field(field.name(), nothing, field.fieldType());
  }

  /** Whether it still holds what was put into it: a failure of Lucene's writer loses all. */
  boolean isWhole() {
    return rest.isOpen();
  }

  /** About how much memory it takes, in bytes. */
  long bytes() {
    long bytes = stored;
    for (InvertedField field : text.values()) {
      bytes += field.bytes();
    }
    return bytes;
  }

  /** Adds the documents to an index, from which those that they replace are deleted. */
  void addTo(IndexWriter index) throws IOException {
    if (documents == 0) {
      return;
    }
    try (DirectoryReader reader = DirectoryReader.open(rest)) {
      index.deleteDocuments(replaced.toArray(Term[]::new));
      index.addIndexes(
          new WithText(SlowCodecReaderWrapper.wrap(reader.leaves().getFirst().reader())));
    }
    rest.rollback();
  }

  private final class WithText extends FilterCodecReader {
    WithText(CodecReader rest) {
      super(rest);
    }

    @Override
    public FieldsProducer getPostingsReader() {
      FieldsProducer others = super.getPostingsReader();
      Set<String> names = new TreeSet<>();
      for (FieldInfo field : getFieldInfos()) {
        if (field.getIndexOptions() != IndexOptions.NONE) {
          names.add(field.name);
        }
      }
      return new FieldsProducer() {
        @Override
        public Iterator<String> iterator() {
          return names.iterator();
        }

        @Override
        public Terms terms(String name) throws IOException {
          InvertedField field = text.get(name);
          if (field == null) {
            return others.terms(name);
          }
          field.fill(documents);
          return new InvertedTerms(field, documents);
        }

        @Override
        public int size() {
          return names.size();
        }

        @Override
        public void checkIntegrity() {}

        @Override
        public void close() {}
      };
    }

    @Override
    public NormsProducer getNormsReader() {
      return new NormsProducer() {
        @Override
        public NumericDocValues getNorms(FieldInfo info) {
          InvertedField field = text.get(info.name);
          field.fill(documents);
          return new Norms(field, documents);
        }

        @Override
        public void checkIntegrity() {}

        @Override
        public void close() {}
      };
    }

    @Override
    public CacheHelper getCoreCacheHelper() {
      return null;
    }

    @Override
    public CacheHelper getReaderCacheHelper() {
      return null;
    }
  }

  private static final class Norms extends NumericDocValues {
    private final InvertedField field;
    private final int documents;
    private int document = -1;

    Norms(InvertedField field, int documents) {
      this.field = field;
      this.documents = documents;
    }

    @Override
    public long longValue() {
      return field.norm(document);
    }

    @Override
    public boolean advanceExact(int target) {
      document = target;
      return true;
    }

    @Override
    public int docID() {
      return document;
    }

    @Override
    public int nextDoc() {
      return advance(document + 1);
    }

    @Override
    public int advance(int target) {
      document = target < documents ? target : NO_MORE_DOCS;
      return document;
    }

    @Override
    public long cost() {
      return documents;
    }
  }
}
