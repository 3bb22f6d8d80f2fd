package dev.kaiyuan;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;

/**
 * Counts what code does that {@link CountingClassLoader} loaded: each call, each turn of a loop,
 * and each character that a method of the JDK looks at or copies. Unlike time, the count is the
 * same on every machine. Not thread-safe.
 */
public final class WorkCounter {
  /** References to objects that are copied in the time of one step. */
  private static final int COPIED_AT_ONCE = 16;

  private static long count;

  private WorkCounter() {}

  /** Returns the count so far. */
  public static long count() {
    return count;
  }

  /** Counts a call, or a turn of a loop. */
  public static void step() {
    count++;
  }

  /** Counts what is copied where a collection is made of another. */
  public static void copied(Collection<?> from) {
    count += from.size() / COPIED_AT_ONCE;
  }

  // Each of the following stands in for the method of the JDK that has its name and parameters.

  public static int indexOf(String text, int c) {
    return looked(text.indexOf(c), 0, text.length());
  }

  public static int indexOf(String text, int c, int from) {
    return looked(text.indexOf(c, from), from, text.length());
  }

  public static int indexOf(String text, int c, int from, int end) {
    return looked(text.indexOf(c, from, end), from, end);
  }

  public static int indexOf(String text, String mark) {
    return looked(text.indexOf(mark), 0, text.length());
  }

  public static int indexOf(String text, String mark, int from) {
    return looked(text.indexOf(mark, from), from, text.length());
  }

  public static int indexOf(StringBuilder text, String mark, int from) {
    return looked(text.indexOf(mark, from), from, text.length());
  }

  public static int lastIndexOf(String text, int c) {
    int found = text.lastIndexOf(c);
    count += text.length() - found;
    return found;
  }

  public static boolean contains(String text, CharSequence mark) {
    return looked(text.indexOf(mark.toString()), 0, text.length()) >= 0;
  }

  public static String substring(String text, int start) {
    count += text.length() - start;
    return text.substring(start);
  }

  public static String substring(String text, int start, int end) {
    count += end - start;
    return text.substring(start, end);
  }

  public static CharSequence subSequence(CharSequence text, int start, int end) {
    count += end - start;
    return text.subSequence(start, end);
  }

  public static String replace(String text, CharSequence old, CharSequence with) {
    count += text.length();
    return text.replace(old, with);
  }

  public static String strip(String text) {
    count += text.length();
    return text.strip();
  }

  public static String trim(String text) {
    count += text.length();
    return text.trim();
  }

  public static char[] toCharArray(String text) {
    count += text.length();
    return text.toCharArray();
  }

  public static String[] split(String text, String at, int limit) {
    count += text.length();
    return text.split(at, limit);
  }

  public static String toString(StringBuilder text) {
    count += text.length();
    return text.toString();
  }

  public static StringBuilder append(StringBuilder text, String more) {
    count += String.valueOf(more).length();
    return text.append(more);
  }

  public static StringBuilder append(StringBuilder text, CharSequence more) {
    count += String.valueOf(more).length();
    return text.append(more);
  }

  public static boolean addAll(List<Object> to, Collection<?> from) {
    count += from.size() / COPIED_AT_ONCE;
    return to.addAll(from);
  }

  public static StringBuilder append(StringBuilder text, CharSequence more, int start, int end) {
    count += end - start;
    return text.append(more, start, end);
  }

  public static StringBuilder insert(StringBuilder text, int at, String more) {
    count += text.length() - at;
    return text.insert(at, more);
  }

  public static boolean find(Matcher matcher) {
    boolean found = matcher.find();
    count += found ? matcher.end() - matcher.start() : matcher.regionEnd() - matcher.regionStart();
    return found;
  }

  public static boolean matches(Matcher matcher) {
    boolean found = matcher.matches();
    count += matcher.regionEnd() - matcher.regionStart();
    return found;
  }

  private static int looked(int found, int from, int end) {
    count += Math.max(0, (found < 0 ? end : found) - from);
    return found;
  }
}
