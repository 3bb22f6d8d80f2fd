package dev.kaiyuan.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kaiyuan.cluster.ClusterException.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * How a program proves to a cluster who it is, and the cluster to it. Immutable.
 *
 * <p>It comes from variables of the environment, where no listing of processes shows it:
 *
 * <ul>
 *   <li>{@code KAIYUAN_CLUSTER_USER} and {@code KAIYUAN_CLUSTER_PASSWORD}, or {@code
 *       KAIYUAN_CLUSTER_TOKEN};
 *   <li>{@code KAIYUAN_CLUSTER_LOGIN}: a file instead, which only its owner may read, of lines
 *       {@code user = …} and {@code password = …}, or {@code token = …};
 *   <li>{@code KAIYUAN_CLUSTER_CA}: a file of certificates, as PEM, of authorities to trust instead
 *       of those that Java knows;
 *   <li>{@code KAIYUAN_CLUSTER_TIMEOUT}: the seconds after which a question is given up, 30
 *       without.
 * </ul>
 */
public final class ClusterAccess {
  private static final String PREFIX = "KAIYUAN_CLUSTER_";
  private static final String LOGIN = PREFIX + "LOGIN";
  private static final String AUTHORITY = PREFIX + "CA";
  private static final String TIMEOUT = PREFIX + "TIMEOUT";
  private static final int USUAL_SECONDS = 30;
  private static final int MOST_SECONDS = 3600;

  private final @Nullable String authorization;
  private final @Nullable SSLContext trust;
  private final Duration timeout;

  private ClusterAccess(
      @Nullable String authorization, @Nullable SSLContext trust, Duration timeout) {
    this.authorization = authorization;
    this.trust = trust;
    this.timeout = timeout;
  }

  /**
   * Reads variables.
   *
   * @param variables those of the environment
   * @param folder the folder from which paths in them lead
   * @throws ClusterException if a value or a file is not what it should be
   */
  public static ClusterAccess of(Map<String, String> variables, Path folder) throws IOException {
    String login = variables.getOrDefault(LOGIN, "");
    String authority = variables.getOrDefault(AUTHORITY, "");
    return new ClusterAccess(
        login.isEmpty() ? ofVariables(variables) : ofFile(folder.resolve(login)),
        authority.isEmpty() ? null : TrustedAuthorities.of(folder.resolve(authority)),
        Duration.ofSeconds(seconds(variables.getOrDefault(TIMEOUT, ""))));
  }

  private static @Nullable String ofVariables(Map<String, String> variables)
      throws ClusterException {
    return authorization(
        PREFIX + "USER, " + PREFIX + "PASSWORD",
        variables.getOrDefault(PREFIX + "USER", ""),
        variables.getOrDefault(PREFIX + "PASSWORD", ""),
        variables.getOrDefault(PREFIX + "TOKEN", ""));
  }

  private static @Nullable String ofFile(Path file) throws IOException {
    refuseOpen(file);
    Map<String, String> values = new HashMap<>();
    for (String line : Files.readAllLines(file, UTF_8)) {
      String text = line.strip();
      int equals = text.indexOf('=');
      if (!text.isEmpty() && !text.startsWith("#")) {
        String key = equals < 0 ? "" : text.substring(0, equals).strip();
        if (!Set.of("user", "password", "token").contains(key)) {
          throw new ClusterException(Problem.LOGIN_LINE, file.toString());
        }
        values.put(key, text.substring(equals + 1).strip());
      }
    }
    return authorization(
        file.toString(),
        values.getOrDefault("user", ""),
        values.getOrDefault("password", ""),
        values.getOrDefault("token", ""));
  }

  /** Where the system has no such permissions, the file's owner answers for it. */
  private static void refuseOpen(Path file) throws IOException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    for (PosixFilePermission each : Files.getPosixFilePermissions(file)) {
      if (!each.name().startsWith("OWNER_")) {
        throw new ClusterException(Problem.OPEN_FILE, file.toString());
      }
    }
  }

  private static @Nullable String authorization(
      String from, String user, String password, String token) throws ClusterException {
    if (!token.isEmpty() && !user.isEmpty()) {
      throw new ClusterException(Problem.LOGIN_TWICE, from);
    }
    if (!token.isEmpty()) {
      if (!token.chars().allMatch(c -> c > ' ' && c < 127)) {
        throw new ClusterException(Problem.LOGIN_TOKEN, from);
      }
      return "Bearer " + token;
    }
    if (user.isEmpty() != password.isEmpty() || user.contains(":")) {
      throw new ClusterException(Problem.LOGIN_HALF, from);
    }
    String both = user + ":" + password;
    return user.isEmpty()
        ? null
        : "Basic " + Base64.getEncoder().encodeToString(both.getBytes(UTF_8));
  }

  private static int seconds(String typed) throws ClusterException {
    if (typed.isEmpty()) {
      return USUAL_SECONDS;
    }
    int seconds = typed.matches("[0-9]{1,4}") ? Integer.parseInt(typed) : 0;
    if (seconds < 1 || seconds > MOST_SECONDS) {
      throw new ClusterException(Problem.TIMEOUT, TIMEOUT, Integer.toString(MOST_SECONDS));
    }
    return seconds;
  }

  /** Returns the value of the header {@code Authorization}, or null. */
  @Nullable String authorization() {
    return authorization;
  }

  /** Returns the authorities to trust, or null for those that Java knows. */
  @Nullable SSLContext trust() {
    return trust;
  }

  /** Returns the time after which a question is given up. */
  Duration timeout() {
    return timeout;
  }
}
