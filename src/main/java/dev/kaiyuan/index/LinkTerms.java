package dev.kaiyuan.index;

import dev.kaiyuan.analysis.ChineseEnglishAnalyzer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The terms of the address of a link: the address with and without query and fragment, each folder
 * above it, its host and the domains above that, its file name with and without extension, and that
 * name from each hyphen on. All are without scheme and {@code www}, decoded and folded.
 */
public final class LinkTerms {
  private static final int LONGEST = 500;
  private static final int MOST_FOLDERS = 12;

  private LinkTerms() {}

  /** Returns the term for an address, or a part of one, as a person types or pastes it. */
  public static String key(String typed) {
    String address = ChineseEnglishAnalyzer.fold(decoded(typed.strip())).strip();
    int scheme = address.indexOf("://");
    if (scheme >= 0 && scheme < 12) {
      address = address.substring(scheme + 3);
    } else if (address.startsWith("mailto:") || address.startsWith("//")) {
      address = address.substring(address.startsWith("//") ? 2 : 7);
    }
    while (address.startsWith("../") || address.startsWith("./")) {
      address = address.substring(address.indexOf('/') + 1);
    }
    address = address.startsWith("www.") ? address.substring(4) : address;
    int end = address.length();
    while (end > 0 && "/#?".indexOf(address.charAt(end - 1)) >= 0) {
      end--;
    }
    int start = address.startsWith("/") && end > 1 ? 1 : 0;
    return address.substring(Math.min(start, end), Math.min(end, start + LONGEST));
  }

  private static String decoded(String typed) {
    if (typed.indexOf('%') < 0) {
      return typed;
    }
    try {
      // A plus sign is a space only in forms.
      String decoded = URLDecoder.decode(typed.replace("+", "%2B"), StandardCharsets.UTF_8);
      return decoded.indexOf('\uFFFD') < 0 ? decoded : typed;
    } catch (IllegalArgumentException e) {
      return typed;
    }
  }

  static Set<String> of(String address) {
    Set<String> terms = new LinkedHashSet<>();
    String whole = key(address);
    add(terms, whole);
    String page = cut(whole, '#');
    add(terms, page);
    page = key(cut(page, '?'));
    add(terms, page);
    int folders = 0;
    for (int slash = page.lastIndexOf('/');
        slash > 0 && folders++ < MOST_FOLDERS;
        slash = page.lastIndexOf('/', slash - 1)) {
      add(terms, page.substring(0, slash));
    }
    String host = cut(page, '/');
    boolean hasHost = address.toLowerCase(Locale.ROOT).contains("://") || address.startsWith("//");
    for (int dot = host.indexOf('.'); hasHost && dot > 0; dot = host.indexOf('.', dot + 1)) {
      if (host.indexOf('.', dot + 1) > 0) {
        add(terms, host.substring(dot + 1));
      }
    }
    addFile(terms, page.substring(page.lastIndexOf('/') + 1));
    return terms;
  }

  private static void addFile(Set<String> terms, String file) {
    add(terms, file);
    int dot = file.lastIndexOf('.');
    if (dot > 0) {
      add(terms, file.substring(0, dot));
    }
    for (int i = 1; i < file.length(); i++) {
      if (file.charAt(i - 1) == '-' || file.charAt(i - 1) == '_') {
        add(terms, file.substring(i));
      }
    }
  }

  private static String cut(String address, char at) {
    int end = address.indexOf(at);
    return end <= 0 ? address : address.substring(0, end);
  }

  private static void add(Set<String> terms, String term) {
    if (term.length() > 1) {
      terms.add(term);
    }
  }
}
