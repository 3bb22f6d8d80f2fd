package dev.kaiyuan.cluster;

import dev.kaiyuan.index.CommitData;
import dev.kaiyuan.index.folder.ArticlePaths;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

/**
 * What one person put into an index from one folder of one machine. Files are named relative to
 * that folder, as in the index of a folder that lies in it.
 *
 * @param who the person and the machine, as {@code ann@laptop}
 * @param base the folder that names are relative to, absolute
 * @param values what a commit of a folder's index says of itself, without its words
 */
public record Source(String who, String base, Map<String, String> values) {
  public Source {
    values = Map.copyOf(values);
  }

  /** Returns the source of this person for names that are relative to a folder, still empty. */
  static Source mine(Path base) {
    return new Source(Person.name(), base.toString(), Map.of());
  }

  /** Returns the id of its document: nobody else writes it. */
  String id() {
    try {
      byte[] bytes = (who + "\n" + base).getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Whether this person put it there, from this machine. */
  public boolean isMine() {
    return who.equals(Person.name());
  }

  /** Returns the names of files, for the machine that they lie on. */
  public ArticlePaths paths() {
    return ArticlePaths.below(Path.of(base));
  }

  CommitData commit() {
    return new CommitData(values);
  }

  /** Returns the names of its folders and files. */
  public Set<String> roots() {
    return commit().roots();
  }

  Source with(CommitData data) {
    return new Source(who, base, data.withoutWords().values());
  }

  /** Returns what it says without some folders, and with others. */
  Source withRoots(Set<String> roots) {
    return with(commit().withRoots(roots));
  }
}
