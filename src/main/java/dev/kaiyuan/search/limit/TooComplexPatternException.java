package dev.kaiyuan.search.limit;

import org.jspecify.annotations.Nullable;

/** Says that finding what matches a path pattern would take too much time and memory. */
public final class TooComplexPatternException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String pattern;

  public TooComplexPatternException(String pattern, @Nullable Throwable cause) {
    super("the path pattern " + pattern + " is too complex; use fewer ? after a *", cause);
    this.pattern = pattern;
  }

  /** Returns the pattern as it was given. */
  public String pattern() {
    return pattern;
  }
}
