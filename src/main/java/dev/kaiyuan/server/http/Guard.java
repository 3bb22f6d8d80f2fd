package dev.kaiyuan.server.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says who may ask. The name in {@code Host} must be one that this machine is known by, else a page
 * elsewhere could have its own name lead here and read the answers (DNS rebinding). Where there is
 * a token, it is needed too.
 */
final class Guard {
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[[0-9a-fA-F:.%]+]");
  private static final String BEARER = "Bearer ";

  private final Set<String> names;
  private final byte @Nullable [] token;
  private final String cookie;

  /**
   * Makes a guard.
   *
   * @param names what this machine is called, beside {@code localhost} and its addresses
   * @param token the token, or null where none is needed
   * @param port the port, by which servers on one machine differ
   */
  Guard(Set<String> names, @Nullable String token, int port) {
    this.names = names;
    this.token = token == null ? null : token.getBytes(StandardCharsets.UTF_8);
    this.cookie = "kaiyuan-" + port;
  }

  /** Makes a token that nobody guesses. */
  static String newToken() {
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  /** Whether a host's name is one of this machine's; whatever port follows it. */
  boolean knowsHost(@Nullable String host) {
    if (host == null) {
      return false;
    }
    String name = host.replaceFirst(":[0-9]*$", "").toLowerCase(Locale.ROOT);
    return name.equals("localhost") || ADDRESS.matcher(name).matches() || names.contains(name);
  }

  /** Whether a client may ask. */
  boolean admits(@Nullable String authorization, List<String> cookies) {
    if (token == null) {
      return true;
    }
    boolean admitted =
        authorization != null
            && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
            && isToken(authorization.substring(BEARER.length()).strip());
    for (String each : String.join(";", cookies).split(";")) {
      String pair = each.strip();
      admitted |= pair.startsWith(cookie + "=") && isToken(pair.substring(cookie.length() + 1));
    }
    return admitted;
  }

  /** Whether this is the token; compared in constant time. */
  boolean isToken(@Nullable String given) {
    return token != null
        && given != null
        && MessageDigest.isEqual(token, given.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns the header's value by which a browser keeps the token. */
  String cookie(String given) {
    return cookie + "=" + given + "; Path=/; HttpOnly; SameSite=Strict";
  }
}
