package dev.kaiyuan.meaning;

import dev.kaiyuan.document.Language;
import dev.kaiyuan.document.Section;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Turns texts into vectors that are the nearer to each other the more alike the texts are in what
 * they mean.
 *
 * <p>Each language has a model of its own, and their vectors can't be compared. Models and runtime
 * are optional dependencies: where they are not on the class path, what needs them throws a {@link
 * ModelException}. A model is loaded when it is first asked for, and stays. Thread-safe; whoever
 * wants to use several processors calls from several threads.
 */
public final class Embedder {
  /** How much of a text is embedded at the most; what is behind is cut off. */
  private static final int LEAD_TOKENS = 128;

  private static final int PASSAGE_TOKENS = 384;
  private static final int QUERY_TOKENS = 128;

  /** Is raised when texts are cut or stored in another way: then vectors are made anew. */
  private static final int RECIPE = 2;

  private final ModelFiles files;
  private final Map<EmbeddingModel, Integer> versions = new ConcurrentHashMap<>();
  private final Map<EmbeddingModel, ModelFiles.Ready> ready = new EnumMap<>(EmbeddingModel.class);

  Embedder(ClassLoader loader, Path cache) {
    files = new ModelFiles(new UnpackedFiles(loader, cache));
  }

  private static final class Shared {
    static final Embedder EMBEDDER =
        new Embedder(Embedder.class.getClassLoader(), UnpackedFiles.ofUser());
  }

  /** Returns the embedder that all of this process shares. */
  public static Embedder shared() {
    return Shared.EMBEDDER;
  }

  /** Whether there is a model that is made for a language. */
  public static boolean knows(Language language) {
    return EmbeddingModel.of(language) != null;
  }

  /** Returns what the model of a language is called, whether it is there or not. */
  public static String name(Language language) {
    return model(language).resource();
  }

  /**
   * Returns what tells the model of a language from others, and from other versions of it.
   *
   * @throws ModelException if it is not on the class path
   */
  public int version(Language language) throws ModelException {
    return version(model(language));
  }

  /** Returns what tells the models on the class path from others, and from other versions. */
  public Set<Integer> versions() {
    Set<Integer> all = new HashSet<>();
    for (EmbeddingModel model : EmbeddingModel.values()) {
      try {
        all.add(version(model));
      } catch (ModelException e) {
        // It is not there.
      }
    }
    return all;
  }

  /**
   * Whether an article has the vectors that it should have.
   *
   * @param language the article's language
   * @param made how its vectors were made, or null if it has none
   * @param depth how deep it should be embedded
   * @throws ModelException if the model of the language is not on the class path
   */
  public boolean isDone(Language language, ArticleVectors.@Nullable Recipe made, Depth depth)
      throws ModelException {
    if (depth == Depth.OFF || !knows(language)) {
      return made == null;
    }
    return made != null && made.depth() == depth && made.model() == version(language);
  }

  private int version(EmbeddingModel model) throws ModelException {
    Integer version = versions.get(model);
    if (version == null) {
      version = files.version(model) + RECIPE;
      versions.put(model, version);
    }
    return version;
  }

  /**
   * Returns the vector of a query.
   *
   * @param language the language whose model is asked, one that is {@linkplain #knows known}
   * @param query any text; what is behind the first 126 tokens is not looked at
   * @throws ModelException if the model can't be used
   */
  public TextVector query(Language language, String query) throws ModelException {
    return vector(model(language), query, QUERY_TOKENS);
  }

  /**
   * Returns the vectors of an article, for {@link ArticleVectors} to read.
   *
   * @param language the article's language, one that is {@linkplain #knows known}
   * @param title the article's title
   * @param text its text
   * @param sections its headings in the order of the text
   * @param depth how deep; not {@link Depth#OFF}
   * @throws ModelException if the model can't be used
   */
  public BytesRef article(
      Language language, String title, String text, List<Section> sections, Depth depth)
      throws IOException {
    EmbeddingModel model = model(language);
    if (depth == Depth.LEADS) {
      Passage lead = Passage.lead(title, text, sections);
      return ArticleVectors.encode(depth, embedded(model, List.of(lead), LEAD_TOKENS), List.of());
    }
    return ArticleVectors.encode(
        depth,
        embedded(model, Passage.all(title, text, sections), PASSAGE_TOKENS),
        embedded(model, Passage.parts(text, sections), PASSAGE_TOKENS));
  }

  private List<ArticleVectors.Embedded> embedded(
      EmbeddingModel model, List<Passage> passages, int most) throws ModelException {
    List<ArticleVectors.Embedded> embedded = new ArrayList<>(passages.size());
    for (Passage passage : passages) {
      embedded.add(new ArticleVectors.Embedded(passage, vector(model, passage.words(), most)));
    }
    return embedded;
  }

  private static EmbeddingModel model(Language language) {
    EmbeddingModel model = EmbeddingModel.of(language);
    if (model == null) {
      throw new IllegalArgumentException("no model for the language " + language);
    }
    return model;
  }

  private TextVector vector(EmbeddingModel model, String text, int most) throws ModelException {
    ModelFiles.Ready loaded = ready(model);
    try {
      float[] values = loaded.weights().embed(loaded.tokens().encode(text, most));
      return TextVector.of(version(model), values);
    } catch (IOException e) {
      throw new ModelException(ModelException.Problem.DAMAGED, model.resource(), e);
    }
  }

  private ModelFiles.Ready ready(EmbeddingModel model) throws ModelException {
    synchronized (ready) {
      ModelFiles.Ready known = ready.get(model);
      if (known == null) {
        known = files.read(model);
        ready.put(model, known);
      }
      return known;
    }
  }
}
