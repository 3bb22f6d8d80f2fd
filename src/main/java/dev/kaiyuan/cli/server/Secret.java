package dev.kaiyuan.cli.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * A secret that only processes of this user can read.
 *
 * @param text 64 hexadecimal digits
 */
record Secret(String text) {
  static Secret make() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return new Secret(HexFormat.of().formatHex(bytes));
  }

  /** Compares in constant time, so that the time does not leak the secret. */
  void require(String said) throws IOException {
    byte[] right = text.getBytes(StandardCharsets.US_ASCII);
    if (!MessageDigest.isEqual(right, said.getBytes(StandardCharsets.UTF_8))) {
      throw new IOException("wrong secret");
    }
  }

  @Override
  public String toString() {
    return "secret";
  }
}
