package dev.kaiyuan.cluster;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells why an index in a cluster cannot be used, in one line for a person; never a secret. */
public final class ClusterException extends IOException {
  private static final long serialVersionUID = 1L;

  /** What can be the matter; {@code %s} are the {@link #details}. */
  public enum Problem {
    /** The address is none of an index in a cluster. */
    ADDRESS("%s is no address of an index in a cluster, as https://host:9200/name is"),
    /** The address holds a name or a password. */
    SECRET_IN_ADDRESS("a name or password does not belong in an address"),
    /** OpenSearch takes no index of this name. */
    NAME("%s cannot be the name of an index: small letters, digits, - and _ can"),
    /** Both a user and a token are given. */
    LOGIN_TWICE("%s: give a user or a token, not both"),
    /** A user or a password is missing, or the user has a colon. */
    LOGIN_HALF("%s: a user, without a colon, and a password go together"),
    /** The token is not one word. */
    LOGIN_TOKEN("%s: a token is one word of ASCII"),
    /** A line of the file with the password is wrong. */
    LOGIN_LINE("%s: its lines are user = ..., password = ... or token = ..."),
    /** A file of authorities holds none. */
    AUTHORITY("%s is no certificate of an authority as PEM: %s"),
    /** The time limit is no such number. */
    TIMEOUT("%s takes 1 to %s seconds"),
    /** Others may read the file with the password. */
    OPEN_FILE("other people may read %s, which holds a password: chmod 600"),
    /** A password would be sent without encryption. */
    PLAIN_PASSWORD("a password is not sent to %s without encryption: use https://"),
    /** No node can be reached. */
    UNREACHABLE("no node of the cluster can be reached: %s: %s"),
    /** No node answers in time. */
    SLOW("the cluster at %s did not answer within %s s"),
    /** The certificate of a node is not to be trusted. */
    CERTIFICATE("the certificate of %s is not trusted: %s"),
    /** The name, the password or the token is wrong or missing. */
    LOGIN("the cluster at %s refuses the name and password, or the token"),
    /** The user may not do this. */
    FORBIDDEN("the user may not do this with %s: %s"),
    /** There is no such index. */
    NO_INDEX("there is no index %s"),
    /** What answers is no OpenSearch. */
    NO_CLUSTER("what answers at %s is no OpenSearch"),
    /** The nodes lack the plugin. */
    NO_PLUGIN("the nodes at %s lack the plugin kaiyuan-opensearch"),
    /** The plugin speaks another protocol. */
    PROTOCOL("the plugin at %s is of another version: it speaks protocol %s, and this program %s"),
    /** Another version of Kaiyuan made the index. */
    SCHEMA("the index %s was made by another version of Kaiyuan"),
    /** The index is none of Kaiyuan's. */
    FOREIGN("the index %s is none of Kaiyuan's"),
    /** No copy of a shard answers in time. */
    SLOW_SHARD("a part of %s did not answer in time: %s"),
    /** A shard has no copy that answers. */
    RED("a part of %s has no copy that answers: %s"),
    /** The disk of a node is so full that the cluster takes no more. */
    DISK_FULL("the disks of the cluster are full: %s takes no more articles"),
    /** The cluster has too much to do. */
    BUSY("the cluster has too much to do for %s: %s"),
    /** Some files were refused; all others are there. */
    FILES_REFUSED("%s files were refused by %s, the first: %s"),
    /** The cluster refused something else. */
    REFUSED("the cluster refuses this of %s: %s"),
    /** The folder's name in the index is another person's. */
    TAKEN("the index holds %s of %s (%s)"),
    /** The index holds nothing from this machine. */
    NO_FOLDERS("the index %s holds no folder of this machine"),
    /** Words of one's own are chosen when the index is created. */
    WORDS("the words of %s were chosen when it was created"),
    /** The number of shards is chosen when the index is created. */
    SHARDS("the number of shards of %s was chosen when it was created"),
    /** Making the index anew would drop what other people put into it. */
    SHARED("the index %s holds folders of %s, which would be lost");

    private final String sentence;

    Problem(String sentence) {
      this.sentence = sentence;
    }
  }

  private final Problem problem;
  private final transient List<String> details;

  ClusterException(Problem problem, String... details) {
    this(null, problem, details);
  }

  ClusterException(@Nullable Throwable cause, Problem problem, String... details) {
    super(problem.sentence.formatted((Object[]) details), cause);
    this.problem = problem;
    this.details = List.of(details);
  }

  /** Returns what is the matter. */
  public Problem problem() {
    return problem;
  }

  /** Returns what fills the sentence of the problem. */
  public List<String> details() {
    return details;
  }
}
