package dev.kaiyuan.output.html;

import org.jspecify.annotations.Nullable;

/** Where the links and images of an article lead on the page that shows it. */
public interface Links {
  /** Returns the address of the page's view of another article, or null if the index has none. */
  @Nullable String article(String relative);

  /** Returns the address of an image that the page may show, or null. */
  @Nullable String image(String relative);
}
