package dev.kaiyuan.document.office;

import dev.kaiyuan.document.reader.ArticleWriter;
import java.io.IOException;
import java.util.List;

/**
 * The part of an Office Open XML archive that holds the document.
 *
 * @param name the part's path in the archive
 * @param relations the other parts to which it refers
 */
record MainPart(String name, Relations relations) {
  /**
   * Reads the archive's properties, and finds the part.
   *
   * @param usual the part's path where the archive names none
   */
  static MainPart open(ZipArchive archive, String usual, ArticleWriter to) throws IOException {
    Relations root = Relations.of(archive, "", to);
    for (String core : root.ofType("core-properties")) {
      DublinCore.read(archive, core, to);
    }
    List<String> named = root.ofType("officeDocument");
    String name = named.isEmpty() ? usual : named.getFirst();
    return new MainPart(name, Relations.of(archive, name, to));
  }
}
