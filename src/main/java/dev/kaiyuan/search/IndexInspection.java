package dev.kaiyuan.search;

import dev.kaiyuan.analysis.ChineseEnglishAnalyzer;
import dev.kaiyuan.document.Language;
import dev.kaiyuan.index.ArticleField;
import dev.kaiyuan.index.CommitData;
import dev.kaiyuan.index.IndexSchema;
import dev.kaiyuan.index.folder.IndexingProblem;
import dev.kaiyuan.meaning.ArticleVectors;
import dev.kaiyuan.meaning.Depth;
import dev.kaiyuan.meaning.Embedder;
import dev.kaiyuan.search.query.CommitSearcher;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Reads what a commit of an index holds. */
final class IndexInspection {
  private static final int MOST_TERMS = 5000;
  private static final Term ARTICLES = new Term(IndexSchema.KIND, IndexSchema.ARTICLE);

  private final CommitSearcher searcher;
  private final IndexReader reader;

  IndexInspection(CommitSearcher searcher) {
    this.searcher = searcher;
    reader = searcher.getIndexReader();
  }

  @Nullable StoredArticle article(String path) throws IOException {
    int doc = searcher.document(path);
    for (Normalizer.Form form : List.of(Normalizer.Form.NFC, Normalizer.Form.NFD)) {
      // A name may be typed in another form than the system has it in.
      doc = doc < 0 ? searcher.document(Normalizer.normalize(path, form)) : doc;
    }
    if (doc < 0) {
      return null;
    }
    StoredDocument stored = new StoredDocument(searcher.storedFields().document(doc));
    String text = stored.text();
    if (text == null) {
      return null;
    }
    return new StoredArticle(
        stored.path(),
        stored.title(),
        stored.language(),
        stored.date(),
        stored.authors(),
        stored.tags(),
        stored.aliases(),
        stored.charset(),
        text,
        stored.format(),
        stored.layout(text));
  }

  List<String> paths() throws IOException {
    List<String> paths = new ArrayList<>();
    Terms terms = MultiTerms.getTerms(reader, IndexSchema.PATH);
    TermsEnum path = terms == null ? TermsEnum.EMPTY : terms.iterator();
    for (BytesRef next = path.next(); next != null; next = path.next()) {
      paths.add(next.utf8ToString());
    }
    return paths;
  }

  List<String> articlePaths() throws IOException {
    List<String> all = new ArrayList<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      SortedDocValues paths = DocValues.getSorted(leaf.reader(), IndexSchema.PATH);
      SortedDocValues languages = DocValues.getSorted(leaf.reader(), IndexSchema.LANGUAGE);
      Bits live = leaf.reader().getLiveDocs();
      for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
        boolean article = (live == null || live.get(doc)) && languages.advanceExact(doc);
        if (article && paths.advanceExact(doc)) {
          all.add(paths.lookupOrd(paths.ordValue()).utf8ToString());
        }
      }
    }
    Collections.sort(all);
    return all;
  }

  IndexStatistics statistics() throws IOException {
    PriorityQueue<IndexStatistics.FileSize> largest =
        new PriorityQueue<>(Comparator.comparingLong(IndexStatistics.FileSize::bytes));
    long bytes = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      bytes += sizes(leaf.reader(), largest);
    }
    List<IndexStatistics.FileSize> files = new ArrayList<>(largest);
    files.sort(IndexStatistics.LARGEST_FIRST);
    DirectoryReader directory = (DirectoryReader) reader;
    CommitData commit = searcher.data();
    FacetCounter articles = new FacetCounter(searcher, new TermQuery(ARTICLES));
    return new IndexStatistics(
        articles.total(),
        bytes,
        indexBytes(directory.directory()),
        folders(),
        articles.facets(),
        files,
        skipped(),
        commit.otherKinds(),
        commit.included(),
        coverage(commit.meaning()));
  }

  private IndexStatistics.@Nullable MeaningCoverage coverage(Depth depth) throws IOException {
    if (depth == Depth.OFF) {
      return null;
    }
    int articles = 0;
    int passages = 0;
    Set<String> models = new TreeSet<>();
    ArticleVectors vectors = new ArticleVectors();
    for (LeafReaderContext leaf : reader.leaves()) {
      BinaryDocValues stored = DocValues.getBinary(leaf.reader(), IndexSchema.VECTORS);
      SortedDocValues languages = DocValues.getSorted(leaf.reader(), IndexSchema.LANGUAGE);
      Bits live = leaf.reader().getLiveDocs();
      while (stored.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        int doc = stored.docID();
        if ((live == null || live.get(doc)) && languages.advanceExact(doc)) {
          vectors.read(stored.binaryValue());
          articles++;
          passages += vectors.count();
          String language = languages.lookupOrd(languages.ordValue()).utf8ToString();
          models.add("%s %08x".formatted(Embedder.name(Language.of(language)), vectors.model()));
        }
      }
    }
    return new IndexStatistics.MeaningCoverage(depth, articles, passages, models);
  }

  private static long sizes(LeafReader leaf, PriorityQueue<IndexStatistics.FileSize> largest)
      throws IOException {
    NumericDocValues sizes = DocValues.getNumeric(leaf, IndexSchema.SIZE);
    SortedDocValues paths = DocValues.getSorted(leaf, IndexSchema.PATH);
    SortedDocValues languages = DocValues.getSorted(leaf, IndexSchema.LANGUAGE);
    Bits live = leaf.getLiveDocs();
    long bytes = 0;
    for (int doc = 0; doc < leaf.maxDoc(); doc++) {
      boolean article = (live == null || live.get(doc)) && languages.advanceExact(doc);
      if (!article || !sizes.advanceExact(doc) || !paths.advanceExact(doc)) {
        continue;
      }
      long size = sizes.longValue();
      bytes += size;
      if (largest.size() < IndexStatistics.LARGEST || size > largest.element().bytes()) {
        String path = paths.lookupOrd(paths.ordValue()).utf8ToString();
        largest.add(new IndexStatistics.FileSize(path, size));
        if (largest.size() > IndexStatistics.LARGEST) {
          largest.remove();
        }
      }
    }
    return bytes;
  }

  /** Returns the folders; that of the index itself is a dot, as in {@link IndexSchema#FOLDER}. */
  List<String> folders() {
    List<String> folders = new ArrayList<>();
    for (String root : searcher.data().roots()) {
      folders.add(root.isEmpty() ? "." : root);
    }
    return folders;
  }

  private static long indexBytes(Directory directory) throws IOException {
    long bytes = 0;
    for (String file : directory.listAll()) {
      try {
        bytes += directory.fileLength(file);
      } catch (NoSuchFileException e) {
        // An indexing run has deleted it meanwhile.
        continue;
      }
    }
    return bytes;
  }

  private List<IndexStatistics.SkippedFile> skipped() throws IOException {
    TermQuery query = new TermQuery(new Term(IndexSchema.KIND, IndexSchema.SKIPPED));
    List<IndexStatistics.SkippedFile> skipped = new ArrayList<>();
    for (ScoreDoc found : searcher.search(query, Math.max(1, reader.maxDoc())).scoreDocs) {
      Document document = searcher.storedFields().document(found.doc);
      skipped.add(
          new IndexStatistics.SkippedFile(
              document.get(IndexSchema.PATH),
              IndexingProblem.read(document.get(IndexSchema.SKIPPED))));
    }
    skipped.sort(Comparator.comparing(IndexStatistics.SkippedFile::path));
    return skipped;
  }

  List<FacetCount> completions(String prefix) throws IOException {
    String folded = ChineseEnglishAnalyzer.fold(prefix);
    if (folded.isEmpty()) {
      return List.of();
    }
    List<FacetCount> found = new ArrayList<>();
    TermsEnum term = ArticleField.BODY_WORDS.terms(reader);
    BytesRef wanted = new BytesRef(folded);
    TermsEnum.SeekStatus at = term.seekCeil(wanted);
    for (int i = 0; i < MOST_TERMS && at != TermsEnum.SeekStatus.END; i++) {
      BytesRef text = term.term();
      if (!org.apache.lucene.util.StringHelper.startsWith(text, wanted)) {
        break;
      }
      found.add(new FacetCount(text.utf8ToString(), term.docFreq()));
      at = term.next() == null ? TermsEnum.SeekStatus.END : TermsEnum.SeekStatus.FOUND;
    }
    Collections.sort(found);
    return found;
  }
}
