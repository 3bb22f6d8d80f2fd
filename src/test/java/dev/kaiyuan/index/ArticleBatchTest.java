package dev.kaiyuan.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.analysis.UserDictionary;
import dev.kaiyuan.document.ArticleReader;
import dev.kaiyuan.document.FileProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;

/** What we invert is what Lucene's own writer makes of the same documents. */
class ArticleBatchTest {
  private static final List<String> TEXTS =
      List.of(
          IndexSchema.TITLE,
          IndexSchema.HEADINGS,
          IndexSchema.BODY,
          IndexSchema.TITLE_WORDS,
          IndexSchema.HEADINGS_WORDS,
          IndexSchema.BODY_WORDS);

  private final Analyzer analyzer = IndexSchema.analyzer(UserDictionary.shipped());

  @Test
  void the_corpus_has_the_postings_that_lucene_makes_of_it() throws IOException {
    List<Document> documents = new ArrayList<>();
    ArticleReader reader = new ArticleReader();
    try (Stream<Path> files = Files.walk(Path.of("corpus"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".md")).sorted().toList()) {
        if (documents.size() % 10 == 3) {
          documents.add(
              IndexSchema.skipped(
                  "skipped" + file, FileProblem.Kind.BINARY.alone(), FileStamp.UNKNOWN, 1));
        }
        var article = reader.read(file.getFileName().toString(), Files.readAllBytes(file));
        documents.add(IndexSchema.document(file.toString(), "", article, FileStamp.UNKNOWN, 1));
      }
    }
    assertTrue(documents.size() > 100);
    assertSameIndex(documents);
  }

  @Test
  void odd_texts_have_the_postings_that_lucene_makes_of_them() throws IOException {
    assertSameIndex(
        Stream.of(
                "",
                "，。",
                "开源",
                "𠮷野家 \uD800 👩‍💻🇨🇳 ﬁ ß é",
                "一二三四五六七八九十百千万亿兆".repeat(5000),
                "Donaudampfschifffahrtsgesellschaft".repeat(30),
                "The quick brown fox, the Quick fox. IPv6 GPL-3.0-or-later C++ node.js",
                "한국어 カタカナひらがな ไทย")
            .map(ArticleBatchTest::document)
            .toList());
  }

  @Test
  void a_run_of_hangul_too_long_for_lucene_is_known_by_its_beginning() throws IOException {
    ArticleBatch batch = new ArticleBatch(analyzer);
    batch.put(IndexSchema.key("a"), document("가".repeat(40_000)));
    try (Directory directory = new ByteBuffersDirectory();
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
      batch.addTo(writer);
      writer.commit();
      String term = IndexSchema.BODY + ":" + "가".repeat(10_000) + " 0x1@0";
      assertTrue(contents(directory).contains(term));
    }
  }

  @Test
  void a_document_that_fails_halfway_leaves_nothing() throws IOException {
    ArticleBatch batch = new ArticleBatch(failing());
    batch.put(IndexSchema.key("a"), document("开源软件 first"));
    Document broken = document("许可证 broken");
    broken.add(new TextField("more.words", "更多", Field.Store.NO));
    assertThrows(IllegalStateException.class, () -> batch.put(IndexSchema.key("b"), broken));
    batch.put(IndexSchema.key("c"), document("社区治理 last"));
    try (Directory directory = new ByteBuffersDirectory();
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
      batch.addTo(writer);
      writer.commit();
      assertEquals(
          contents(lucene(List.of(document("开源软件 first"), document("社区治理 last")))),
          contents(directory));
    }
  }

  @Test
  void documents_make_room_for_those_that_replace_them() throws IOException {
    try (Directory directory = new ByteBuffersDirectory();
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
      for (String text : List.of("旧的", "新的")) {
        ArticleBatch batch = new ArticleBatch(analyzer);
        batch.put(IndexSchema.key("a"), document(text));
        batch.addTo(writer);
      }
      writer.forceMerge(1);
      writer.commit();
      assertEquals(contents(lucene(List.of(document("新的")))), contents(directory));
    }
  }

  private Analyzer failing() {
    Analyzer fails =
        new Analyzer() {
          @Override
          protected TokenStreamComponents createComponents(String field) {
            throw new IllegalStateException("as a faulty analyzer might");
          }
        };
    return new DelegatingAnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
      @Override
      protected Analyzer getWrappedAnalyzer(String field) {
        return field.equals("more.words") ? fails : analyzer;
      }
    };
  }

  private static Document document(String text) {
    Document document = new Document();
    document.add(new Field(IndexSchema.PATH, "a", StringField.TYPE_STORED));
    for (String field : TEXTS.subList(0, 3)) {
      IndexSchema.addText(document, field, text);
    }
    return document;
  }

  private void assertSameIndex(List<Document> documents) throws IOException {
    ArticleBatch batch = new ArticleBatch(analyzer);
    for (int i = 0; i < documents.size(); i++) {
      batch.put(IndexSchema.key("none" + i), documents.get(i));
    }
    try (Directory directory = new ByteBuffersDirectory()) {
      try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
        batch.addTo(writer);
        writer.commit();
      }
      try (CheckIndex check = new CheckIndex(directory)) {
        assertTrue(check.checkIndex().clean);
      }
      List<String> ours = contents(directory);
      List<String> theirs = contents(lucene(documents));
      assertEquals(theirs.size(), ours.size());
      for (int i = 0; i < ours.size(); i++) {
        assertEquals(theirs.get(i), ours.get(i));
      }
    }
  }

  private Directory lucene(List<Document> documents) throws IOException {
    Directory directory = new ByteBuffersDirectory();
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
      writer.addDocuments(documents);
      writer.commit();
    }
    return directory;
  }

  /** Each term with its documents, frequencies and positions, each norm, each stored document. */
  private static List<String> contents(Directory directory) throws IOException {
    List<String> contents = new ArrayList<>();
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      assertEquals(1, reader.leaves().size());
      LeafReader leaf = reader.leaves().getFirst().reader();
      for (String field : TEXTS) {
        addTerms(contents, field, leaf);
        NumericDocValues norms = leaf.getNormValues(field);
        for (int doc = 0; doc < leaf.maxDoc(); doc++) {
          contents.add(field + doc + "=" + (norms.advanceExact(doc) ? norms.longValue() : 0));
        }
      }
      for (int doc = 0; doc < leaf.maxDoc(); doc++) {
        contents.add(reader.storedFields().document(doc).toString());
      }
    }
    return contents;
  }

  private static void addTerms(List<String> contents, String field, LeafReader leaf)
      throws IOException {
    if (leaf.terms(field) == null) {
      return;
    }
    TermsEnum terms = leaf.terms(field).iterator();
    while (terms.next() != null) {
      StringBuilder term = new StringBuilder(field + ":" + terms.term().utf8ToString());
      PostingsEnum postings = terms.postings(null, PostingsEnum.ALL);
      while (postings.nextDoc() != PostingsEnum.NO_MORE_DOCS) {
        term.append(' ').append(postings.docID()).append('x').append(postings.freq());
        for (int i = 0; i < postings.freq(); i++) {
          term.append('@').append(postings.nextPosition());
        }
      }
      contents.add(term.toString());
    }
  }
}
