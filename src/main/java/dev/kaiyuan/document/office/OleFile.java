package dev.kaiyuan.document.office;

import dev.kaiyuan.document.FileProblem;
import dev.kaiyuan.document.FileProblem.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The container that office programs used until 2003, and use today for what is encrypted. */
final class OleFile {
  private static final byte[] MARK = {
    (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
  };
  private static final String ENCRYPTED = "EncryptedPackage";

  private OleFile() {}

  static boolean is(byte[] content) {
    return content.length > MARK.length
        && Arrays.equals(MARK, 0, MARK.length, content, 0, MARK.length);
  }

  /** Says why such a file cannot be read. */
  static FileProblem problem(byte[] content) {
    // Names in its directory are in UTF-16; each byte is a character here.
    String bytes = new String(content, StandardCharsets.ISO_8859_1);
    String name =
        new String(ENCRYPTED.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
    return bytes.contains(name) ? Kind.PASSWORD.alone() : Kind.VERSION.of("Office 97-2003");
  }
}
