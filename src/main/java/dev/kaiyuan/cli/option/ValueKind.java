package dev.kaiyuan.cli.option;

import java.util.ArrayList;
import java.util.List;

/**
 * The kind of value that an option or an operand takes. It says how the value is read and how a
 * shell completes it.
 *
 * @param type the type of the value
 * @param completion what a shell offers
 * @param choices all values, where they are a closed set; else empty
 */
public record ValueKind<T>(Class<T> type, Completion completion, List<String> choices) {
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
    return new ValueKind<>(type, completion, List.of());
  }

  /** One of the constants of an enum, typed as their {@code toString} says. */
  public static <E extends Enum<E>> ValueKind<E> oneOf(Class<E> type) {
    List<String> choices = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      choices.add(constant.toString());
    }
    return new ValueKind<>(type, Completion.CHOICES, choices);
  }

  /** One of these words; which of them, the command checks. */
  public static ValueKind<String> oneOf(List<String> words) {
    return new ValueKind<>(String.class, Completion.CHOICES, words);
  }
}
