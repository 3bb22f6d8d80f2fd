package dev.kaiyuan.document.markup;

import java.util.Map;
import java.util.Set;

/** The commands and environments of LaTeX that say how text is read. */
final class LatexCommands {
  /** Commands that make a heading, with its level. */
  static final Map<String, Integer> SECTIONS =
      Map.of(
          "part",
          1,
          "chapter",
          1,
          "section",
          2,
          "subsection",
          3,
          "subsubsection",
          4,
          "paragraph",
          5,
          "subparagraph",
          6,
          "frametitle",
          2);

  /** Commands whose first arguments are no text, with the number of those. */
  static final Map<String, Integer> SILENT =
      Map.ofEntries(
          Map.entry("label", 1),
          Map.entry("ref", 1),
          Map.entry("cite", 1),
          Map.entry("citep", 1),
          Map.entry("citet", 1),
          Map.entry("eqref", 1),
          Map.entry("pageref", 1),
          Map.entry("autoref", 1),
          Map.entry("cref", 1),
          Map.entry("Cref", 1),
          Map.entry("bibliography", 1),
          Map.entry("bibliographystyle", 1),
          Map.entry("includegraphics", 1),
          Map.entry("input", 1),
          Map.entry("include", 1),
          Map.entry("usepackage", 1),
          Map.entry("RequirePackage", 1),
          Map.entry("documentclass", 1),
          Map.entry("newcommand", 2),
          Map.entry("renewcommand", 2),
          Map.entry("newenvironment", 3),
          Map.entry("DeclareMathOperator", 2),
          Map.entry("newtheorem", 2),
          Map.entry("vspace", 1),
          Map.entry("hspace", 1),
          Map.entry("setlength", 2),
          Map.entry("addtolength", 2),
          Map.entry("setcounter", 2),
          Map.entry("color", 1),
          Map.entry("textcolor", 1),
          Map.entry("href", 1),
          Map.entry("hypersetup", 1),
          Map.entry("pagestyle", 1),
          Map.entry("thispagestyle", 1),
          Map.entry("bibitem", 1),
          Map.entry("index", 1),
          Map.entry("fontsize", 2),
          Map.entry("raisebox", 1),
          Map.entry("resizebox", 2),
          Map.entry("multicolumn", 2),
          Map.entry("hyphenation", 1),
          Map.entry("geometry", 1),
          Map.entry("colorbox", 1),
          Map.entry("lstset", 1),
          Map.entry("nocite", 1));

  /** Environments that are shown as they are written. */
  static final Set<String> CODE =
      Set.of(
          "verbatim",
          "Verbatim",
          "lstlisting",
          "minted",
          "alltt",
          "equation",
          "align",
          "gather",
          "multline",
          "eqnarray",
          "displaymath",
          "math");

  /** Environments whose first argument is no text. */
  static final Set<String> WITH_ARGUMENT =
      Set.of(
          "tabular",
          "tabularx",
          "longtable",
          "array",
          "minipage",
          "thebibliography",
          "multicols",
          "wrapfigure");

  /** Commands that stand for characters. */
  static final Map<String, String> SYMBOLS =
      Map.ofEntries(
          Map.entry("ldots", "…"),
          Map.entry("dots", "…"),
          Map.entry("LaTeX", "LaTeX"),
          Map.entry("TeX", "TeX"),
          Map.entry("LaTeXe", "LaTeX2e"),
          Map.entry("ss", "ß"),
          Map.entry("ae", "æ"),
          Map.entry("AE", "Æ"),
          Map.entry("oe", "œ"),
          Map.entry("OE", "Œ"),
          Map.entry("o", "ø"),
          Map.entry("O", "Ø"),
          Map.entry("aa", "å"),
          Map.entry("AA", "Å"),
          Map.entry("l", "ł"),
          Map.entry("L", "Ł"),
          Map.entry("i", "i"),
          Map.entry("j", "j"),
          Map.entry("copyright", "©"),
          Map.entry("textbackslash", "\\"),
          Map.entry("quad", " "),
          Map.entry("qquad", " "),
          Map.entry("newline", " "),
          Map.entry("linebreak", " "),
          Map.entry("textendash", "–"),
          Map.entry("textemdash", "—"),
          Map.entry("euro", "€"));

  private static final String ACCENTS = "'`^\"~=.uvHcdbrk";
  private static final String COMBINING =
      "\u0301\u0300\u0302\u0308\u0303\u0304\u0307\u0306\u030C\u030B\u0327\u0323\u0331\u030A\u0328";

  private LatexCommands() {}

  /** Whether a command of one character puts an accent over the next letter. */
  static boolean isAccent(char command) {
    return ACCENTS.indexOf(command) >= 0;
  }

  /** Returns the combining character of an accent. */
  static char combining(char accent) {
    return COMBINING.charAt(ACCENTS.indexOf(accent));
  }
}
