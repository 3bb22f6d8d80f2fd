package dev.kaiyuan.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.analysis.segmenter.UserDictionary;
import dev.kaiyuan.analysis.segmenter.WordDictionary;
import dev.kaiyuan.analysis.segmenter.WordLattice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.junit.jupiter.api.Test;

/** Where the finder saves itself the segmenter, it says what the segmenter would. */
class TermFinderTest {
  @Test
  void the_same_is_across_words_as_by_the_segmenter() throws IOException {
    assertSameAcross(UserDictionary.shipped());
  }

  @Test
  void words_of_ones_own_are_words_too() throws IOException {
    assertSameAcross(
        UserDictionary.shipped()
            .and(
                UserDictionary.of(
                    "test", "源项 900000\n的许 900000\n和代 900000\n区的 900000\n者可 900000\n")));
  }

  @Test
  void no_word_of_the_dictionary_is_longer_than_is_looked_for() {
    assertTrue(depth(0, 0) <= TermFinder.LONGEST_WORD);
  }

  private static int depth(int node, int depth) {
    int deepest = depth;
    if (depth == 0 || WordDictionary.get().hasMore(node)) {
      for (int code = 1; code < 0x1FFF; code++) {
        int next = WordDictionary.get().step(node, code);
        if (next != 0) {
          deepest = Math.max(deepest, depth(next, depth + 1));
        }
      }
    }
    return deepest;
  }

  private static void assertSameAcross(UserDictionary known) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(Path.of("corpus/zh"))) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    TermFinder finder = new TermFinder(List.of("开源"), known);
    Set<String> runs = new TreeSet<>();
    for (Path file : files) {
      runs.addAll(List.of(Files.readString(file).split("[^\\u4E00-\\u9FFF]+")));
    }
    int across = 0;
    for (String run : runs) {
      BitSet cuts = cuts(run, known);
      for (int start = 0; start < run.length(); start++) {
        for (int end = start + 2; end <= Math.min(start + 4, run.length()); end++) {
          int inside = cuts.nextSetBit(start + 1);
          boolean whole = cuts.get(start) && cuts.get(end);
          boolean expected = !whole && inside >= 0 && inside < end;
          // Anew each time: a run that was cut once is remembered.
          finder.find(run, (term, from, to) -> {});
          assertEquals(expected, finder.isAcross(start, end), run.substring(start, end) + run);
          across += expected ? 1 : 0;
        }
      }
    }
    assertTrue(across > 1000);
  }

  /** Where the words of a run of Han characters begin and end. */
  private static BitSet cuts(String text, UserDictionary known) {
    FoldedText folded = new FoldedText();
    folded.set(text);
    WordLattice lattice = new WordLattice(known);
    BitSet cuts = new BitSet();
    lattice.setText(folded.folded(), 0, text.length());
    while (lattice.next()) {
      for (int i = 0; i < lattice.size(); i++) {
        if (lattice.isOnPath(i)) {
          cuts.set(lattice.start(i));
          cuts.set(lattice.end(i));
        }
      }
    }
    return cuts;
  }

  @Test
  void every_word_that_is_indexed_is_found_where_it_stands() throws IOException {
    String text =
        """
        Three mice sent e-mail, taught children’s C++ and .NET 4.0 on x86_64; they don't run gcc4.
        XMLHttpRequest v1.30.2 needs 1,000 files (see foo.net/index.html): --dry-run, @Override!
        用Linux的人：naïve Ｌｉｎｕｘ、TCP/IP。`sudo apt-get install lib2to3-dev`，node.js与GPLv3
        sold=won,men's C# I/O `cp -r a b`,R语言 x=1,2 3.14,15 aVeryLongName_with9Parts https://x.org/a?b=c
        """;
    try (Analyzer analyzer = ChineseEnglishAnalyzer.grams();
        TokenStream tokens = analyzer.tokenStream("body", text)) {
      CharTermAttribute term = tokens.getAttribute(CharTermAttribute.class);
      OffsetAttribute offset = tokens.getAttribute(OffsetAttribute.class);
      tokens.reset();
      int found = 0;
      while (tokens.incrementToken()) {
        Set<Integer> starts = new HashSet<>();
        new TermFinder(List.of(term.toString()), UserDictionary.none())
            .find(text, (word, start, end) -> starts.add(start));
        assertTrue(starts.contains(offset.startOffset()), term + " at " + offset.startOffset());
        found++;
      }
      tokens.end();
      assertTrue(found > 100);
    }
  }
}
