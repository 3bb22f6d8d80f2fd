package dev.kaiyuan.cluster;

import dev.kaiyuan.cluster.ClusterException.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The address of an index in a cluster: {@code https://host:9200/name}, with more nodes after
 * commas, each with or without {@code https://}. Immutable.
 *
 * @param nodes where the nodes answer, without a slash at the end; one after the other is tried
 * @param index the name of the index
 */
public record ClusterAddress(List<URI> nodes, String index) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,199}");
  private static final int PORT = 9200;

  public ClusterAddress {
    nodes = List.copyOf(nodes);
  }

  /** Whether something typed is meant as the address of a cluster, and not as a folder. */
  public static boolean isMeant(String typed) {
    String lower = typed.toLowerCase(Locale.ROOT);
    return lower.startsWith("https://") || lower.startsWith("http://");
  }

  /**
   * Reads an address.
   *
   * @throws ClusterException if it is none; it never shows what could be a password
   */
  public static ClusterAddress of(String typed) throws ClusterException {
    if (typed.contains("@")) {
      throw new ClusterException(Problem.SECRET_IN_ADDRESS);
    }
    String plain = typed.replaceFirst("/+$", "");
    int scheme = plain.indexOf("://");
    int hosts = plain.lastIndexOf("://") + 3;
    int slash = plain.indexOf('/', hosts);
    if (!isMeant(typed) || slash < 0) {
      throw new ClusterException(Problem.ADDRESS, typed);
    }
    int last = plain.lastIndexOf('/');
    String index = plain.substring(last + 1);
    if (!NAME.matcher(index).matches()) {
      throw new ClusterException(Problem.NAME, index);
    }
    List<URI> nodes = new ArrayList<>();
    for (String node : plain.substring(0, slash).split(",", -1)) {
      String whole = node.contains("://") ? node : plain.substring(0, scheme + 3) + node;
      nodes.add(node(whole + plain.substring(slash, last), typed));
    }
    return new ClusterAddress(nodes, index);
  }

  private static URI node(String text, String typed) throws ClusterException {
    try {
      URI uri = new URI(text);
      if (!isMeant(text)
          || uri.getHost() == null
          || uri.getQuery() != null
          || uri.getFragment() != null) {
        throw new ClusterException(Problem.ADDRESS, typed);
      }
      int port = uri.getPort() < 0 ? PORT : uri.getPort();
      String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
      return new URI(scheme, null, uri.getHost(), port, uri.getPath(), null, null);
    } catch (URISyntaxException e) {
      throw new ClusterException(e, Problem.ADDRESS, typed);
    }
  }

  /** Returns the nodes as a person lists them. */
  String listed() {
    List<String> names = new ArrayList<>();
    nodes.forEach(node -> names.add(node.toString()));
    return String.join(", ", names);
  }

  /** Returns the address as it may be typed. */
  @Override
  public String toString() {
    List<String> hosts = new ArrayList<>();
    for (URI node : nodes) {
      hosts.add(hosts.isEmpty() ? node.getScheme() + "://" + node.getAuthority() : other(node));
    }
    return String.join(",", hosts) + nodes.getFirst().getPath() + "/" + index;
  }

  private String other(URI node) {
    boolean same = node.getScheme().equals(nodes.getFirst().getScheme());
    return (same ? "" : node.getScheme() + "://") + node.getAuthority();
  }
}
