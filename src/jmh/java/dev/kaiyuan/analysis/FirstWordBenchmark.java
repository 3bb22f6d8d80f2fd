package dev.kaiyuan.analysis;

import dev.kaiyuan.analysis.segmenter.WordLattice;
import dev.kaiyuan.analysis.segmenter.UserDictionary;

import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long does a cold JVM take to its first word? Each operation is a process; what {@code nothing}
 * takes is the JVM's own, and {@code classes} loads the classes that {@code kaiyuan} uses, and no
 * more.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 15)
@Fork(1)
@State(Scope.Thread)
public class FirstWordBenchmark {
  /** By whom the word is to be found. */
  @Param({"nothing", "classes", "kaiyuan", "lucene"})
  public String by;

  /** Starts a process that finds the first word of a sentence. */
  @Benchmark
  public int process() throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                java,
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("bench.classpath", System.getProperty("java.class.path")),
                Start.class.getName(),
                by)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.to(new File("target/first-word.err")))
            .start();
    if (process.waitFor() != 0) {
      throw new IOException("the process failed, see target/first-word.err");
    }
    return process.exitValue();
  }

  /** What a process does. */
  static final class Start {
    private Start() {}

    public static void main(String[] args) throws IOException {
      String text = "我们支持开源软件。";
      long start = System.nanoTime();
      if (args[0].equals("classes")) {
        loadClasses();
      } else if (args[0].equals("kaiyuan")) {
        var lattice = new WordLattice(UserDictionary.shipped());
        lattice.setText(text.toCharArray(), 0, text.length());
        if (!lattice.next()) {
          throw new IllegalStateException("no word");
        }
      } else if (args[0].equals("lucene")) {
        Tokenizer tokenizer = new HMMChineseTokenizer();
        tokenizer.setReader(new StringReader(text));
        tokenizer.reset();
        if (!tokenizer.incrementToken()) {
          throw new IllegalStateException("no word");
        }
      }
      System.out.println((System.nanoTime() - start) / 1_000 + " µs");
    }

    private static void loadClasses() throws IOException {
      List<String> names =
          List.of(
              "dev.kaiyuan.analysis.folding.BuiltResource",
              "dev.kaiyuan.analysis.segmenter.MalformedDictionaryException",
              "dev.kaiyuan.analysis.segmenter.SentenceReader",
              "dev.kaiyuan.analysis.segmenter.UserDictionary",
              "dev.kaiyuan.analysis.segmenter.WordDictionary",
              "dev.kaiyuan.analysis.segmenter.WordDictionary$Holder",
              "dev.kaiyuan.analysis.segmenter.WordGraph",
              "dev.kaiyuan.analysis.segmenter.WordKind",
              "dev.kaiyuan.analysis.segmenter.WordLattice",
              "java.io.FileInputStream",
              "java.net.URI",
              "java.nio.ByteBufferAsCharBufferL",
              "java.nio.ByteBufferAsDoubleBufferL",
              "java.nio.ByteBufferAsIntBufferL",
              "java.nio.ByteBufferAsLongBufferL",
              "java.util.TreeMap",
              "java.util.zip.ZipFile");
      try {
        for (String name : names) {
          Class.forName(name, false, Start.class.getClassLoader());
        }
      } catch (ClassNotFoundException e) {
        throw new IOException(e);
      }
    }
  }
}
