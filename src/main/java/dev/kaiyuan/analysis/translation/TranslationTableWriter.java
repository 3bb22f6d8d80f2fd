package dev.kaiyuan.analysis.translation;

import dev.kaiyuan.analysis.folding.CharacterFolding;
import dev.kaiyuan.analysis.translation.Translation.Source;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes the files that {@link TranslationTable} and {@link Pinyin} read, from the glossary, the
 * words of regions and CC-CEDICT. Run by the build; not in the jar.
 */
public final class TranslationTableWriter {
  private static final Pattern SENSES = Pattern.compile("; ");
  private static final int MOST_ANSWERS = 12;

  /** Unpacked bytes of a part, more or less. */
  private static final int PART = 16_000;

  private final Map<String, Map<String, Translation>> toEnglish = new HashMap<>();
  private final Map<String, Map<String, Translation>> toChinese = new HashMap<>();
  private final Map<String, Map<String, Translation>> otherNames = new HashMap<>();

  /**
   * Takes the glossary, the folder of the other data, the folder to write to, and the folder of
   * this program's source.
   */
  public static void main(String[] args) throws IOException {
    Path output = Path.of(args[2]);
    if (isNewest(output.resolve("other-names.bin"), args)) {
      return;
    }
    TranslationTableWriter make = new TranslationTableWriter();
    Path data = Path.of(args[1]);
    make.addNames(Glossary.read(Path.of(args[0])), Source.GLOSSARY, 1);
    make.addNames(regions(data.resolve("region-words.tsv")), Source.REGION, 0.8f);
    make.addDictionary(data.resolve("cedict.tsv"));
    writePinyin(data.resolve("pinyin.tsv"), output.resolve("pinyin.txt"));
    Files.write(output.resolve("to-english.bin"), table(make.toEnglish));
    Files.write(output.resolve("to-chinese.bin"), table(make.toChinese));
    Files.write(output.resolve("other-names.bin"), table(make.otherNames));
  }

  /**
   * Whether the last file made is newer than all that this reads, so that an unchanged build need
   * not wait.
   */
  private static boolean isNewest(Path made, String[] sources) throws IOException {
    if (!Files.exists(made)) {
      return false;
    }
    for (String source : sources) {
      try (Stream<Path> files = Files.walk(Path.of(source))) {
        for (Path file : (Iterable<Path>) files::iterator) {
          boolean newer =
              Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(made)) > 0;
          if (newer && Files.isRegularFile(file)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private static Glossary regions(Path file) throws IOException {
    List<Glossary.Thing> things = new ArrayList<>();
    for (String[] pair : rows(file)) {
      String mainland = CharacterFolding.fold(pair[0]);
      String region = CharacterFolding.fold(pair[1]);
      if (!mainland.equals(region)) {
        things.add(new Glossary.Thing(List.of(mainland, region), List.of()));
      }
    }
    return new Glossary(things);
  }

  private static List<String[]> rows(Path file) throws IOException {
    List<String[]> rows = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.startsWith("#")) {
        rows.add(line.split("\t"));
      }
    }
    return rows;
  }

  private void addNames(Glossary glossary, Source source, float trust) {
    Translations said = Translations.of(glossary);
    for (Glossary.Thing thing : glossary.things()) {
      for (String name : thing.chinese()) {
        put(toEnglish, name, said::toEnglish, source, trust);
        put(otherNames, name, said::otherNames, source, trust);
      }
      for (String name : thing.english()) {
        put(toChinese, name, said::toChinese, source, trust);
        put(otherNames, name, said::otherNames, source, trust);
      }
    }
  }

  private static void put(
      Map<String, Map<String, Translation>> table,
      String name,
      Function<String, List<Translation>> said,
      Source source,
      float trust) {
    for (Translation translation : said.apply(name)) {
      add(
          table,
          NameKey.of(name),
          new Translation(translation.text(), translation.weight() * trust, source));
    }
  }

  private static void add(
      Map<String, Map<String, Translation>> table, String key, Translation translation) {
    String answer = NameKey.of(translation.text());
    table.computeIfAbsent(key, k -> new LinkedHashMap<>()).putIfAbsent(answer, translation);
  }

  /** The characters as they are in the index, each once after a reading. */
  private static void writePinyin(Path from, Path to) throws IOException {
    StringBuilder text = new StringBuilder("\n");
    for (String[] row : rows(from)) {
      text.append(row[0]).append('\t');
      CharacterFolding.fold(row[1]).codePoints().distinct().forEach(text::appendCodePoint);
      text.append('\n');
    }
    Files.createDirectories(to.getParent());
    Files.writeString(to, text);
  }

  private void addDictionary(Path file) throws IOException {
    Map<String, Map<String, Float>> reverse = new HashMap<>();
    for (String[] row : rows(file)) {
      String word = CharacterFolding.fold(row[0]);
      String[] senses = SENSES.split(row[1]);
      for (int rank = 0; rank < senses.length; rank++) {
        float weight = Math.max(0.2f, 0.6f - 0.08f * rank);
        add(toEnglish, word, new Translation(senses[rank], weight, Source.DICTIONARY));
        String english = NameKey.of(senses[rank]);
        reverse
            .computeIfAbsent(english, k -> new HashMap<>())
            .merge(word, weight * likely(word, senses.length), Math::max);
      }
    }
    reverse.forEach(
        (english, words) ->
            words.entrySet().stream()
                .sorted(
                    Map.Entry.<String, Float>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_ANSWERS)
                .forEach(
                    word ->
                        add(
                            toChinese,
                            english,
                            new Translation(word.getKey(), word.getValue(), Source.DICTIONARY))));
  }

  /**
   * A word of two or three characters with few senses is more likely what an English word asks for.
   */
  private static float likely(String word, int senses) {
    int length = word.codePointCount(0, word.length());
    float usual = length == 1 ? 0.6f : length <= 3 ? 1 : length == 4 ? 0.85f : 0.7f;
    return usual / (1 + 0.03f * (senses - 1));
  }

  /** Returns a file as {@link TranslationTable} describes it. */
  public static byte[] table(Map<String, Map<String, Translation>> table) throws IOException {
    TreeMap<byte[], byte[]> entries = new TreeMap<>(Arrays::compareUnsigned);
    for (var entry : table.entrySet()) {
      entries.put(
          entry.getKey().getBytes(StandardCharsets.UTF_8), bytes(entry.getValue().values()));
    }
    entries.remove(new byte[0]);
    List<byte[]> firstWords = new ArrayList<>();
    List<ByteArrayOutputStream> parts = new ArrayList<>();
    for (var entry : entries.entrySet()) {
      if (parts.isEmpty() || parts.getLast().size() > PART) {
        firstWords.add(entry.getKey());
        parts.add(new ByteArrayOutputStream());
      }
      DataOutputStream part = new DataOutputStream(parts.getLast());
      part.writeByte(entry.getKey().length);
      part.write(entry.getKey());
      part.writeShort(entry.getValue().length);
      part.write(entry.getValue());
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(file)) {
      out.writeInt(parts.size());
      List<byte[]> packed = new ArrayList<>();
      int end = 4;
      for (byte[] word : firstWords) {
        end += 9 + word.length;
      }
      for (int part = 0; part < parts.size(); part++) {
        byte[] bytes = packed(parts.get(part).toByteArray());
        packed.add(bytes);
        end += bytes.length;
        out.writeInt(end);
        out.writeInt(parts.get(part).size());
        out.writeByte(firstWords.get(part).length);
        out.write(firstWords.get(part));
      }
      for (byte[] part : packed) {
        out.write(part);
      }
    }
    return file.toByteArray();
  }

  private static byte[] packed(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out =
        new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_COMPRESSION))) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private static byte[] bytes(Collection<Translation> translations) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(bytes);
    List<Translation> best = new ArrayList<>(translations);
    best.sort(
        Comparator.comparing(Translation::source)
            .thenComparing(Comparator.comparing(Translation::weight).reversed()));
    for (Translation translation : best) {
      byte[] text = translation.text().getBytes(StandardCharsets.UTF_8);
      data.writeByte(TranslationTable.rank(translation));
      data.writeByte(text.length);
      data.write(text);
    }
    return bytes.toByteArray();
  }
}
