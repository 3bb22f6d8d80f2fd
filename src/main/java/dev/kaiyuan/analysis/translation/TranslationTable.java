package dev.kaiyuan.analysis.translation;

import dev.kaiyuan.analysis.folding.BuiltResource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

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

  /** How far the first word of a part is behind where its head starts. */
  private static final int WORD = 8;

  /** The bytes of the shortest entry: a length, a character, and the length of nothing. */
  private static final int LEAST_ENTRY = 4;

  private final String resource;
  private final byte[] file;

  /** Where the head of each part stands, and at the end where the first part starts. */
  private final int[] heads;

  private final @Nullable Part[] parts;

  /**
   * An unpacked part.
   *
   * @param entries where each entry stands
   */
  private record Part(byte[] bytes, int[] entries) {
    static Part of(byte[] bytes) {
      int[] entries = new int[bytes.length / LEAST_ENTRY];
      int size = 0;
      for (int at = 0; at < bytes.length; at = end(bytes, at)) {
        entries[size++] = at;
      }
      return new Part(bytes, Arrays.copyOf(entries, size));
    }

    List<Translation> find(byte[] key) {
      int entry = last(bytes, entries, 0, entries.length, key);
      boolean found = entry >= 0 && compare(bytes, entries[entry], key) == 0;
      return found
          ? translations(bytes, start(bytes, entries[entry]), end(bytes, entries[entry]))
          : List.of();
    }

    /** Where the translations of an entry start. */
    private static int start(byte[] bytes, int entry) {
      return entry + 1 + (bytes[entry] & 0xFF) + 2;
    }

    /** Where an entry ends. */
    private static int end(byte[] bytes, int entry) {
      int start = start(bytes, entry);
      return start + ((bytes[start - 2] & 0xFF) << 8 | bytes[start - 1] & 0xFF);
    }
  }

  /** Reads the table, but unpacks nothing yet. */
  public TranslationTable(String resource) {
    this(resource, BuiltResource.read(resource));
  }

  /** Makes a table of a file's content. */
  public TranslationTable(String resource, byte[] file) {
    this.resource = resource;
    this.file = file;
    parts = new Part[number(file, 0)];
    heads = new int[parts.length + 1];
    heads[0] = 4;
    for (int part = 0; part < parts.length; part++) {
      int word = heads[part] + WORD;
      heads[part + 1] = word + 1 + (file[word] & 0xFF);
    }
  }

  /** The translations of a word, the best first; empty when the table does not have it. */
  public List<Translation> find(String word) {
    byte[] key = word.getBytes(StandardCharsets.UTF_8);
    int part = last(file, heads, WORD, parts.length, key);
    return part < 0 ? List.of() : unpacked(part).find(key);
  }

  /**
   * Returns the last of some sorted words that is not behind a key, or -1 if all are.
   *
   * @param places where things stand that hold a word each
   * @param word how far in each its word is
   */
  private static int last(byte[] bytes, int[] places, int word, int count, byte[] key) {
    int low = 0;
    int high = count - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (compare(bytes, places[middle] + word, key) <= 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return high;
  }

  private synchronized Part unpacked(int number) {
    Part part = parts[number];
    if (part == null) {
      int from = number == 0 ? heads[parts.length] : number(file, heads[number - 1]);
      byte[] bytes = new byte[number(file, heads[number] + 4)];
      Inflater inflater = new Inflater();
      try {
        inflater.setInput(file, from, number(file, heads[number]) - from);
        if (inflater.inflate(bytes) != bytes.length) {
          throw new IllegalStateException(
              resource + " is cut short; build the program again with: mvn package");
        }
      } catch (DataFormatException e) {
        throw new IllegalStateException(
            resource + " is damaged; build the program again with: mvn package", e);
      } finally {
        inflater.end();
      }
      part = Part.of(bytes);
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
