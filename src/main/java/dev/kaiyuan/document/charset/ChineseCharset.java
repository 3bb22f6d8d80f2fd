package dev.kaiyuan.document.charset;

import dev.kaiyuan.document.FileProblem;
import dev.kaiyuan.document.text.Characters;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The two old encodings of Chinese, and how text reads in them. A long text is Chinese by how many
 * of its characters are of the commonest; a short one, which may have none of those, by how many
 * are of the part of the character set that was made for the common ones: in texts of other
 * encodings they come from anywhere.
 */
enum ChineseCharset {
  /** GB18030, with GBK and GB2312 in it. */
  SIMPLIFIED("GB18030", "GB18030", "GB2312", 0xB0, 0xD7),
  /** Big5 with Hong Kong's characters. */
  TRADITIONAL("Big5", "Big5-HKSCS", "Big5", 0xA4, 0xC6);

  /** Of the commonest characters, at least this share is in any Chinese text. */
  private static final double LEAST_COMMON_SHARE = 0.06;

  /** Of a short text more than this share is from the part for common characters. */
  private static final double LEAST_CORE_SHARE = 0.49;

  /** A text with fewer characters may have none of the commonest. */
  private static final int SHORT = 40;

  private final String shownName;
  private final Charset charset;
  private final Charset core;
  private final int firstCommon;
  private final int lastCommon;

  ChineseCharset(String shownName, String name, String core, int firstCommon, int lastCommon) {
    this.shownName = shownName;
    this.charset = Charset.forName(name);
    this.core = Charset.forName(core);
    this.firstCommon = firstCommon;
    this.lastCommon = lastCommon;
  }

  /** Decodes what is Chinese in one of these encodings, all of it or all but a few bytes. */
  static @Nullable DecodedText decode(byte[] bytes) {
    DecodedText best = null;
    double bestShare = LEAST_COMMON_SHARE;
    for (ChineseCharset each : values()) {
      DecodedText decoded = each.read(bytes);
      double share = decoded == null ? 0 : CommonCharacters.share(decoded.text(), false);
      if (decoded != null && share > bestShare) {
        bestShare = share;
        best = decoded;
      }
    }
    return best != null ? best : shortText(bytes);
  }

  /** Decodes a text that is too short to have any of the commonest characters. */
  private static @Nullable DecodedText shortText(byte[] bytes) {
    DecodedText best = null;
    double bestShare = LEAST_CORE_SHARE;
    for (ChineseCharset each : values()) {
      DecodedText decoded = each.read(bytes);
      double share = decoded == null ? 0 : each.coreShare(decoded);
      if (share > bestShare) {
        bestShare = share;
        best = decoded;
      }
    }
    return best;
  }

  /** Decodes a file of which hardly a byte is wrong. */
  private @Nullable DecodedText read(byte[] bytes) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    CharBuffer chars = CharBuffer.allocate(bytes.length + 16);
    decoder.decode(ByteBuffer.wrap(bytes), chars, true);
    decoder.flush(chars);
    String text = chars.flip().toString();
    int bad = 0;
    int wide = 0;
    int firstBad = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\uFFFD') {
        bad++;
        firstBad = firstBad < 0 ? i : firstBad;
      } else if (c >= 0x80) {
        wide++;
      }
    }
    if (bad * 50L > wide) {
      return null;
    }
    List<FileProblem> warnings =
        bad == 0 ? List.of() : List.of(FileProblem.Kind.DAMAGED.of(shownName));
    return new DecodedText(text, shownName, warnings);
  }

  /** The share of characters from the part for common ones, 0 for what is no short text. */
  private double coreShare(DecodedText decoded) {
    int han = 0;
    int common = 0;
    String text = decoded.text();
    for (int i = 0; i < text.length() && han < SHORT; i++) {
      char c = text.charAt(i);
      if (Characters.isHan(c)) {
        han++;
        byte[] bytes = String.valueOf(c).getBytes(core);
        int lead = bytes[0] & 0xFF;
        common += bytes.length == 2 && lead >= firstCommon && lead <= lastCommon ? 1 : 0;
      } else if (c >= 0x80
          && !Characters.isWidePunctuation(c)
          && !Characters.isSharedPunctuation(c)) {
        return 0;
      }
    }
    boolean isShort = han >= 2 && han < SHORT && decoded.warnings().isEmpty();
    return isShort ? (double) common / han : 0;
  }
}
