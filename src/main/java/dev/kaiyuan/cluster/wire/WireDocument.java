package dev.kaiyuan.cluster.wire;

import dev.kaiyuan.document.Article;
import dev.kaiyuan.document.FileProblem;
import dev.kaiyuan.index.folder.FileStamp;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * One file as a cluster is to index it: the value of {@link #FIELD} in a document of its own.
 *
 * @param path the file as the index holds it
 * @param root the folder of the index in which the file lies
 * @param stamp tells that the file has not been touched
 * @param hash tells its content from another
 * @param article the article, or null if the file holds none
 * @param skipped why it holds none, or null
 * @param vectors the article's vectors, for {@code ArticleVectors} to read, or null if it has none
 */
public record WireDocument(
    String path,
    String root,
    FileStamp stamp,
    long hash,
    @Nullable Article article,
    @Nullable FileProblem skipped,
    byte @Nullable [] vectors) {
  /** The field of a document in the cluster that holds a file. */
  public static final String FIELD = "article";

  /** The type of that field in the mapping. */
  public static final String TYPE = "kaiyuan_article";

  /** The key in the mapping's {@code _meta} that holds the values of a {@code CommitData}. */
  public static final String META = "kaiyuan";

  /** OpenSearch takes no longer id. */
  private static final int LONGEST_ID = 512;

  /** Checks that it is an article or says why not. */
  public WireDocument {
    if ((article == null) == (skipped == null)) {
      throw new IllegalArgumentException("a file holds an article, or is skipped: " + path);
    }
  }

  /** Returns the id of the document of a file: its path, or a hash of a very long one. */
  public static String id(String path) {
    byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
    if (bytes.length <= LONGEST_ID && !path.isEmpty()) {
      return path;
    }
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return "sha256:" + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
