package dev.kaiyuan.document.markdown.inline;

import dev.kaiyuan.document.text.Characters;
import java.util.Locale;
import java.util.Set;

/** Tells an image's description from a mere name, which editors put where none was given. */
public final class ImageDescription {
  private static final int LONGEST_NAME = 100;
  private static final Set<String> NAMES =
      Set.of(
          "img",
          "image",
          "picture",
          "photo",
          "avatar",
          "logo",
          "icon",
          "banner",
          "thumbnail",
          "screenshot",
          "figure",
          "图片",
          "圖片",
          "图像",
          "图",
          "圖",
          "插图",
          "头像",
          "截图");

  private ImageDescription() {}

  /** Tells whether the range says anything in words. */
  public static boolean says(String source, int start, int end) {
    if (end - start > LONGEST_NAME) {
      return true;
    }
    String description = source.substring(start, end).strip();
    if (description.isEmpty() || NAMES.contains(description.toLowerCase(Locale.ROOT))) {
      return false;
    }
    boolean letters = false;
    boolean words = false;
    for (int i = 0; i < description.length(); i++) {
      char c = description.charAt(i);
      words |= c == ' ' || Characters.isHan(c);
      letters |= Character.isLetter(c);
    }
    if (words && letters) {
      return !hasImageEnding(description);
    }
    // One word without a space: a name such as IMG_20240501, photo1 or screenshot-2.
    for (int i = 0; i < description.length(); i++) {
      char c = description.charAt(i);
      if (Characters.isAsciiDigit(c) || c == '_' || c == '/' || c == '.') {
        return false;
      }
    }
    return letters;
  }

  /** Tells whether a name is that of an image. */
  public static boolean hasImageEnding(String description) {
    int dot = description.lastIndexOf('.');
    return dot >= 0
        && switch (description.substring(dot + 1).toLowerCase(Locale.ROOT)) {
          case "png", "jpg", "jpeg", "gif", "webp", "svg", "bmp" -> true;
          default -> false;
        };
  }
}
