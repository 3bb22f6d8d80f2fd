package dev.kaiyuan.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kaiyuan.document.FileProblem.Kind;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Finds the encoding of a file and decodes it: by its byte order mark, as UTF-8, as UTF-16 without
 * a mark, by what an HTML file declares, else by the detector's judgement. The bytes must fit the
 * encoding, and what they say must look like text.
 */
final class TextDecoder {
  /** The detector has made up its mind by then. */
  private static final int DETECTED_PREFIX = 1 << 18;

  private static final int CHECKED_PREFIX = 1024;
  private static final int DECLARATION_PREFIX = 2048;

  /** Of the commonest characters, at least this share is in any Chinese text. */
  private static final double LEAST_COMMON_SHARE = 0.06;

  private static final String COMMON =
      "的一是不了在有人我他这這个個们們中来來上大国國和地到以说說时時要就出会會可也你对對生能而子那得于於着著下自之年过過"
          + "发發后後作里用道行所然家种種事成方多经經么麼去法学學如都同现現当當没沒动動面起看定天分还還进進好小部其些主样樣";

  private TextDecoder() {}

  /**
   * The text of a file.
   *
   * @param text the characters, without a byte order mark
   * @param charset the name of the encoding
   * @param warnings what was wrong with it
   */
  record Decoded(String text, String charset, List<FileProblem> warnings) {
    Decoded(String text, Charset charset) {
      this(text, charset.name(), List.of());
    }
  }

  /**
   * Decodes a file.
   *
   * @param html whether the file may declare its encoding as HTML does
   * @throws UnreadableFileException if it is not text, or in no encoding that is known
   */
  static Decoded decode(byte[] bytes, boolean html) throws UnreadableFileException {
    Decoded marked = decodeMarked(bytes);
    if (marked != null) {
      return marked;
    }
    String utf8 = decode(bytes, 0, UTF_8);
    if (utf8 != null && utf8.indexOf('\0') < 0) {
      // A binary file without a zero byte that is UTF-8 all the same is hardly longer than this.
      checked(utf8.substring(0, Math.min(utf8.length(), CHECKED_PREFIX)), UTF_8);
      return new Decoded(utf8, UTF_8);
    }
    Decoded wide = decodeUnmarkedUtf16(bytes);
    if (wide != null) {
      return wide;
    }
    if (utf8 != null) {
      return checked(utf8, UTF_8);
    }
    Decoded damaged = decodeDamagedUtf8(bytes);
    if (damaged != null) {
      return damaged;
    }
    return decodeLegacy(bytes, html ? declaredCharset(bytes) : null);
  }

  private static @Nullable Decoded decodeMarked(byte[] bytes) throws UnreadableFileException {
    Charset charset;
    int mark = 2;
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      charset = UTF_8;
      mark = 3;
    } else if (startsWith(bytes, 0xFE, 0xFF)) {
      charset = UTF_16BE;
    } else if (startsWith(bytes, 0xFF, 0xFE)) {
      charset = UTF_16LE;
    } else {
      return null;
    }
    String text = decode(bytes, mark, charset);
    if (text == null) {
      throw new UnreadableFileException(Kind.DAMAGED.of(charset.name()));
    }
    return checked(text, charset);
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** Decodes UTF-16 without a mark: read in the wrong order, it holds hardly a common character. */
  private static @Nullable Decoded decodeUnmarkedUtf16(byte[] bytes) {
    String little = decode(bytes, 0, UTF_16LE);
    String big = decode(bytes, 0, UTF_16BE);
    double littleShare = little == null ? 0 : commonShare(little, true);
    double bigShare = big == null ? 0 : commonShare(big, true);
    boolean isLittle = littleShare >= bigShare;
    String text = isLittle ? little : big;
    double share = Math.max(littleShare, bigShare);
    double otherShare = Math.min(littleShare, bigShare);
    boolean plausible = share > LEAST_COMMON_SHARE / 2 && share > 4 * otherShare;
    if (text == null || !plausible || looksBinary(text)) {
      return null;
    }
    return new Decoded(text, isLittle ? UTF_16LE : UTF_16BE);
  }

  /** Reads UTF-8 in which a byte here and there was lost, as happens when a file is cut. */
  private static @Nullable Decoded decodeDamagedUtf8(byte[] bytes) {
    String text = new String(bytes, UTF_8);
    int good = 0;
    int bad = 0;
    int line = 1;
    int firstBadLine = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        line++;
      } else if (c == '\uFFFD') {
        bad++;
        firstBadLine = firstBadLine == 0 ? line : firstBadLine;
      } else if (c >= 0x80) {
        good++;
      }
    }
    if (good < 20 * bad || looksBinary(text)) {
      return null;
    }
    FileProblem warning = Kind.BAD_BYTES.of(Integer.toString(firstBadLine));
    return new Decoded(text, UTF_8.name(), List.of(warning));
  }

  private static Decoded decodeLegacy(byte[] bytes, @Nullable Charset declared)
      throws UnreadableFileException {
    Decoded best = null;
    double bestShare = LEAST_COMMON_SHARE;
    for (String name : List.of("GB18030", "Big5-HKSCS")) {
      String text = decode(bytes, 0, Charset.forName(name));
      double share = text == null ? 0 : commonShare(text, false);
      if (share > bestShare) {
        bestShare = share;
        best = new Decoded(text, name.equals("GB18030") ? name : "Big5", List.of());
      }
    }
    if (best != null) {
      return best;
    }
    Charset charset = declared != null ? declared : detect(bytes);
    String text = charset == null ? null : decode(bytes, 0, charset);
    if (text == null || looksBinary(text)) {
      boolean binary = looksBinary(new String(bytes, ISO_8859_1));
      throw new UnreadableFileException((binary ? Kind.BINARY : Kind.ENCODING).alone());
    }
    return new Decoded(text, charset);
  }

  private static @Nullable Charset detect(byte[] bytes) {
    var detector = new UniversalDetector();
    detector.handleData(bytes, 0, Math.min(bytes.length, DETECTED_PREFIX));
    detector.dataEnd();
    return charset(detector.getDetectedCharset());
  }

  private static @Nullable Charset declaredCharset(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, DECLARATION_PREFIX), ISO_8859_1);
    int start = head.toLowerCase(Locale.ROOT).indexOf("charset=");
    if (start < 0) {
      return null;
    }
    start += "charset=".length();
    while (start < head.length() && (head.charAt(start) == '"' || head.charAt(start) == '\'')) {
      start++;
    }
    int end = start;
    while (end < head.length()
        && head.charAt(end) > ' '
        && "\"'/>;".indexOf(head.charAt(end)) < 0) {
      end++;
    }
    return charset(head.substring(start, end));
  }

  private static @Nullable Charset charset(@Nullable String name) {
    try {
      return name != null && Charset.isSupported(name) ? Charset.forName(name) : null;
    } catch (IllegalCharsetNameException e) {
      return null;
    }
  }

  /** Decodes bytes that fit the encoding, else returns null. */
  private static @Nullable String decode(byte[] bytes, int start, Charset charset) {
    if (charset.equals(UTF_8)) {
      // The quick way: a replacement character is either in the file or tells of a bad byte.
      String text = new String(bytes, start, bytes.length - start, UTF_8);
      if (text.indexOf('\uFFFD') < 0) {
        return text;
      }
    }
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes, start, bytes.length - start))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static Decoded checked(String text, Charset charset) throws UnreadableFileException {
    if (looksBinary(text)) {
      throw new UnreadableFileException(Kind.BINARY.alone());
    }
    return new Decoded(text, charset);
  }

  /** Counts characters that no text has: control characters and what Unicode has not assigned. */
  private static int controls(String text) {
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < ' ' && "\n\r\t\f\b\u001B".indexOf(c) < 0)
          || (c >= 0x7F && c < 0xA0)
          || (c >= 0xE000 && c < 0xF900)
          || c >= 0xFFFE) {
        count++;
      }
    }
    return count;
  }

  private static boolean looksBinary(String text) {
    return controls(text) * 50L > text.length() + 50;
  }

  /** The share of common characters among those outside ASCII, or among all, ASCII as common. */
  private static double commonShare(String text, boolean withAscii) {
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
