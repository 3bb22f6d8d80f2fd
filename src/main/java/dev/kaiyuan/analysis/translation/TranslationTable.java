package dev.kaiyuan.analysis.translation;

import dev.kaiyuan.analysis.folding.BuiltResource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * One direction of the built-in dictionary, made by the build. Its words are sorted and cut into
 * compressed parts of some 16 kB, as in the sorted tables of key-value stores, so that a look-up
 * unpacks the one part that may have the word, and the things that begin with the same word lie in
 * one. Thread-safe; the file is read when this is made.
 *
 * <p>The file is the number of parts, then for each the place where it ends, its unpacked length
 * and its first word, then the parts. An entry of a part is a word, two bytes for the length of its
 * translations, and for each of these a byte of source and weight and the text. A text or word is a
 * byte for its length and UTF-8. Numbers are big-endian.
 */
public final class TranslationTable {
  private static final Translation.Source[] SOURCES = Translation.Source.values();
  private static final int FULL_WEIGHT = 63;
  private static final int SOURCE_SHIFT = 6;
  private static final byte[] PACKED = {};

  private final String resource;
  private final byte[] file;

  /** Where the head of each part stands, and at the end where the first part starts. */
  private final int[] heads;

  private final byte[][] parts;

  /** Reads the table, but unpacks nothing yet. */
  public TranslationTable(String resource) {
    this(resource, BuiltResource.read(resource));
  }

  /** Makes a table of a file's content. */
  public TranslationTable(String resource, byte[] file) {
    this.resource = resource;
    this.file = file;
    parts = new byte[number(file, 0)][];
    Arrays.fill(parts, PACKED);
    heads = new int[parts.length + 1];
    heads[0] = 4;
    for (int part = 0; part < parts.length; part++) {
      int word = heads[part] + 8;
      heads[part + 1] = word + 1 + (file[word] & 0xFF);
    }
  }

  /** The translations of a word, the best first; empty when the table does not have it. */
  public List<Translation> find(String word) {
    byte[] key = word.getBytes(StandardCharsets.UTF_8);
    int last = -1;
    while (last + 1 < parts.length && compare(file, heads[last + 1] + 8, key) <= 0) {
      last++;
    }
    return last < 0 ? List.of() : find(unpacked(last), key);
  }

  private static List<Translation> find(byte[] part, byte[] key) {
    for (int at = 0; at < part.length; ) {
      int order = compare(part, at, key);
      int translations = at + 1 + (part[at] & 0xFF) + 2;
      at = translations + ((part[translations - 2] & 0xFF) << 8 | part[translations - 1] & 0xFF);
      if (order >= 0) {
        return order == 0 ? translations(part, translations, at) : List.of();
      }
    }
    return List.of();
  }

  private synchronized byte[] unpacked(int number) {
    byte[] part = parts[number];
    if (part == PACKED) {
      int from = number == 0 ? heads[parts.length] : number(file, heads[number - 1]);
      part = new byte[number(file, heads[number] + 4)];
      Inflater inflater = new Inflater();
      try {
        inflater.setInput(file, from, number(file, heads[number]) - from);
        if (inflater.inflate(part) != part.length) {
          throw new IllegalStateException(
              resource + " is cut short; build the program again with: mvn package");
        }
      } catch (DataFormatException e) {
        throw new IllegalStateException(
            resource + " is damaged; build the program again with: mvn package", e);
      } finally {
        inflater.end();
      }
      parts[number] = part;
    }
    return part;
  }

  /** Orders the word that is at a place, after its length, and another. */
  private static int compare(byte[] bytes, int at, byte[] key) {
    int from = at + 1;
    return Arrays.compareUnsigned(bytes, from, from + (bytes[at] & 0xFF), key, 0, key.length);
  }

  private static List<Translation> translations(byte[] part, int from, int to) {
    List<Translation> translations = new ArrayList<>();
    for (int at = from; at < to; ) {
      int rank = part[at] & 0xFF;
      int length = part[at + 1] & 0xFF;
      String text = new String(part, at + 2, length, StandardCharsets.UTF_8);
      float weight = (float) (rank & FULL_WEIGHT) / FULL_WEIGHT;
      translations.add(new Translation(text, weight, SOURCES[rank >> SOURCE_SHIFT]));
      at += 2 + length;
    }
    return translations;
  }

  /** The byte of a translation's source and weight. */
  static int rank(Translation translation) {
    int weight = Math.max(1, Math.round(translation.weight() * FULL_WEIGHT));
    return translation.source().ordinal() << SOURCE_SHIFT | weight;
  }

  private static int number(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) << 24
        | (bytes[at + 1] & 0xFF) << 16
        | (bytes[at + 2] & 0xFF) << 8
        | bytes[at + 3] & 0xFF;
  }
}
