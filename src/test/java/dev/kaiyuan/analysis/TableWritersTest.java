package dev.kaiyuan.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.kaiyuan.analysis.segmenter.CharacterPagesWriter;
import dev.kaiyuan.analysis.segmenter.TrieWriter;
import dev.kaiyuan.analysis.segmenter.WordDictionary;
import dev.kaiyuan.analysis.translation.Translation;
import dev.kaiyuan.analysis.translation.Translation.Source;
import dev.kaiyuan.analysis.translation.TranslationTable;
import dev.kaiyuan.analysis.translation.TranslationTableWriter;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the build writes, the program reads. */
class TableWritersTest {
  @Test
  void translations_are_found_by_their_words_the_best_first() throws IOException {
    Map<String, Map<String, Translation>> table = new TreeMap<>();
    for (int i = 0; i < 2_000; i++) {
      put(table, "词" + i, new Translation("word " + i, 0.5f, Source.DICTIONARY));
    }
    put(table, "许可证", new Translation("permit", 0.25f, Source.DICTIONARY));
    put(table, "许可证", new Translation("license", 0.5f, Source.DICTIONARY));
    put(table, "许可证", new Translation("licence", 1, Source.GLOSSARY));
    TranslationTable read =
        new TranslationTable("a test's table", TranslationTableWriter.table(table));

    assertEquals(List.of("licence", "license", "permit"), texts(read.find("许可证")));
    assertEquals(1, read.find("许可证").getFirst().weight());
    assertEquals(Source.GLOSSARY, read.find("许可证").getFirst().source());
    for (int i = 0; i < 2_000; i++) {
      assertEquals(List.of("word " + i), texts(read.find("词" + i)));
      assertEquals(List.of(), read.find("词" + i + "语"));
    }
    for (String unknown : List.of("", "a", "许可", "许可证书", "龥")) {
      assertEquals(List.of(), read.find(unknown), unknown);
    }
  }

  private static void put(
      Map<String, Map<String, Translation>> table, String word, Translation translation) {
    table.computeIfAbsent(word, w -> new LinkedHashMap<>()).put(translation.text(), translation);
  }

  private static List<String> texts(List<Translation> translations) {
    return translations.stream().map(Translation::text).toList();
  }

  @Test
  void a_trie_leads_to_each_word_and_to_nothing_else() {
    Map<String, Integer> words = Map.of("开", 1, "开源", 2, "开源许可证", 3, "源", 4, "许可", 5);
    CharacterPagesWriter characters = new CharacterPagesWriter(words.keySet());
    TrieWriter trie = new TrieWriter(words, characters);

    words.forEach((word, id) -> assertEquals(id, id(trie, characters, word), word));
    for (String none : List.of("开源许", "可", "源开", "证", "许可证", "天")) {
      assertEquals(0, id(trie, characters, none), none);
    }
  }

  /** The id of a word, looked up as {@link WordDictionary#step} does. */
  private static int id(TrieWriter trie, CharacterPagesWriter characters, String word) {
    int node = 0;
    for (char c : word.toCharArray()) {
      int code = characters.code(c);
      int base = trie.slots[node] >>> WordDictionary.CODE_BITS;
      int next = base + code;
      boolean isLeaf = node != 0 && base == 0;
      if (isLeaf || code == 0 || (trie.slots[next] & WordDictionary.MOST_CODES) != code) {
        return 0;
      }
      node = next;
    }
    return trie.ids[node];
  }

  @Test
  void characters_are_of_the_kinds_that_the_program_knows() {
    CharacterPagesWriter characters = new CharacterPagesWriter(Set.of("开源"));
    char[] entries = characters.entries();
    Map<Character, Integer> kinds = new LinkedHashMap<>();
    for (char c : "开ａZ９，é\uD83D\u3000。".toCharArray()) {
      char entry = entries[characters.pages[c >> 8] + (c & 0xFF)];
      kinds.put(c, WordDictionary.kind(entry));
      assertEquals(characters.code(c), WordDictionary.code(entry));
    }
    assertEquals("{开=0, ａ=1, Z=1, ９=2, ，=3, é=4, \uD83D=5, \u3000=6, 。=7}", kinds.toString());
    assertNotEquals(0, characters.code('源'));
    assertEquals(0, characters.code('流'));
  }
}
