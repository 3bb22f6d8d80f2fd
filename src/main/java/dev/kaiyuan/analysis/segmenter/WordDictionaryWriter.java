package dev.kaiyuan.analysis.segmenter;

import dev.kaiyuan.analysis.folding.CharacterFolding;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Compiles {@link SmartcnModel SmartCN's words and pairs}, and a list of more words, to the file
 * that {@link WordDictionary} reads without parsing; its comment says what lies where. Run by the
 * build; not in the jar.
 */
final class WordDictionaryWriter {
  private final SmartcnModel model = new SmartcnModel();
  private final Set<String> subjectWords;
  private final Path pairs;

  private WordDictionaryWriter(Set<String> subjectWords, Path pairs) {
    this.subjectWords = subjectWords;
    this.pairs = pairs;
  }

  /**
   * Takes the file to write, the list of more words, that of SmartCN's pairs, and what else the
   * file is made from: it is made again only when one of these is newer.
   */
  public static void main(String[] args) throws IOException, ClassNotFoundException {
    Path output = Path.of(args[0]);
    if (isUpToDate(output, args)) {
      return;
    }
    Files.createDirectories(output.getParent());
    var writer = new WordDictionaryWriter(readSubjectWords(Path.of(args[1])), Path.of(args[2]));
    Files.write(output, writer.compile());
  }

  private static boolean isUpToDate(Path output, String[] args) throws IOException {
    if (!Files.exists(output)) {
      return false;
    }
    for (int i = 1; i < args.length; i++) {
      try (Stream<Path> files = Files.walk(Path.of(args[i]))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          if (Files.getLastModifiedTime(output).compareTo(Files.getLastModifiedTime(file)) < 0) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private byte[] compile() throws IOException, ClassNotFoundException {
    model.readWords();
    Map<String, List<SmartcnModel.Pair>> pairsByLeft = new HashMap<>();
    Set<String> inPairs = new HashSet<>();
    for (SmartcnModel.Pair pair : model.readPairs(pairs)) {
      pairsByLeft.computeIfAbsent(pair.left(), left -> new ArrayList<>()).add(pair);
      inPairs.add(pair.left());
      inPairs.add(pair.right());
    }

    // What is looked up most lies together. Words that are in no pair differ only in their count.
    List<String> classes = SmartcnModel.CLASSES;
    inPairs.removeAll(classes);
    List<String> paired = new ArrayList<>(classes);
    inPairs.stream()
        .sorted(Comparator.<String>comparingInt(w -> -model.count(w)).thenComparing(w -> w))
        .forEach(paired::add);
    Map<String, Integer> ids = new TreeMap<>();
    for (String word : paired) {
      ids.put(word, ids.size());
    }
    int[] counts = paired.stream().mapToInt(model::count).toArray();
    counts[WordDictionary.MARK] = SmartcnModel.MAX_FREQUENCY;

    int[] distinctCounts =
        IntStream.concat(Arrays.stream(counts), model.wordCounts.values().stream().mapToInt(c -> c))
            .sorted()
            .distinct()
            .toArray();
    double[] unseen =
        Arrays.stream(distinctCounts).mapToDouble(c -> SmartcnModel.cost(c, 0)).toArray();
    var groups = new PairGroupsWriter(ids);
    long[] words = new long[paired.size() + distinctCounts.length];
    for (int id = 0; id < paired.size(); id++) {
      List<SmartcnModel.Pair> followers = pairsByLeft.getOrDefault(paired.get(id), List.of());
      words[id] =
          groups.add(counts[id], followers) << 11 | Arrays.binarySearch(distinctCounts, counts[id]);
    }
    for (int i = 0; i < distinctCounts.length; i++) {
      words[paired.size() + i] = groups.add(distinctCounts[i], List.of()) << 11 | i;
    }
    for (Map.Entry<String, Integer> word : model.wordCounts.entrySet()) {
      int id = paired.size() + Arrays.binarySearch(distinctCounts, word.getValue());
      if (SmartcnModel.isHan(word.getKey())) {
        ids.putIfAbsent(word.getKey(), id);
      }
    }
    double[] seen = groups.costs();

    ids.keySet().removeAll(classes);
    long fingerprint = SmartcnModel.hash(String.join(" ", subjectWords));
    int[] extras = addExtras(ids, words.length);
    var characters = new CharacterPagesWriter(ids.keySet());
    var trie = new TrieWriter(ids, characters);
    int[] numbers = {paired.size(), (int) (fingerprint >>> 32), (int) fingerprint};
    return write(
        List.of(words, groups.buckets()),
        List.of(unseen, seen),
        List.of(trie.slots, trie.ids, extras, numbers),
        List.of(characters.pages, characters.entries()));
  }

  /**
   * Adds what SmartCN does not have: the folded form of each word where that is no word itself, as
   * text is folded before it is looked up, and the words of this subject. Each gets an id of its
   * own from the given one on.
   *
   * @return for each the id of the word that it is to SmartCN's model, and whether it is one of the
   *     subject's
   */
  private int[] addExtras(Map<String, Integer> ids, int firstId) {
    Map<String, String> aliases = new TreeMap<>();
    for (String word : ids.keySet()) {
      String folded = CharacterFolding.fold(word);
      if (folded.length() == word.length() && !ids.containsKey(folded)) {
        aliases.merge(folded, word, (a, b) -> model.count(a) >= model.count(b) ? a : b);
      }
    }
    Map<String, Integer> extras = new TreeMap<>();
    aliases.forEach((alias, word) -> extras.put(alias, ids.get(word) | WordDictionary.ALIAS));
    for (String word : subjectWords) {
      extras.put(
          word, extras.getOrDefault(word, ids.getOrDefault(word, 0)) | WordDictionary.SHIPPED);
    }
    int next = firstId;
    for (String extra : extras.keySet()) {
      ids.put(extra, next++);
    }
    return extras.values().stream().mapToInt(extra -> extra).toArray();
  }

  private static Set<String> readSubjectWords(Path file) throws IOException {
    Set<String> words = new TreeSet<>();
    for (String line : Files.readAllLines(file)) {
      String word = CharacterFolding.fold(line.strip());
      if (!word.isEmpty()
          && !word.startsWith("#")
          && (!SmartcnModel.isHan(word) || !words.add(word))) {
        throw new IllegalArgumentException(file + ": not of Han characters, or twice: " + word);
      }
    }
    return words;
  }

  /** The number of elements of each section, then the sections. */
  private static byte[] write(
      List<long[]> longs, List<double[]> doubles, List<int[]> ints, List<char[]> chars) {
    ByteBuffer file = ByteBuffer.allocate(1 << 23).order(ByteOrder.LITTLE_ENDIAN);
    file.putInt(WordDictionary.FORMAT);
    longs.forEach(section -> file.putInt(section.length));
    doubles.forEach(section -> file.putInt(section.length));
    ints.forEach(section -> file.putInt(section.length));
    chars.forEach(section -> file.putInt(section.length));
    for (long[] section : longs) {
      file.asLongBuffer().put(section);
      file.position(file.position() + section.length * Long.BYTES);
    }
    for (double[] section : doubles) {
      file.asDoubleBuffer().put(section);
      file.position(file.position() + section.length * Double.BYTES);
    }
    for (int[] section : ints) {
      file.asIntBuffer().put(section);
      file.position(file.position() + section.length * Integer.BYTES);
    }
    for (char[] section : chars) {
      file.asCharBuffer().put(section);
      file.position(file.position() + section.length * Character.BYTES);
    }
    return Arrays.copyOf(file.array(), file.position());
  }
}
