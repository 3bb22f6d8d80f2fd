package dev.kaiyuan.document.charset;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kaiyuan.document.FileProblem.Kind;
import dev.kaiyuan.document.UnreadableFileException;
import dev.kaiyuan.document.text.Characters;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Finds the encoding of a file and decodes it: by its byte order mark, as UTF-8, as UTF-16 without
 * a mark, by what an HTML file declares, else by the detector's judgement. The bytes must fit the
 * encoding, and what they say must look like text.
 */
public final class TextDecoder {
  /** The detector has made up its mind by then. */
  private static final int DETECTED_PREFIX = 1 << 18;

  private static final int CHECKED_PREFIX = 1024;
  private static final int DECLARATION_PREFIX = 2048;
  private static final int SHORTEST_CUT = 64;

  /** Of the commonest characters, at least this share is in any Chinese text. */
  private static final double LEAST_COMMON_SHARE = 0.06;

  private static final String ONE_LETTER_WORDS = "àáèéìíòóùúåæöøÀÁÉÓÅÖ";

  private TextDecoder() {}

  /**
   * Decodes a file.
   *
   * @param html whether the file may declare its encoding as HTML does
   * @throws UnreadableFileException if it is not text, or in no encoding that is known
   */
  public static DecodedText decode(byte[] bytes, boolean html) throws UnreadableFileException {
    DecodedText marked = decodeMarked(bytes);
    if (marked != null) {
      return marked;
    }
    String utf8 = decode(bytes, 0, UTF_8);
    if (utf8 != null && utf8.indexOf('\0') < 0) {
      // A binary file without a zero byte that is UTF-8 all the same is hardly longer than this.
      checked(utf8.substring(0, Math.min(utf8.length(), CHECKED_PREFIX)), UTF_8);
      return new DecodedText(utf8, UTF_8);
    }
    var damaged = DamagedUtf8.of(new String(bytes, UTF_8));
    if (damaged.isCertain() && !looksBinary(damaged.text())) {
      return decoded(damaged);
    }
    DecodedText wide = isMostlyAscii(bytes) ? null : decodeUnmarkedUtf16(bytes);
    if (wide != null) {
      return wide;
    }
    if (utf8 != null) {
      return checked(utf8, UTF_8);
    }
    if (looksBinary(damaged.text())) {
      throw new UnreadableFileException(Kind.BINARY.alone());
    }
    DecodedText legacy = ChineseCharset.decode(bytes);
    if (legacy == null) {
      legacy = decodeOther(bytes, html ? declaredCharset(bytes) : null, damaged.isLikely());
    }
    return legacy != null ? legacy : decoded(damaged);
  }

  private static @Nullable DecodedText decodeMarked(byte[] bytes) throws UnreadableFileException {
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
    if (text != null) {
      return checked(text, charset);
    }
    if (charset.equals(UTF_8)) {
      text = new String(bytes, mark, bytes.length - mark, UTF_8);
      checked(text, UTF_8);
      return decoded(DamagedUtf8.of(text));
    }
    text = new String(bytes, mark, bytes.length - mark, charset);
    checked(text, charset);
    return new DecodedText(text, charset.name(), List.of(Kind.DAMAGED.of(charset.name())));
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
  private static @Nullable DecodedText decodeUnmarkedUtf16(byte[] bytes) {
    // A file that was cut may end with half a character; a few bytes may be anything.
    boolean isCut = bytes.length % 2 == 1 && bytes.length > SHORTEST_CUT;
    byte[] whole = isCut ? Arrays.copyOf(bytes, bytes.length - 1) : bytes;
    String little = decode(whole, 0, UTF_16LE);
    String big = decode(whole, 0, UTF_16BE);
    double littleShare = little == null ? 0 : CommonCharacters.share(little, true);
    double bigShare = big == null ? 0 : CommonCharacters.share(big, true);
    boolean isLittle = littleShare >= bigShare;
    String text = isLittle ? little : big;
    double share = Math.max(littleShare, bigShare);
    double otherShare = Math.min(littleShare, bigShare);
    boolean plausible = share > LEAST_COMMON_SHARE / 2 && share > 4 * otherShare;
    if (text == null || !plausible || looksBinary(text)) {
      return null;
    }
    Charset charset = isLittle ? UTF_16LE : UTF_16BE;
    return new DecodedText(
        text,
        charset.name(),
        whole == bytes ? List.of() : List.of(Kind.DAMAGED.of(charset.name())));
  }

  private static DecodedText decoded(DamagedUtf8 damaged) {
    return new DecodedText(damaged.text(), UTF_8.name(), damaged.warnings());
  }

  private static @Nullable DecodedText decodeOther(
      byte[] bytes, @Nullable Charset declared, boolean mayBeUtf8) throws UnreadableFileException {
    Charset charset = declared != null ? declared : detect(bytes);
    if (charset == null && !isHalfHigh(bytes)) {
      charset = Charset.forName("windows-1252");
    }
    String text = charset == null ? null : decode(bytes, 0, charset);
    if (text != null && !looksBinary(text)) {
      // Any bytes fit an encoding of one byte a letter, so that to fit it says nothing.
      boolean fits = declared != null || charset.newEncoder().maxBytesPerChar() > 1;
      if (fits || (!mayBeUtf8 && holdsWords(text))) {
        return new DecodedText(text, charset);
      }
    }
    if (!mayBeUtf8 && isHalfHigh(bytes)) {
      throw new UnreadableFileException(Kind.ENCODING.alone());
    }
    return null;
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

  /** Tells whether letters of one byte are most of a file, which in UTF-16 are half at most. */
  private static boolean isMostlyAscii(byte[] bytes) {
    int letters = 0;
    for (byte b : bytes) {
      letters += Characters.isAsciiLetter(b) || b == ' ' ? 1 : 0;
    }
    return 4L * letters > 3L * bytes.length;
  }

  private static boolean isHalfHigh(byte[] bytes) {
    int high = 0;
    for (byte b : bytes) {
      high += b < 0 ? 1 : 0;
    }
    return high > bytes.length / 2;
  }

  /** Tells whether letters outside ASCII are in words; one that was a bad byte is by itself. */
  private static boolean holdsWords(String text) {
    int alone = 0;
    int all = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        all++;
        boolean inWord = isLetter(text, i - 1) || isLetter(text, i + 1);
        boolean plausible = inWord || !isLetter(text, i) || ONE_LETTER_WORDS.indexOf(c) >= 0;
        // The byte FF is never part of UTF-8, and what it is in Latin-1 no language but one writes.
        alone += plausible && c != 'ÿ' ? 0 : 1;
      }
    }
    return 2 * alone <= all;
  }

  private static boolean isLetter(String text, int i) {
    return i >= 0 && i < text.length() && Character.isLetter(text.charAt(i));
  }

  private static DecodedText checked(String text, Charset charset) throws UnreadableFileException {
    if (looksBinary(text)) {
      throw new UnreadableFileException(Kind.BINARY.alone());
    }
    return new DecodedText(text, charset);
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
}
