package dev.kaiyuan.analysis.folding;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/**
 * Writes the files that {@link FoldingTable} reads, from OpenCC's character lists, Lucene's list of
 * Latin letters and the JDK's Unicode data. Run by the build; not in the jar.
 */
final class FoldingTableWriter {
  /**
   * Where search differs from conversion: the first character of a group stands for all of it. A
   * converter must choose between 乾 and 干; a search has only to let them meet.
   */
  private static final String GROUPS =
      """
      干乾幹榦 着著 于於 了瞭 借藉 复覆複復 征徵 么麽麼幺 折摺 沉沈 余馀餘 钟锺鍾鐘 仿彷 仇雠讎 只祇衹隻 熏薰 咨谘諮 托讬託
      巨钜鉅 抵牴 账帐賬帳 苹蘋 面麪麵 曲麹麯 背揹 夫伕 昵暱 尽侭 鲇鲶 粘黏 它牠 你妳 姐姊 念唸 占佔 恶噁𫫇 吊弔 沾霑 炼鍊錬
      线缐 彩綵 绷繃綳 奶嬭 仙僊 扎紮札劄箚 升昇陞 布佈 志誌 台臺檯颱枱 哄鬨閧 杆桿 糍餈 苎薴 参叁 核覈 烟菸煙 狸貍 碱鹼硷
      捍扞 径徑逕迳 铲剷鏟 扇搧 夹夾袷裌 溪谿 绕遶 并幷 链鏈
      """;

  private final Map<Integer, Integer> folded = new HashMap<>();
  private final CharsetEncoder simplified = Charset.forName("GB2312").newEncoder();
  private final Path openCc;

  FoldingTableWriter(Path openCc) {
    this.openCc = openCc;
  }

  /** Takes the folder of OpenCC's lists and the folder to write to. */
  public static void main(String[] args) throws IOException {
    FoldingTableWriter table = new FoldingTableWriter(Path.of(args[0]));
    table.addChinese();
    table.write(Path.of(args[1]));
  }

  private void addChinese() throws IOException {
    for (int[] pair : pairs("TSCharacters.txt")) {
      folded.putIfAbsent(pair[0], pair[1]);
    }
    folded.entrySet().removeIf(entry -> entry.getKey().equals(entry.getValue()));
    for (String list :
        List.of("STCharacters.txt", "TWVariants.txt", "HKVariants.txt", "JPVariants.txt")) {
      addVariants(list);
    }
    for (String group : GROUPS.strip().split("\\s+")) {
      int[] members = group.codePoints().toArray();
      folded.remove(members[0]);
      for (int i = 1; i < members.length; i++) {
        folded.put(members[i], members[0]);
      }
    }
    preferOneUnit();
  }

  /**
   * A regional or Japanese form joins its class, unless it is a character that Simplified text uses
   * by itself.
   */
  private void addVariants(String list) throws IOException {
    for (int[] pair : pairs(list)) {
      for (int i = 1; i < pair.length; i++) {
        int from = list.startsWith("ST") ? pair[0] : pair[i];
        int to = list.startsWith("ST") ? pair[i] : pair[0];
        boolean usedAlone = simplified.canEncode(Character.toString(from));
        if (!usedAlone && !folded.containsKey(from) && chinese(to) != from) {
          folded.put(from, to);
        }
      }
    }
  }

  /**
   * Where only the Simplified form lies outside the basic plane (噁 and 𫫇), the common one stands
   * for both.
   */
  private void preferOneUnit() {
    Map<Integer, Integer> common = new TreeMap<>();
    for (int from : new TreeSet<>(folded.keySet())) {
      int to = chinese(from);
      if (!Character.isBmpCodePoint(to) && Character.isBmpCodePoint(from)) {
        common.putIfAbsent(to, from);
      }
    }
    common.forEach(
        (rare, usual) -> {
          folded.remove(usual);
          folded.put(rare, usual);
        });
  }

  private int chinese(int codePoint) {
    int to = codePoint;
    for (Integer next = folded.get(to); next != null; next = folded.get(to)) {
      to = next;
    }
    return to;
  }

  private List<int[]> pairs(String list) throws IOException {
    List<int[]> pairs = new ArrayList<>();
    for (String line : Files.readAllLines(openCc.resolve(list))) {
      int[] codePoints = line.replaceAll("[\\s\uFEFF]", "").codePoints().toArray();
      if (codePoints.length > 1) {
        pairs.add(codePoints);
      }
    }
    return pairs;
  }

  /**
   * The folded form of one code point; empty when it is ignored, several letters when it unfolds.
   */
  private String fold(int codePoint) {
    if (ignored(codePoint)) {
      return "";
    }
    String text = Character.toString(codePoint);
    Set<String> seen = new LinkedHashSet<>();
    while (seen.add(text)) {
      String next = step(text);
      if (!next.equals(text) && !acceptable(next)) {
        break;
      }
      text = next;
    }
    return text;
  }

  private String step(String text) {
    StringBuilder next = new StringBuilder();
    int before = 0;
    for (int c : Normalizer.normalize(text, Normalizer.Form.NFKD).codePoints().toArray()) {
      if (makesLetter(before, c)) {
        next.appendCodePoint(c);
      } else if (!ignored(c)) {
        next.append(latin(chinese(Character.toLowerCase(c))));
      }
      before = c;
    }
    return Normalizer.normalize(next, Normalizer.Form.NFC);
  }

  /**
   * Whether a mark makes another letter of the one before it: バ of ハ, й of и, ї of і. ё is written
   * е as well.
   */
  private static boolean makesLetter(int before, int mark) {
    return switch (mark) {
      case 0x3099, 0x309A -> before != 0;
      case 0x0306 -> Character.UnicodeScript.of(before) == Character.UnicodeScript.CYRILLIC;
      case 0x0308 -> before == 'і' || before == 'І';
      default -> false;
    };
  }

  private static String latin(int codePoint) {
    if (codePoint < 0x80 || !Character.isBmpCodePoint(codePoint)) {
      return Character.toString(codePoint);
    }
    char[] output = new char[8];
    int length = ASCIIFoldingFilter.foldToASCII(Character.toChars(codePoint), 0, output, 0, 1);
    return new String(output, 0, length);
  }

  /**
   * One character, none (the voiced sound mark of half width), or up to four letters and digits.
   */
  private static boolean acceptable(String text) {
    int count = text.codePointCount(0, text.length());
    return count <= 1
        || (count > 1
            && text.length() <= CharacterFolding.MAX_UNITS
            && text.codePoints().allMatch(Character::isLetterOrDigit));
  }

  /** Accents, which Unicode gives to no script of their own, and what has no width. */
  private static boolean ignored(int codePoint) {
    int type = Character.getType(codePoint);
    return switch (type) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK ->
          switch (Character.UnicodeScript.of(codePoint)) {
            case INHERITED, LATIN, GREEK, CYRILLIC, HEBREW, ARABIC, MONGOLIAN -> true;
            default -> false;
          };
      case Character.FORMAT -> codePoint != 0x06DD && codePoint != 0x070F && codePoint != 0x08E2;
      default -> codePoint == 0;
    };
  }

  private void write(Path folder) throws IOException {
    Map<Integer, Integer> units = new TreeMap<>();
    Map<Integer, Integer> supplementary = new TreeMap<>();
    Map<Integer, String> expansions = new TreeMap<>();
    for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
      int type = Character.getType(codePoint);
      if (type == Character.UNASSIGNED
          || type == Character.SURROGATE
          || type == Character.PRIVATE_USE) {
        continue;
      }
      String text = fold(codePoint);
      int target;
      if (text.isEmpty()) {
        target = 0;
      } else if (text.codePointCount(0, text.length()) == 1) {
        target = text.codePointAt(0);
      } else {
        target = Character.toLowerCase(codePoint);
        if (!Character.isBmpCodePoint(target) || (target >= 0x2E80 && target < 0xAC00)) {
          continue;
        }
        expansions.put(target, text);
      }
      // Half a dozen compatibility ideographs stand for one of two units and stay themselves.
      if (target != codePoint && Character.charCount(target) <= Character.charCount(codePoint)) {
        (Character.isBmpCodePoint(codePoint) ? units : supplementary).put(codePoint, target);
      }
    }
    Files.createDirectories(folder);
    ByteBuffer shifts = buffer(2 << 16);
    units.forEach((from, to) -> shifts.putChar(2 * from, (char) (to - from)));
    writeIfChanged(folder.resolve(FoldingTable.FILE), shifts.array());
    ByteBuffer rare =
        buffer(
            8
                + 8 * supplementary.size()
                + 2 * (1 + CharacterFolding.MAX_UNITS) * expansions.size());
    rare.putInt(supplementary.size()).putInt(expansions.size());
    supplementary.keySet().forEach(rare::putInt);
    supplementary.values().forEach(rare::putInt);
    expansions.keySet().forEach(from -> rare.putChar((char) (int) from));
    for (String expansion : expansions.values()) {
      for (int i = 0; i < CharacterFolding.MAX_UNITS; i++) {
        rare.putChar(i < expansion.length() ? expansion.charAt(i) : 0);
      }
    }
    writeIfChanged(folder.resolve(FoldingTable.Rare.FILE), rare.array());
  }

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Leaves an equal file as old as it is, for what is made from it. */
  private static void writeIfChanged(Path file, byte[] bytes) throws IOException {
    if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), bytes)) {
      Files.write(file, bytes);
    }
  }
}
