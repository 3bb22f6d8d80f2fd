package dev.kaiyuan.document.office;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** References from one entry of an archive to another. */
final class EntryPath {
  private EntryPath() {}

  /** Returns the name of the entry that another one refers to; never one outside of the archive. */
  static String resolve(String from, String reference) {
    String plain = decoded(reference.replaceFirst("[#?].*", ""));
    List<String> parts = new ArrayList<>();
    if (!plain.startsWith("/")) {
      parts.addAll(List.of(from.split("/", -1)));
      parts.removeLast();
    }
    for (String part : plain.split("/")) {
      if (part.equals("..")) {
        if (!parts.isEmpty()) {
          parts.removeLast();
        }
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    return String.join("/", parts);
  }

  private static String decoded(String reference) {
    try {
      return URLDecoder.decode(reference.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return reference;
    }
  }
}
