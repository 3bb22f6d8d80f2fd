package dev.kaiyuan.document.office;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The encodings that RTF names by numbers, which are those of Windows. */
final class RtfCharsets {
  private RtfCharsets() {}

  /** Returns the encoding of a code page of Windows. */
  static Charset ofPage(int page) {
    String name =
        switch (page) {
          case 936 -> "GB18030";
          case 950 -> "Big5-HKSCS";
          case 932 -> "windows-31j";
          case 949 -> "x-windows-949";
          case 65001 -> "UTF-8";
          case 10000 -> "x-MacRoman";
          case 437, 850, 852, 866 -> "IBM" + page;
          default -> "windows-" + page;
        };
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException e) {
      return StandardCharsets.ISO_8859_1;
    }
  }

  /** Returns the encoding that a font's set of characters stands for. */
  static Charset ofFont(int set, Charset otherwise) {
    return switch (set) {
      case 128 -> ofPage(932);
      case 129 -> ofPage(949);
      case 134 -> ofPage(936);
      case 136 -> ofPage(950);
      case 161 -> ofPage(1253);
      case 162 -> ofPage(1254);
      case 204 -> ofPage(1251);
      case 238 -> ofPage(1250);
      default -> otherwise;
    };
  }
}
