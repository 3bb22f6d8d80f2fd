package dev.kaiyuan.index;

import dev.kaiyuan.analysis.ChineseEnglishAnalyzer;
import dev.kaiyuan.analysis.segmenter.UserDictionary;
import dev.kaiyuan.document.Article;
import dev.kaiyuan.document.FileProblem;
import dev.kaiyuan.index.folder.ArticlePaths;
import dev.kaiyuan.index.folder.FileStamp;
import dev.kaiyuan.index.folder.IndexingProblem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** How an article is laid out as a Lucene document: the only class that knows fields. */
public final class IndexSchema {
  /** Raised whenever an index written before would be read wrongly; such an index is rebuilt. */
  public static final String VERSION = "8";

  /** What the article is called, as {@link #nameKey} makes it: terms. */
  public static final String NAME = "name";

  /** The name of the file, see {@link ArticlePaths}: a term, a doc value, and stored. */
  public static final String PATH = "path";

  /** The folder in which the file lies, or a dot: a doc value. */
  public static final String FOLDER = "folder";

  /** The code of the language: a term, a doc value, and stored. */
  public static final String LANGUAGE = "lang";

  /** The {@link dev.kaiyuan.document.Format#type} of the file: a term, a doc value, and stored. */
  public static final String TYPE = "type";

  /** The date as days since 1970-01-01: a point, a doc value, and stored. */
  public static final String DATE = "date";

  /** The authors, stored as written. */
  public static final String AUTHOR = "author";

  /** Where links of the article lead, see {@link LinkTerms}: terms. */
  public static final String LINK = "link";

  /** The other names of the article, stored as written. */
  public static final String ALIAS = "alias";

  /**
   * The tags, and those that theirs are a part of, folded: terms; as written: doc values, stored.
   */
  public static final String TAG = "tag";

  /** The stored title. */
  public static final String STORED_TITLE = "stored.title";

  /** The stored text, to be read by {@link #text}. */
  public static final String TEXT = "text";

  /** The stored lines and sections, see {@link ArticleLayout}. */
  public static final String LAYOUT = "layout";

  /** The stored name of the character encoding. */
  public static final String CHARSET = "charset";

  /** The file's size in bytes: a doc value. */
  public static final String SIZE = "size";

  /** The vectors of an article that has some, for {@code ArticleVectors} to read: a doc value. */
  public static final String VECTORS = "vectors";

  /** The size and time of the file, see {@link FileStamp}: a doc value. */
  static final String STAMP = "stamp";

  /** The hash of the content: a doc value. */
  static final String HASH = "hash";

  /** Why a file holds no article: stored, and a term in {@link #KIND}. */
  public static final String SKIPPED = "skipped";

  /** {@code article} or {@code skipped}: a term. */
  public static final String KIND = "kind";

  /** {@link #KIND} of a file that holds an article. */
  public static final String ARTICLE = "article";

  /** Lucene takes no term of more than 32,766 bytes. */
  private static final int LONGEST_TAG = 5000;

  private static final FieldType GRAMS = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
  private static final FieldType WORDS = type(IndexOptions.DOCS_AND_FREQS);

  private IndexSchema() {}

  private static FieldType type(IndexOptions options) {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(options);
    type.freeze();
    return type;
  }

  /**
   * Returns the analyzer that makes each field's terms. Thread-safe.
   *
   * @param known the words for the segmenter to know
   */
  public static Analyzer analyzer(UserDictionary known) {
    Analyzer grams = ChineseEnglishAnalyzer.grams();
    Analyzer words = ChineseEnglishAnalyzer.words(known);
    return new DelegatingAnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
      @Override
      protected Analyzer getWrappedAnalyzer(String field) {
        ArticleField text = ArticleField.named(field);
        return text != null && text.isWords() ? words : grams;
      }
    };
  }

  /**
   * Returns what names have in common that only differ in script, case, width, spaces or
   * punctuation: 「開源，許可證」 and 开源许可证.
   */
  public static String nameKey(String name) {
    return ArticleNames.key(name);
  }

  /**
   * Returns the document of an article.
   *
   * @param root the folder of the index in which the file lies
   */
  public static Document document(
      String path, String root, Article article, FileStamp stamp, long hash) throws IOException {
    ArticleNames names = new ArticleNames(path, root);
    Document document = file(path, stamp, hash, ARTICLE);
    document.add(new SortedDocValuesField(FOLDER, new BytesRef(folder(path))));
    addText(document, ArticleField.TITLE, article.title());
    addText(
        document, ArticleField.HEADINGS, lines(headings(article), names.beside(article.title())));
    addText(document, ArticleField.BODY, body(article, names));
    for (String key : names.keys(article)) {
      document.add(new StringField(NAME, key, Field.Store.NO));
    }
    document.add(new StoredField(STORED_TITLE, article.title()));
    document.add(new StringField(LANGUAGE, article.language().code(), Field.Store.YES));
    document.add(new SortedDocValuesField(LANGUAGE, new BytesRef(article.language().code())));
    String type = article.format().type();
    document.add(new StringField(TYPE, type, Field.Store.YES));
    document.add(new SortedDocValuesField(TYPE, new BytesRef(type)));
    if (article.date() != null) {
      document.add(new LongField(DATE, article.date().toEpochDay(), Field.Store.YES));
    }
    for (String tag : article.tags()) {
      String folded = ChineseEnglishAnalyzer.fold(tag);
      document.add(new StringField(TAG, cut(folded), Field.Store.NO));
      for (int slash = folded.indexOf('/'); slash > 0; slash = folded.indexOf('/', slash + 1)) {
        document.add(new StringField(TAG, cut(folded.substring(0, slash)), Field.Store.NO));
      }
      document.add(new SortedSetDocValuesField(TAG, new BytesRef(cut(tag))));
      document.add(new StoredField(TAG, tag));
    }
    for (String author : article.authors()) {
      document.add(new StoredField(AUTHOR, author));
    }
    Set<String> links = new HashSet<>();
    article.addresses().forEach(address -> links.addAll(LinkTerms.of(address)));
    links.forEach(link -> document.add(new StringField(LINK, link, Field.Store.NO)));
    for (String alias : article.aliases()) {
      document.add(new StoredField(ALIAS, alias));
    }
    document.add(new StoredField(LAYOUT, ArticleLayout.encode(article)));
    document.add(new StoredField(CHARSET, article.charset()));
    document.add(new StoredField(TEXT, StoredText.encode(article.text())));
    return document;
  }

  /** Returns {@link Article#text()} of a stored document; null if it was not loaded or has none. */
  public static @Nullable String text(Document stored) {
    BytesRef text = stored.getBinaryValue(TEXT);
    return text == null ? null : StoredText.decode(text);
  }

  /**
   * Returns the field of an article's vectors.
   *
   * @param vectors as {@code Embedder} makes them, or null to take them away
   */
  public static Field vectors(@Nullable BytesRef vectors) {
    return new BinaryDocValuesField(VECTORS, vectors);
  }

  private static String folder(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "." : path.substring(0, slash);
  }

  private static String cut(String tag) {
    return tag.length() <= LONGEST_TAG ? tag : tag.substring(0, LONGEST_TAG);
  }

  public static Document skipped(String path, FileProblem problem, FileStamp stamp, long hash) {
    Document document = file(path, stamp, hash, SKIPPED);
    document.add(new StoredField(SKIPPED, IndexingProblem.stored(problem)));
    return document;
  }

  private static Document file(String path, FileStamp stamp, long hash, String kind) {
    Document document = new Document();
    document.add(new StringField(PATH, path, Field.Store.YES));
    document.add(new SortedDocValuesField(PATH, new BytesRef(path)));
    document.add(new NumericDocValuesField(SIZE, stamp.size()));
    document.add(new NumericDocValuesField(STAMP, stamp.value()));
    document.add(new NumericDocValuesField(HASH, hash));
    document.add(new StringField(KIND, kind, Field.Store.NO));
    return document;
  }

  /** Adds a text under a field of grams and under the words of the same part. */
  static void addText(Document document, ArticleField field, String text) {
    document.add(new Field(field.luceneName(), text, GRAMS));
    document.add(new Field(field.words().luceneName(), text, WORDS));
  }

  /**
   * The text with what only the front matter or the file's name says: whoever looks for a word
   * anywhere in an article looks for it here. The title is at the beginning, where it also is if it
   * is a heading; aliases, authors, tags and the names of file and folders at the end, since early
   * words count for more.
   */
  private static String body(Article article, ArticleNames names) {
    List<String> body = new ArrayList<>();
    String title = article.title();
    if (article.sections().stream().noneMatch(section -> section.title().equals(title))) {
      body.add(title);
    }
    body.add(article.text());
    body.addAll(article.aliases());
    body.addAll(article.authors());
    body.addAll(article.tags());
    body.add(lines(names.wholeBeside(title), names.folders()));
    return String.join("\n", body);
  }

  private static String lines(String first, String second) {
    return second.isEmpty() ? first : first.isEmpty() ? second : first + '\n' + second;
  }

  private static String headings(Article article) {
    StringBuilder headings = new StringBuilder();
    article.sections().forEach(section -> headings.append(section.title()).append('\n'));
    return headings.toString();
  }

  static Term key(String path) {
    return new Term(PATH, path);
  }
}
