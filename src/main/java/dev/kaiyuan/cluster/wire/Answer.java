package dev.kaiyuan.cluster.wire;

import dev.kaiyuan.index.IndexedFiles;
import dev.kaiyuan.meaning.Depth;
import dev.kaiyuan.search.StoredArticle;
import dev.kaiyuan.search.snippet.MarkedWord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the plugin sends back, where the library has no type for it. */
public sealed interface Answer {
  /**
   * Which versions the plugin has.
   *
   * @param protocol see {@link Endpoint#PROTOCOL}
   * @param schema see {@link dev.kaiyuan.index.IndexSchema#VERSION}
   * @param program the version of the program
   * @param commit a short text, another one after whatever changes what searches see
   * @param meaning how deep the articles of the index are to be embedded
   */
  record Version(int protocol, String schema, String program, String commit, Depth meaning)
      implements Answer {}

  /**
   * An article.
   *
   * @param article the article, or null if the index holds none of the path
   */
  record Article(@Nullable StoredArticle article) implements Answer {}

  /**
   * Paths or words.
   *
   * @param names the names, in order
   */
  record Names(List<String> names) implements Answer {
    /** Copies the list. */
    public Names {
      names = List.copyOf(names);
    }
  }

  /**
   * The words of an index beside those that come with the program.
   *
   * @param own the lines of a {@link dev.kaiyuan.analysis.segmenter.UserDictionary}; may be empty
   */
  record Words(String own) implements Answer {}

  /**
   * What marks a query.
   *
   * @param words the terms to highlight
   * @param own as in {@link Words}
   */
  record Marker(List<MarkedWord> words, String own) implements Answer {
    /** Copies the list. */
    public Marker {
      words = List.copyOf(words);
    }
  }

  /**
   * What an index knows of files.
   *
   * @param files the files, in order
   * @param last whether there are no more behind them
   */
  record Files(List<IndexedFiles.File> files, boolean last) implements Answer {
    /** Copies the list. */
    public Files {
      files = List.copyOf(files);
    }
  }
}
