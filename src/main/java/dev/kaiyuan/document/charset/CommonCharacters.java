package dev.kaiyuan.document.charset;

/** The commonest Chinese characters, by which a text shows that it was decoded rightly. */
final class CommonCharacters {
  private static final String COMMON =
      "的一是不了在有人我他这這个個们們中来來上大国國和地到以说說时時要就出会會可也你对對生能而子那得于於着著下自之年过過"
          + "发發后後作里用道行所然家种種事成方多经經么麼去法学學如都同现現当當没沒动動面起看定天分还還进進好小部其些主样樣";

  private CommonCharacters() {}

  /** The share of common characters among those outside ASCII, or among all, ASCII as common. */
  static double share(String text, boolean withAscii) {
    int common = 0;
    int all = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        all++;
        common += COMMON.indexOf(c) >= 0 ? 1 : 0;
      } else if (withAscii) {
        all++;
        common += c >= ' ' || c == '\n' ? 1 : 0;
      }
    }
    return all == 0 ? 0 : (double) common / all;
  }
}
