package dev.kaiyuan.meaning;

import dev.kaiyuan.document.Language;
import org.jspecify.annotations.Nullable;

/** The models that Kaiyuan knows to use: one for each language that it reads. */
enum EmbeddingModel {
  /** BAAI's small Chinese model: the vector of the first token; accents are as they are. */
  CHINESE("bge-small-zh-v1.5-q", true, true),

  /** The sentence transformers' small English model: the mean of all tokens' vectors. */
  ENGLISH("all-minilm-l6-v2-q", false, false);

  private final String resource;
  private final boolean accents;
  private final boolean firstToken;

  EmbeddingModel(String resource, boolean accents, boolean firstToken) {
    this.resource = resource;
    this.accents = accents;
    this.firstToken = firstToken;
  }

  /** Returns the model that is made for a language, or null where there is none. */
  static @Nullable EmbeddingModel of(Language language) {
    return switch (language) {
      case CHINESE -> CHINESE;
      case ENGLISH -> ENGLISH;
      case OTHER -> null;
    };
  }

  /** The model's name, with which the names of its files in its jar begin. */
  String resource() {
    return resource;
  }

  /** Whether its tokens keep their accents. */
  boolean keepsAccents() {
    return accents;
  }

  /** Whether a text's vector is that of its first token, and not the mean of all. */
  boolean usesFirstToken() {
    return firstToken;
  }
}
