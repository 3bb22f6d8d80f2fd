package dev.kaiyuan.cli.option;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine.TypeConversionException;

/**
 * The kind of value that an option or an operand takes. It says how the value is read and how a
 * shell completes it.
 *
 * @param type the type of the value
 * @param completion what a shell offers
 * @param values the values by what is typed for them, where they are a closed set; else empty
 */
public record ValueKind<T>(Class<T> type, Completion completion, Map<String, T> values) {
  /** What a shell offers for a value. */
  public enum Completion {
    NOTHING,
    FILES,
    FOLDERS,
    CHOICES
  }

  public static final ValueKind<String> TEXT = of(String.class, Completion.NOTHING);
  public static final ValueKind<Integer> NUMBER = of(Integer.class, Completion.NOTHING);

  /** A file, or a folder where a command takes both. */
  public static final ValueKind<String> FILE = of(String.class, Completion.FILES);

  public static final ValueKind<String> FOLDER = of(String.class, Completion.FOLDERS);

  /** An option without a value. */
  public static final ValueKind<Boolean> FLAG = of(Boolean.class, Completion.NOTHING);

  private static <T> ValueKind<T> of(Class<T> type, Completion completion) {
    return new ValueKind<>(type, completion, Map.of());
  }

  /** One of the constants of an enum, typed as their {@code toString} in lower case. */
  public static <E extends Enum<E>> ValueKind<E> oneOf(Class<E> type) {
    return oneOf(type, constant -> constant.toString().toLowerCase(Locale.ROOT));
  }

  /**
   * One of the constants of an enum.
   *
   * @param typed returns what is typed for a constant, in lower case
   */
  public static <E extends Enum<E>> ValueKind<E> oneOf(Class<E> type, Function<E, String> typed) {
    Map<String, E> values = new LinkedHashMap<>();
    for (E constant : type.getEnumConstants()) {
      values.put(typed.apply(constant), constant);
    }
    return new ValueKind<>(type, Completion.CHOICES, values);
  }

  /** One of these words; which of them, the command checks. */
  public static ValueKind<String> oneOf(List<String> words) {
    Map<String, String> values = new LinkedHashMap<>();
    words.forEach(word -> values.put(word, word));
    return new ValueKind<>(String.class, Completion.CHOICES, values);
  }

  /** Returns what can be typed, where that is a closed set; else an empty list. */
  public List<String> choices() {
    return List.copyOf(values.keySet());
  }

  /**
   * Returns the constant of an enum that was typed, in upper or lower case.
   *
   * @throws TypeConversionException if there is none
   */
  T constant(String typed) {
    T constant = values.get(typed.toLowerCase(Locale.ROOT));
    if (constant == null) {
      throw new TypeConversionException("no " + type.getSimpleName() + ": " + typed);
    }
    return constant;
  }
}
