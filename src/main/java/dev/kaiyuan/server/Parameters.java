package dev.kaiyuan.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names and values that a door was given, checked as they are read.
 *
 * <pre>{@code
 * Parameters.of(Map.of("q", List.of("开源"), "limit", List.of("5"))).number("limit", 10, 1, 100)
 * }</pre>
 */
public final class Parameters {
  private static final int MOST_SHOWN = 60;

  private final Map<String, List<String>> values;

  private Parameters(Map<String, List<String>> values) {
    this.values = values;
  }

  /** Returns parameters of these values; those of a name in their order. */
  public static Parameters of(Map<String, List<String>> values) {
    return new Parameters(new LinkedHashMap<>(values));
  }

  /**
   * Refuses every name but some.
   *
   * @throws WrongParameterException if there is another
   */
  public void allowOnly(Set<String> names) {
    for (String name : values.keySet()) {
      if (!names.contains(name)) {
        String all = String.join(", ", names.stream().sorted().toList());
        throw new WrongParameterException("error.parameter", shortened(name), all);
      }
    }
  }

  /** Returns all values of a name that are not empty. */
  List<String> all(String name) {
    List<String> given = new ArrayList<>(values.getOrDefault(name, List.of()));
    given.removeIf(String::isEmpty);
    return given;
  }

  /** Returns the first value of a name, or null. */
  public @Nullable String first(String name) {
    List<String> given = values.getOrDefault(name, List.of());
    return given.isEmpty() ? null : given.getFirst();
  }

  /** Returns the value of a name, or null where it is not given or empty. */
  @Nullable String text(String name) {
    List<String> given = all(name);
    if (given.size() > 1) {
      throw new WrongParameterException("error.parameter-twice", name);
    }
    return given.isEmpty() ? null : given.getFirst();
  }

  /** Returns the value of a name that must be given. */
  String required(String name) {
    String given = text(name);
    if (given == null || given.isBlank()) {
      throw new WrongParameterException("error.parameter-missing", name);
    }
    return given.strip();
  }

  /**
   * Returns a whole number between two others.
   *
   * @throws WrongParameterException if it is none
   */
  public int number(String name, int otherwise, int least, int most) {
    String given = text(name);
    if (given == null) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(given);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new WrongParameterException("error.not-number", name, shortened(given));
    }
    throw new WrongParameterException("error.number", name, least, most, given);
  }

  /** Returns one of a closed set. */
  String choice(String name, String otherwise, List<String> choices) {
    String given = text(name);
    if (given != null && !choices.contains(given)) {
      String all = String.join(", ", choices);
      throw new WrongParameterException("error.choice", name, all, shortened(given));
    }
    return given == null ? otherwise : given;
  }

  /** Returns whether something is wanted. */
  boolean flag(String name, boolean otherwise) {
    return choice(name, Boolean.toString(otherwise), List.of("true", "false")).equals("true");
  }

  /** Returns a value as an error message repeats it, cut where it is long. */
  static String shortened(String value) {
    return value.length() <= MOST_SHOWN ? value : value.substring(0, MOST_SHOWN) + "…";
  }
}
