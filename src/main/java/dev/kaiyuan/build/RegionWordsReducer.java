package dev.kaiyuan.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Takes the words that Taiwan and Hong Kong have of their own from OpenCC, and writes them as pairs
 * to {@code region-words.tsv}. Run by hand when they are renewed, and not in the jar:
 *
 * <pre>
 * npm pack opencc-js &amp;&amp; tar xzf opencc-js-*.tgz
 * mvn -q process-classes exec:exec@reduce -Dreducer=build.RegionWordsReducer \
 *   -Dfrom=package -Dto=src/main/data
 * </pre>
 *
 * <p>OpenCC's data is licensed Apache-2.0.
 */
public final class RegionWordsReducer {
  private static final String NOTICE =
      """
      # Words of the mainland and of Taiwan or Hong Kong, from OpenCC (https://github.com/BYVoid/OpenCC) as in the npm package
      # opencc-js 1.4.2, by dev.kaiyuan.build.RegionWordsReducer. Licence: Apache-2.0
      """;

  private RegionWordsReducer() {}

  /** Takes the folder of the npm package and the folder to write to. */
  public static void main(String[] args) throws IOException {
    Path lists = Path.of(args[0]).resolve("dist/esm-lib/dict");
    Set<String> pairs = new TreeSet<>();
    for (String region : List.of("TW", "HK")) {
      for (String pair : pairs(lists.resolve(region + "Phrases.js"))) {
        String[] words = pair.split(" ", -1);
        add(words[0], words[1], pairs);
      }
      for (String pair : pairs(lists.resolve(region + "PhrasesRev.js"))) {
        String[] words = pair.split(" ", -1);
        add(words[1], words[0], pairs);
      }
    }
    Files.writeString(
        Path.of(args[1]).resolve("region-words.tsv"), NOTICE + String.join("\n", pairs) + "\n");
  }

  /** Reads {@code export default "from to|from to|…";}. */
  private static String[] pairs(Path list) throws IOException {
    String script = Files.readString(list);
    return script.substring(script.indexOf('"') + 1, script.lastIndexOf('"')).split("\\|", -1);
  }

  private static void add(String mainland, String region, Set<String> pairs) {
    if (!mainland.equals(region)
        && mainland.codePointCount(0, mainland.length()) > 1
        && region.codePointCount(0, region.length()) > 1) {
      pairs.add(mainland + "\t" + region);
    }
  }
}
