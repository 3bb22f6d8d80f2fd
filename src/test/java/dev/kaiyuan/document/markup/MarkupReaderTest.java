package dev.kaiyuan.document.markup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kaiyuan.document.Article;
import dev.kaiyuan.document.UnreadableFileException;
import dev.kaiyuan.document.reader.ArticleReader;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lightweight markup and LaTeX are read for their words, at their lines. */
class MarkupReaderTest {
  @Test
  void org() throws UnreadableFileException {
    Article article =
        read(
            "a.org",
            """
            #+TITLE: 打印机
            #+AUTHOR: 王小明
            #+DATE: <2026-06-01 Mon>
            #+FILETAGS: :硬件:office:
            # a comment
            * TODO [#A] 卡纸 :urgent:
              SCHEDULED: <2026-06-02 Tue>
              :PROPERTIES:
              :ID: 1234
              :END:
            先关掉*电源*，再
            打开[[https://example.cn][后盖]]。
            - [X] clean the /roller/
            - order =part-12=
            | 部件 | 价格 |
            |------+------|
            | 轮   | 35   |
            #+begin_src sh
            lpstat -t # not a heading
            #+end_src
            ** Later
            Text[fn:1].
            """);
    assertEquals(
        """
        卡纸
        先关掉电源，再打开后盖。
        clean the roller
        order part-12
        部件\t价格
        轮\t35
        lpstat -t # not a heading
        Later
        Text.
        """,
        article.text());
    assertEquals("打印机", article.title());
    assertEquals(LocalDate.of(2026, 6, 1), article.date());
    assertEquals(List.of("王小明"), article.authors());
    assertEquals(List.of("硬件", "office", "urgent"), article.tags());
    assertEquals(11, line(article, "先关"));
    assertEquals(12, line(article, "打开"));
    assertEquals(19, line(article, "lpstat"));
  }

  @Test
  void restructured_text() throws UnreadableFileException {
    Article article =
        read(
            "a.rst",
            """
            ======
            打印机
            ======

            :Author: 王小明
            :Date: 2026-06-01

            .. _label:
            .. a comment
               on two lines

            Paper jams
            ----------

            Switch it **off**, see :ref:`the manual <manual>` or
            `the site <https://example.cn>`_ [1]_. Run this::

                lpstat -t

            .. note:: Use a damp cloth.

            .. code-block:: python
               :linenos:

               print("jam")

            * first
            * ``second``

            +------+----+
            | 部件 | 价 |
            +======+====+
            | 轮   | 35 |
            +------+----+

            .. [1] A footnote.
            """);
    assertEquals(
        """
        打印机
        Paper jams
        Switch it off, see the manual or the site. Run this:
            lpstat -t
        Use a damp cloth.
           print("jam")
        first
        second
        部件\t价
        轮\t35
        A footnote.
        """,
        article.text());
    assertEquals(List.of("王小明"), article.authors());
    assertEquals(LocalDate.of(2026, 6, 1), article.date());
    assertEquals(18, line(article, "lpstat"));
    assertEquals(List.of(1, 2), article.sections().stream().map(s -> s.level()).toList());
  }

  @Test
  void asciidoc() throws UnreadableFileException {
    Article article =
        read(
            "a.adoc",
            """
            = 打印机
            王小明 <wang@example.cn>
            2026-06-01
            :keywords: 硬件, office
            :part: roller

            // a comment
            == Paper jams

            Switch it *off*, clean the {part}, see
            https://example.cn[the manual] and <<later,below>>.

            [source,sh]
            ----
            lpstat -t
            ----

            .Parts
            |===
            |部件 |价格

            |轮 |35
            |===

            * first
            ** second
            include::other.adoc[]

            [[later]]
            === Later
            """);
    assertEquals(
        """
        打印机
        Paper jams
        Switch it off, clean the roller, see the manual and below.
        lpstat -t
        Parts
        部件\t价格
        轮\t35
        first
        second
        Later
        """,
        article.text());
    assertEquals(List.of("王小明"), article.authors());
    assertEquals(List.of("硬件", "office"), article.tags());
    assertEquals(LocalDate.of(2026, 6, 1), article.date());
    assertEquals(15, line(article, "lpstat"));
  }

  @Test
  void latex() throws UnreadableFileException {
    Article article =
        read(
            "a.tex",
            """
            \\documentclass{article}
            \\usepackage{ctex}
            \\title{打印机与\\emph{纸}}
            \\author{王小明 \\and Anna Weber}
            \\begin{document}
            \\maketitle
            % a comment
            \\section{Paper jams}\\label{sec:jam}
            Switch it \\textbf{off}~--- then open the ``cover'' of the caf\\'e
            printer~\\cite{manual}, 100\\% of it.

            \\begin{itemize}
              \\item 先关掉电源
              \\item clean the roller\\footnote{With a cloth.}
            \\end{itemize}
            \\begin{tabular}{ll}
            部件 & 价格 \\\\
            轮 & 35 \\\\
            \\end{tabular}
            \\begin{verbatim}
            lpstat -t % kept
            \\end{verbatim}
            \\end{document}
            """);
    assertEquals(
        """
        Paper jams
        Switch it off — then open the “cover” of the café printer , 100% of it.
        先关掉电源
        clean the roller With a cloth.
        部件 价格
        轮 35
        lpstat -t % kept
        """,
        article.text());
    assertEquals("打印机与纸", article.title());
    assertEquals(List.of("王小明", "Anna Weber"), article.authors());
    assertEquals(9, line(article, "Switch"));
    assertEquals(10, line(article, "printer"));
    assertEquals(21, line(article, "lpstat"));
  }

  private static Article read(String name, String source) throws UnreadableFileException {
    return new ArticleReader().read(name, source.getBytes(UTF_8));
  }

  private static int line(Article article, String words) {
    return article.lines().lineAt(article.text().indexOf(words));
  }
}
