package dev.kaiyuan.analysis.segmenter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.kaiyuan.analysis.folding.CharacterFolding;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordLatticeTest {
  @TempDir private Path folder;

  @Test
  void cutsATextIntoItsLikeliestWords() {
    assertEquals(
        "自由 软件 关乎 用户 运行 、 拷贝 、 分发 、 学习 和 改进 软件 的 自由 。", path("自由软件关乎用户运行、拷贝、分发、学习和改进软件的自由。"));
    assertEquals("结婚 的 和 尚未 结婚 的", path("结婚的和尚未结婚的"));
  }

  @Test
  void knowsEveryWordWhateverTheNeighboursMakeOfIt() {
    assertTrue(words("支持开源。").contains("开源"));
    assertTrue(words("“开源”软件").contains("开源"));
    assertTrue(words("操作系统").containsAll(List.of("操作系统", "操作", "系统")));
  }

  @Test
  void tellsWhatAWordIsMadeOf() {
    assertEquals("HAN LETTERS DIGITS HAN MARK OTHER OTHER SUPPLEMENTARY", kinds("用gpl2吧!éа𠮷"));
  }

  @Test
  void findsWordsWhoseCharactersWereFoldedIntoOthers() {
    assertEquals("着名 的 作者", path("着名的作者"));
    assertEquals("重复 、 反复 、 复盖", path("重复、反复、复盖"));
  }

  @Test
  void readsMarksFoldedToHalfWidthAsTheirFullWidth() {
    for (String clause : List.of("开源了，", "他来到，", "其中，")) {
      assertEquals(path(clause).replace('，', ','), path(clause.replace('，', ',')));
    }
  }

  @Test
  void readsAWordThatALineBreakDivides() {
    assertEquals("这 是 一个 操作\n系统", path("这是一个操作\n系统"));
  }

  @Test
  void endsASentenceAtAnEmptyLine() {
    assertEquals("操作 系统", path("操作\n\n系统"));
    assertEquals("操作 系统", path("操作\r\n  \r\n系统"));
  }

  @Test
  void cutsNoWordInTwoHoweverFarTheEndOfTheSentence() {
    String words = "操作系统,";
    String text = words.repeat(3_000);
    assertEquals(List.of(), misplaced(text, words));
    String unmarked = "我们在操作系统的内核里";
    assertEquals(List.of(), misplaced(unmarked.repeat(3_000), unmarked));
  }

  @Test
  void readsAStretchOfALongSentenceAsItReadsTheWhole() throws IOException {
    String prose = prose().replaceAll("[。！？!?\\n]", "");
    var random = new Random(7);
    for (int round = 0; round < 5; round++) {
      var text = new StringBuilder();
      while (text.length() < 12_000) {
        int start = random.nextInt(prose.length() - 100);
        text.append(prose, start, start + random.nextInt(100));
      }
      char[] chars = text.toString().toCharArray();
      var whole = new WordLattice(UserDictionary.none());
      whole.setSentence(chars, 0, chars.length);
      List<String> expected = new ArrayList<>();
      collectPath(whole, chars, expected);
      assertEquals(expected, pathOf(new WordLattice(UserDictionary.none()), chars));
    }
  }

  @Test
  void coversEveryCharacterOnceInOrder() throws IOException {
    String prose = prose();
    var random = new Random(8);
    var lattice = new WordLattice(UserDictionary.shipped());
    for (int round = 0; round < 300; round++) {
      var text = new StringBuilder(prose.substring(random.nextInt(prose.length() - 900)));
      text.setLength(random.nextInt(900));
      for (int i = 0; i < text.length() / 9; i++) {
        text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(0x10000));
      }
      assertCovers(lattice, text.toString().toCharArray());
    }
  }

  @Test
  void knowsTheUsersWords() throws IOException {
    assertEquals("训练 大 模型", path("训练大模型"));
    assertEquals("训练 大模型", path(user("大模型"), "训练大模型"));
    assertEquals("一 件 t恤 和 k8s集群", path(user("Ｔ恤\nK8s集群"), "一件t恤和k8s集群"));
    assertEquals("甲壳虫 软件", path(user("甲殼蟲"), "甲壳虫软件"));
  }

  @Test
  void knowsTheWordsOfOpenSource() throws IOException {
    assertEquals("支持 开 源 。", path("支持开源。"));
    assertEquals("支持 开源 。", path(UserDictionary.shipped(), "支持开源。"));
    assertEquals("云原生 的 微服务 和 人工智能 大模型 训练", path(UserDictionary.shipped(), "云原生的微服务和人工智能大模型训练"));
    assertEquals("以上 传统 观念", path(UserDictionary.shipped(), "以上传统观念"));
  }

  @Test
  void letsTheUserWeighTheShippedWords() throws IOException {
    UserDictionary words = UserDictionary.shipped().and(user("大模型 1\n模型训练 2000000"));
    assertEquals("大 模型训练", path(words, "大模型训练"));
  }

  @Test
  void letsAUsersWordKeepItsPartsInTheLattice() throws IOException {
    List<String> words = words(user("大模型训练"), "大模型训练");
    assertTrue(words.containsAll(List.of("大模型训练", "模型", "训练")), words::toString);
  }

  @Test
  void endsAUsersWordOnlyWhereAWordEnds() throws IOException {
    assertEquals("用 goland", path(user("用go"), "用goland"));
    assertEquals("用go 写", path(user("用go"), "用go写"));
  }

  @Test
  void prefersTheHeavierOfWordsThatOverlap() throws IOException {
    assertEquals("容器云 平台", path(user("容器云 90000\n云平台 100"), "容器云平台"));
    assertEquals("容器 云平台", path(user("容器云 100\n云平台 90000"), "容器云平台"));
  }

  @Test
  void allocatesNothingForAWord() throws IOException {
    char[] text = prose().toCharArray();
    var lattice = new WordLattice(UserDictionary.shipped());
    int words = count(lattice, text);
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 20; i++) {
      assertEquals(words, count(lattice, text));
    }
    long each = (threads.getCurrentThreadAllocatedBytes() - before) / (20L * words);
    assertEquals(0, each, "bytes for each of " + words + " words");
  }

  @Test
  void cutsTheSameInManyThreadsAtOnce() throws Exception {
    char[] text = prose().toCharArray();
    List<String> expected = pathOf(new WordLattice(UserDictionary.shipped()), text);
    Callable<List<String>> task = () -> pathOf(new WordLattice(UserDictionary.shipped()), text);
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<List<String>> result : threads.invokeAll(Collections.nCopies(32, task))) {
        assertEquals(expected, result.get());
      }
    }
  }

  private UserDictionary user(String lines) throws IOException {
    return UserDictionary.read(Files.writeString(folder.resolve("words.txt"), lines));
  }

  private static String prose() throws IOException {
    return CharacterFolding.fold(
        Files.readString(Path.of("corpus/zh/what-is-open-source.md"))
            + Files.readString(Path.of("corpus/zh/open-source-in-china.md")));
  }

  private static String path(String text) {
    return path(UserDictionary.none(), text);
  }

  private static String path(UserDictionary userWords, String text) {
    return String.join(" ", pathOf(new WordLattice(userWords), text.toCharArray()));
  }

  private static List<String> pathOf(WordLattice lattice, char[] text) {
    List<String> words = new ArrayList<>();
    lattice.setText(text, 0, text.length);
    while (lattice.next()) {
      collectPath(lattice, text, words);
    }
    return words;
  }

  private static void collectPath(WordLattice lattice, char[] text, List<String> words) {
    for (int i = 0; i < lattice.size(); i++) {
      if (lattice.isOnPath(i)) {
        words.add(new String(text, lattice.start(i), lattice.end(i) - lattice.start(i)));
      }
    }
  }

  private static List<String> words(String text) {
    return words(UserDictionary.none(), text);
  }

  private static List<String> words(UserDictionary userWords, String text) {
    var lattice = new WordLattice(userWords);
    lattice.setText(text.toCharArray(), 0, text.length());
    List<String> words = new ArrayList<>();
    while (lattice.next()) {
      for (int i = 0; i < lattice.size(); i++) {
        words.add(text.substring(lattice.start(i), lattice.end(i)));
      }
    }
    return words;
  }

  private static String kinds(String text) {
    var lattice = new WordLattice(UserDictionary.none());
    lattice.setText(text.toCharArray(), 0, text.length());
    List<String> kinds = new ArrayList<>();
    while (lattice.next()) {
      for (int i = 0; i < lattice.size(); i++) {
        kinds.add(lattice.kind(i).toString());
      }
    }
    return String.join(" ", kinds);
  }

  /** The words of the path that stand otherwise than in the first repetition of a text. */
  private static List<String> misplaced(String text, String repeated) {
    List<String> words = pathOf(new WordLattice(UserDictionary.none()), text.toCharArray());
    int cycle = pathOf(new WordLattice(UserDictionary.none()), repeated.toCharArray()).size();
    List<String> misplaced = new ArrayList<>();
    // The sentence's start and end weigh on the first and the last repetition.
    for (int i = 2 * cycle; i < words.size() - cycle; i++) {
      if (!words.get(i).equals(words.get(i - cycle))) {
        misplaced.add(i + " " + words.get(i));
      }
    }
    return misplaced;
  }

  private static void assertCovers(WordLattice lattice, char[] text) {
    lattice.setText(text, 0, text.length);
    int at = 0;
    int lastStart = 0;
    while (lattice.next()) {
      for (int i = 0; i < lattice.size(); i++) {
        assertTrue(lattice.start(i) >= lastStart && lattice.start(i) < lattice.end(i));
        lastStart = lattice.start(i);
        if (lattice.isOnPath(i)) {
          assertBlank(text, at, lattice.start(i));
          at = lattice.end(i);
        }
      }
    }
    assertBlank(text, at, text.length);
  }

  private static void assertBlank(char[] text, int from, int to) {
    assertTrue(new String(text, from, to - from).isBlank(), () -> new String(text));
  }

  private static int count(WordLattice lattice, char[] text) {
    int words = 0;
    lattice.setText(text, 0, text.length);
    while (lattice.next()) {
      for (int i = 0; i < lattice.size(); i++) {
        words += lattice.isOnPath(i) ? 1 : 0;
      }
    }
    return words;
  }
}
