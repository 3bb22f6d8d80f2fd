package dev.kaiyuan.index.folder;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pattern for one part of a path, as the manual of {@code gitignore} has it: {@code *}, {@code
 * ?}, {@code [a-z]}, {@code [!a-z]}, {@code [[:digit:]]}, and a backslash that takes a sign
 * literally. Matching takes no longer than the product of both lengths, whatever the pattern.
 * Immutable.
 */
public final class Glob {
  private final String pattern;
  private final List<@Nullable CharacterSet> places = new ArrayList<>();

  Glob(String pattern) {
    this.pattern = pattern;
    for (int p = 0; p < pattern.length(); ) {
      p = parse(p);
    }
  }

  /** Returns what each place matches: one character of a set, or with null any number of any. */
  public List<@Nullable CharacterSet> places() {
    return Collections.unmodifiableList(places);
  }

  /** Adds the place that begins at an offset of the pattern; returns the offset after it. */
  private int parse(int start) {
    int sign = pattern.codePointAt(start);
    int next = start + Character.charCount(sign);
    switch (sign) {
      case '*' -> places.add(null);
      case '?' -> places.add(CharacterSet.ANY);
      case '[' -> next = parseBracket(next);
      case '\\' -> {
        if (next == pattern.length()) {
          places.add(CharacterSet.NONE);
        } else {
          sign = pattern.codePointAt(next);
          next += Character.charCount(sign);
          places.add(CharacterSet.of(sign));
        }
      }
      default -> places.add(CharacterSet.of(sign));
    }
    return next;
  }

  /** A bracket that is not closed matches nothing. */
  private int parseBracket(int start) {
    int p = start;
    boolean negated =
        p < pattern.length() && (pattern.charAt(p) == '!' || pattern.charAt(p) == '^');
    if (negated) {
      p++;
    }
    List<CharacterSet.Range> ranges = new ArrayList<>();
    for (int first = p; p < pattern.length(); ) {
      if (pattern.charAt(p) == ']' && p > first) {
        places.add(new CharacterSet(ranges, negated));
        return p + 1;
      }
      int classEnd = pattern.startsWith("[:", p) ? pattern.indexOf(":]", p + 2) : -1;
      if (classEnd > 0) {
        ranges.addAll(CharacterSet.ofClass(pattern.substring(p + 2, classEnd)));
        p = classEnd + 2;
        continue;
      }
      p = literal(p);
      if (p >= pattern.length()) {
        break;
      }
      int low = pattern.codePointAt(p);
      int high = low;
      p += Character.charCount(low);
      if (p + 1 < pattern.length() && pattern.charAt(p) == '-' && pattern.charAt(p + 1) != ']') {
        p = literal(p + 1);
        if (p >= pattern.length()) {
          break;
        }
        high = pattern.codePointAt(p);
        p += Character.charCount(high);
      }
      ranges.add(new CharacterSet.Range(low, high));
    }
    places.add(CharacterSet.NONE);
    return pattern.length();
  }

  private int literal(int p) {
    return pattern.charAt(p) == '\\' ? p + 1 : p;
  }

  boolean matches(String name) {
    int p = 0;
    int n = 0;
    int star = -1;
    int taken = 0;
    while (n < name.length()) {
      int c = name.codePointAt(n);
      CharacterSet place = p < places.size() ? places.get(p) : CharacterSet.NONE;
      if (place == null) {
        star = p++;
        taken = n;
      } else if (place.contains(c)) {
        p++;
        n += Character.charCount(c);
      } else if (star >= 0) {
        taken += Character.charCount(name.codePointAt(taken));
        n = taken;
        p = star + 1;
      } else {
        return false;
      }
    }
    while (p < places.size() && places.get(p) == null) {
      p++;
    }
    return p == places.size();
  }
}
