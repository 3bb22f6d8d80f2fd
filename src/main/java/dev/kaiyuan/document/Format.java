package dev.kaiyuan.document;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The formats of files, each with the endings that file names have. */
public enum Format {
  /** CommonMark with tables. */
  MARKDOWN(
      Place.Kind.LINE,
      "md",
      "markdown",
      "mdown",
      "markdn",
      "mdwn",
      "mkd",
      "mkdn",
      "mkdown",
      "mdtxt",
      "mdtext",
      "rmd",
      "qmd"),
  /** Markdown with components. */
  MDX(Place.Kind.LINE, "mdx"),
  /** A whole document or a part of one. */
  HTML(Place.Kind.LINE, "html", "htm", "xhtml"),
  /** Text without markup. */
  PLAIN_TEXT(Place.Kind.LINE, "txt", "text", "textile", "wiki", "mediawiki", "creole", "tid"),
  /** Emacs Org. */
  ORG(Place.Kind.LINE, "org"),
  /** reStructuredText. */
  RST(Place.Kind.LINE, "rst", "rest"),
  /** AsciiDoc. */
  ASCIIDOC(Place.Kind.LINE, "adoc", "asciidoc", "asc"),
  /** LaTeX and what is like it. */
  LATEX(Place.Kind.LINE, "tex", "latex", "ltx"),
  /** Jupyter notebooks. */
  NOTEBOOK(Place.Kind.CELL, "ipynb"),
  /** SubRip subtitles. */
  SRT(Place.Kind.TIME, "srt"),
  /** WebVTT subtitles. */
  VTT(Place.Kind.TIME, "vtt"),
  /** A message of electronic mail. */
  EML(Place.Kind.LINE, "eml"),
  /** A box of such messages. */
  MBOX(Place.Kind.MESSAGE, "mbox"),
  /** Portable Document Format. */
  PDF(Place.Kind.PAGE, "pdf"),
  /** Word, since 2007. */
  DOCX(Place.Kind.PAGE, "docx", "docm", "dotx"),
  /** PowerPoint, since 2007. */
  PPTX(Place.Kind.SLIDE, "pptx", "pptm", "ppsx"),
  /** Excel, since 2007. */
  XLSX(Place.Kind.SHEET, "xlsx", "xlsm"),
  /** OpenDocument text. */
  ODT(Place.Kind.PAGE, "odt", "ott"),
  /** OpenDocument presentation. */
  ODP(Place.Kind.SLIDE, "odp", "otp"),
  /** OpenDocument spreadsheet. */
  ODS(Place.Kind.SHEET, "ods", "ots"),
  /** Books. */
  EPUB(Place.Kind.CHAPTER, "epub"),
  /** Rich Text Format. */
  RTF(Place.Kind.PAGE, "rtf");

  private static final int LONGEST_ENDING = 16;

  private final Place.Kind places;
  private final List<String> endings;

  Format(Place.Kind places, String... endings) {
    this.places = places;
    this.endings = List.of(endings);
  }

  /**
   * Returns the format that a file's name tells by its ending, ignoring case, or null for one that
   * is not known.
   *
   * @param fileName the file's name, with or without folders before it
   */
  public static @Nullable Format of(String fileName) {
    String ending = ending(fileName);
    return ending.isEmpty() ? null : ofEnding(ending.substring(1));
  }

  /** Returns the same, but text without markup for one that is not known. */
  public static Format orPlainText(String fileName) {
    Format format = of(fileName);
    return format == null ? PLAIN_TEXT : format;
  }

  /**
   * Returns what the name of a file ends with: the last dot and the letters and digits after it, in
   * lower case, such as {@code .md}. Empty where the name has none: a dot at its beginning, a
   * number as in {@code notes 1.30} or a sentence as in {@code 2. 读书} are none.
   */
  public static String ending(String fileName) {
    int end = fileName.length();
    while (end > 0 && Character.isWhitespace(fileName.charAt(end - 1))) {
      end--;
    }
    int dot = fileName.lastIndexOf('.', end - 1);
    int stem = dot;
    while (stem > 0 && Character.isWhitespace(fileName.charAt(stem - 1))) {
      stem--;
    }
    if (stem <= 0 || fileName.charAt(stem - 1) == '/') {
      return "";
    }
    String ending = fileName.substring(dot, end);
    boolean letter = false;
    for (int i = 1; i < ending.length(); i++) {
      char c = ending.charAt(i);
      if (c <= ' ' || c >= 0x7F || c == '/') {
        return "";
      }
      letter |= Character.isLetter(c);
    }
    return letter && ending.length() <= LONGEST_ENDING ? ending.toLowerCase(Locale.ROOT) : "";
  }

  /** Returns the format of an ending without its dot, ignoring case, or null. */
  public static @Nullable Format ofEnding(String ending) {
    return BY_ENDING.get(ending.toLowerCase(Locale.ROOT));
  }

  private static final Map<String, Format> BY_ENDING = new HashMap<>();

  static {
    for (Format format : values()) {
      format.endings.forEach(ending -> BY_ENDING.put(ending, format));
    }
  }

  /** Returns the word for the format that people type and see: its usual ending. */
  public String type() {
    return endings.getFirst();
  }

  /** Returns {@link #type}. */
  @Override
  public String toString() {
    return type();
  }

  /** Returns what the places in such a file are. */
  public Place.Kind places() {
    return places;
  }

  /** Returns whether such a file is text, which has lines that a person can go to. */
  public boolean isText() {
    return compareTo(EML) < 0;
  }
}
