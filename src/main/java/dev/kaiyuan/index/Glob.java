package dev.kaiyuan.index;

import java.util.Locale;

/**
 * A pattern for one part of a path, as the manual of {@code gitignore} has it: {@code *}, {@code
 * ?}, {@code [a-z]}, {@code [!a-z]}, {@code [[:digit:]]}, and a backslash that takes a sign
 * literally. Takes no longer than the product of both lengths, whatever the pattern.
 */
final class Glob {
  private final String pattern;

  Glob(String pattern) {
    this.pattern = pattern;
  }

  boolean matches(String name) {
    int p = 0;
    int n = 0;
    int star = -1;
    int taken = 0;
    while (n < name.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        taken = n;
        continue;
      }
      int next = p < pattern.length() ? step(p, name.codePointAt(n)) : -1;
      if (next >= 0) {
        p = next;
        n += Character.charCount(name.codePointAt(n));
      } else if (star >= 0) {
        taken += Character.charCount(name.codePointAt(taken));
        n = taken;
        p = star + 1;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }

  /** The place in the pattern behind what matches one character at a place, or -1. */
  private int step(int p, int c) {
    int sign = pattern.codePointAt(p);
    int next = p + Character.charCount(sign);
    switch (sign) {
      case '?':
        return next;
      case '[':
        return bracket(next, c);
      case '\\':
        if (next == pattern.length()) {
          return -1;
        }
        sign = pattern.codePointAt(next);
        next += Character.charCount(sign);
        break;
      default:
        break;
    }
    return sign == c ? next : -1;
  }

  private int bracket(int start, int c) {
    int p = start;
    boolean negated =
        p < pattern.length() && (pattern.charAt(p) == '!' || pattern.charAt(p) == '^');
    if (negated) {
      p++;
    }
    boolean met = false;
    for (int first = p; p < pattern.length(); ) {
      if (pattern.charAt(p) == ']' && p > first) {
        return met != negated ? p + 1 : -1;
      }
      int classEnd = pattern.startsWith("[:", p) ? pattern.indexOf(":]", p + 2) : -1;
      if (classEnd > 0) {
        met |= isOf(pattern.substring(p + 2, classEnd), c);
        p = classEnd + 2;
        continue;
      }
      p = literal(p);
      if (p >= pattern.length()) {
        return -1;
      }
      int low = pattern.codePointAt(p);
      int high = low;
      p += Character.charCount(low);
      if (p + 1 < pattern.length() && pattern.charAt(p) == '-' && pattern.charAt(p + 1) != ']') {
        p = literal(p + 1);
        if (p >= pattern.length()) {
          return -1;
        }
        high = pattern.codePointAt(p);
        p += Character.charCount(high);
      }
      met |= low <= c && c <= high;
    }
    return -1;
  }

  private int literal(int p) {
    return pattern.charAt(p) == '\\' ? p + 1 : p;
  }

  /** The classes of POSIX, as far as a name in ASCII goes. */
  private static boolean isOf(String name, int c) {
    boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    boolean digit = c >= '0' && c <= '9';
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "alnum" -> letter || digit;
      case "alpha" -> letter;
      case "blank" -> c == ' ' || c == '\t';
      case "cntrl" -> c < ' ' || c == 0x7F;
      case "digit" -> digit;
      case "graph" -> c > ' ' && c < 0x7F;
      case "lower" -> c >= 'a' && c <= 'z';
      case "print" -> c >= ' ' && c < 0x7F;
      case "punct" -> c > ' ' && c < 0x7F && !letter && !digit;
      case "space" -> c == ' ' || c >= '\t' && c <= '\r';
      case "upper" -> c >= 'A' && c <= 'Z';
      case "xdigit" -> digit || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
      default -> false;
    };
  }
}
