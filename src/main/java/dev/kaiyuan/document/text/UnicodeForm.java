package dev.kaiyuan.document.text;

import java.text.Normalizer;

/**
 * Writes what Unicode calls the same in one way: accents in one character with their letter,
 * compatibility ideographs, radicals and ligatures as the characters they look like, nothing for
 * variation selectors. Lines stay lines.
 */
public final class UnicodeForm {
  /** What the supplement of radicals looks like; Unicode itself says it of two of them alone. */
  private static final String RADICALS =
      "\u2E80厂乛乚乙亻冂几刀刂卜卩小小兀尢尢尢巳幺彑彐忄心扌攵\u2E9A旡日月歺母民氵水灬爪爫丬牛犭王疋目示礻竹糹纟罓罒网网网羊羊羊老"
          + "聿聿肉臼艹艹艹虎衤西西见角角讠贝足车辶辶辶邑钅长镸长门阝阝雨青韦页风飞食食飠饣首马骨鬼鱼鸟卤麦黄黾齐齐齿齿龙龙龟龟龟";

  private UnicodeForm() {}

  /** Returns a text in this form; the same object where it is in it already. */
  public static String of(String text) {
    int i = 0;
    while (i < text.length() && !isSpecial(text.charAt(i))) {
      i++;
    }
    if (i == text.length()) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length()).append(text, 0, i);
    for (; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x2E80 && c < 0x2E80 + RADICALS.length()) {
        plain.append(RADICALS.charAt(c - 0x2E80));
      } else if ((c >= 0x2F00 && c <= 0x2FD5) || (c >= 0xFB00 && c <= 0xFB06)) {
        plain.append(Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC));
      } else if (isSelector(text, i)) {
        i++;
      } else if (c < 0xFE00 || c > 0xFE0F) {
        plain.append(c);
      }
    }
    return Normalizer.normalize(plain, Normalizer.Form.NFC);
  }

  /** Whether a selector of an ideograph's variant, in two characters, is at an index. */
  private static boolean isSelector(String text, int i) {
    return text.charAt(i) == 0xDB40
        && i + 1 < text.length()
        && text.charAt(i + 1) >= 0xDD00
        && text.charAt(i + 1) <= 0xDDEF;
  }

  private static boolean isSpecial(char c) {
    if (c < 0x300 || (c >= 0x3400 && c < 0xD800)) {
      return false;
    }
    return c <= 0x36F
        || (c >= 0x1100 && c <= 0x11FF)
        || (c >= 0x2E80 && c <= 0x2FD5)
        || c == 0x3099
        || c == 0x309A
        || c == 0xDB40
        || (c >= 0xF900 && c <= 0xFB06)
        || (c >= 0xFE00 && c <= 0xFE0F);
  }
}
