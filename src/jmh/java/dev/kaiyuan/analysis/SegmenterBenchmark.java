package dev.kaiyuan.analysis;

import dev.kaiyuan.analysis.segmenter.WordLattice;
import dev.kaiyuan.analysis.segmenter.SmartcnTokenizer;
import dev.kaiyuan.analysis.segmenter.UserDictionary;
import dev.kaiyuan.analysis.folding.CharacterFolding;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How fast are words found in a folder of texts, on one core? Read the figures of {@code megabytes}:
 * UTF-8 megabytes (10^6) a second.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Thread)
public class SegmenterBenchmark {
  /** The texts of a folder, one an operation, over and over. */
  @State(Scope.Thread)
  public static class Texts {
    /** The folder of texts. */
    @Param("corpus")
    public String folder;

    private String[] texts;
    private char[][] folded;
    private int[] sizes;
    private int next;

    /** Reads the files. */
    @Setup
    public void read() throws IOException {
      List<Path> files;
      try (Stream<Path> paths = Files.walk(Path.of(folder))) {
        files = paths.filter(Files::isRegularFile).sorted().toList();
      }
      texts = new String[files.size()];
      folded = new char[texts.length][];
      sizes = new int[texts.length];
      for (int i = 0; i < texts.length; i++) {
        byte[] bytes = Files.readAllBytes(files.get(i));
        texts[i] = new String(bytes, StandardCharsets.UTF_8);
        folded[i] = CharacterFolding.fold(texts[i]).toCharArray();
        sizes[i] = bytes.length;
      }
    }

    /** Steps to the next text, far from the last so that short runs see all kinds. */
    private int step(Bytes bytes) {
      next = (int) ((next + 2_654_435_761L) % texts.length);
      bytes.megabytes += sizes[next] / 1e6;
      return next;
    }
  }

  /** The size of the texts that were read. */
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  @State(Scope.Thread)
  public static class Bytes {
    /** Megabytes of UTF-8. */
    public double megabytes;
  }

  private final Tokenizer lucene = new HMMChineseTokenizer();
  private final Tokenizer exact = new SmartcnTokenizer();
  private final Tokenizer standard = new StandardTokenizer();
  private final WordLattice lattice = new WordLattice(UserDictionary.shipped());

  /** Lucene's SmartCN. */
  @Benchmark
  public int hmmChineseTokenizer(Texts texts, Bytes bytes) throws IOException {
    return count(lucene, texts, bytes);
  }

  /** The same words by our dictionary. */
  @Benchmark
  public int smartcnTokenizer(Texts texts, Bytes bytes) throws IOException {
    return count(exact, texts, bytes);
  }

  /** Lucene's tokenizer that cuts Chinese into characters: as fast as it gets. */
  @Benchmark
  public int standardTokenizer(Texts texts, Bytes bytes) throws IOException {
    return count(standard, texts, bytes);
  }

  /** All words and the best path, with the words that are shipped. */
  @Benchmark
  public int wordLattice(Texts texts, Bytes bytes) {
    char[] text = texts.folded[texts.step(bytes)];
    lattice.setText(text, 0, text.length);
    int onPath = 0;
    while (lattice.next()) {
      for (int i = 0; i < lattice.size(); i++) {
        onPath += lattice.isOnPath(i) ? 1 : 0;
      }
    }
    return onPath;
  }

  private static int count(Tokenizer tokenizer, Texts texts, Bytes bytes) throws IOException {
    tokenizer.setReader(new StringReader(texts.texts[texts.step(bytes)]));
    tokenizer.reset();
    int tokens = 0;
    while (tokenizer.incrementToken()) {
      tokens++;
    }
    tokenizer.end();
    tokenizer.close();
    return tokens;
  }
}
