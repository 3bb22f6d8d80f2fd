package dev.kaiyuan.document;

import java.util.Locale;

/** The language an article is written in, as far as searching needs to know it. */
public enum Language {
  /** Chinese, in Simplified or Traditional characters. */
  CHINESE("zh"),
  /** English. */
  ENGLISH("en"),
  /** Any other language, or text without words. */
  OTHER("other");

  private final String code;

  Language(String code) {
    this.code = code;
  }

  /** Returns the short code users type and see: {@code zh}, {@code en} or {@code other}. */
  public String code() {
    return code;
  }

  /**
   * Returns the language for a BCP 47 tag as front matter has it: {@code zh}, {@code zh-hant},
   * {@code en_US}, ignoring case; a tag of another language gives {@link #OTHER}.
   */
  public static Language of(String tag) {
    String name = tag.strip().toLowerCase(Locale.ROOT);
    int end = 0;
    while (end < name.length() && name.charAt(end) != '-' && name.charAt(end) != '_') {
      end++;
    }
    return switch (name.substring(0, end)) {
      case "zh", "cmn", "yue" -> CHINESE;
      case "en" -> ENGLISH;
      default -> OTHER;
    };
  }
}
