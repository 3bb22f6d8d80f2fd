package dev.kaiyuan.document.markdown.inline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.document.markdown.MarkdownReader;
import java.util.Random;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;

/** Where Chinese is not concerned, the words are those that the CommonMark library finds. */
class InlineMarkupTest {
  /** No piece begins a line with a sign, so that all of them are one paragraph. */
  private static final String[] PIECES = {
    "a",
    "b",
    "word",
    " ",
    " ",
    "  ",
    "\ns",
    "  \ns",
    "*",
    "*",
    "**",
    "***",
    "_",
    "__",
    "`",
    "``",
    "[",
    "]",
    "](",
    "](u)",
    "](<u v>)",
    "](u '-')",
    "(",
    ")",
    "\\",
    "<",
    ">",
    "<b>",
    "</b>",
    "<b c='d'>",
    "<!-- -->",
    "<?",
    "<u:v>",
    "<u@v.w>",
    "&amp;",
    "&lt;",
    "&",
    ";",
    "\"",
    "'",
    ".",
    ",",
    "[x]",
    "[x][x]",
    "[][x]",
    "“",
    "\\*",
    "\\[",
    "\\\ns",
  };

  /** At length: {@code mvn test -Dtest=InlineMarkupTest -Dfuzz.inputs=1000000}. */
  private static final int INPUTS = Integer.getInteger("fuzz.inputs", 4000);

  private static final Pattern EMPHASIS_OF_NOTHING = Pattern.compile("\\*\\s*\\*\\*|\\*\\*\\s*\\*");

  private static final Parser LIBRARY = Parser.builder().build();

  @Test
  void finds_the_words_the_library_finds() {
    int strong = 0;
    for (int seed = 0; seed < INPUTS; seed++) {
      var random = new Random(seed);
      var markdown = new StringBuilder("s");
      for (int i = random.nextInt(25); i >= 0; i--) {
        markdown.append(PIECES[random.nextInt(PIECES.length)]);
      }
      String paragraph = markdown.append("e").toString();
      String source = paragraph + "\n\n[x]: /y\n";
      String expected = libraryWords(source);
      String words = ourWords(source);
      if (EMPHASIS_OF_NOTHING.matcher(expected).find()) {
        // The library leaves its asterisks, the index drops them. All else is the same.
        expected = expected.replaceAll("[* ]+", "");
        words = words.replaceAll("[* ]+", "");
      } else if (expected.contains("**")) {
        strong++;
      }
      assertEquals(expected, words, () -> "Markdown: " + paragraph);
    }
    assertTrue(strong > INPUTS / 20, "only " + strong + " have asterisks that are text");
  }

  private static String ourWords(String source) {
    return foldSpace(MarkdownReader.read(source, 1).text());
  }

  private static String libraryWords(String source) {
    var words = new StringBuilder();
    LIBRARY
        .parse(source)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Text text) {
                words.append(text.getLiteral());
              }

              @Override
              public void visit(Code code) {
                words.append(code.getLiteral());
              }

              @Override
              public void visit(SoftLineBreak lineBreak) {
                words.append(' ');
              }

              @Override
              public void visit(HardLineBreak lineBreak) {
                words.append(' ');
              }

              @Override
              public void visit(Paragraph paragraph) {
                visitChildren(paragraph);
                words.append(' ');
              }
            });
    return foldSpace(words.toString());
  }

  private static String foldSpace(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
