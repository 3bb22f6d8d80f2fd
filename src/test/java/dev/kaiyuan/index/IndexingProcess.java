package dev.kaiyuan.index;

import dev.kaiyuan.meaning.Depth;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A run in a process of its own, so that it can be killed. */
final class IndexingProcess {
  private IndexingProcess() {}

  private enum Run {
    REFRESH,
    REBUILD,
    EMBED
  }

  /**
   * Takes the index's folder, the folder of articles, the kind of run, and the number of articles
   * after which it waits to be killed, or 0 to go on to the end.
   */
  public static void main(String[] args) throws IOException {
    Path index = Path.of(args[0]);
    Run run = Run.valueOf(args[2]);
    System.out.println("begins");
    if (run == Run.EMBED) {
      // Commits as early and as often as it can.
      new MeaningIndexer(index, 1, 0)
          .index(
              Depth.LEADS,
              new MeaningProgress() {
                @Override
                public void done(String path, int passages, long bytes) {
                  System.out.println(path);
                }
              });
    } else {
      new DirectoryIndexer(index, IndexingOptions.REFRESH.withRebuild(run == Run.REBUILD))
          .index(List.of(Path.of(args[1])), waitingAfter(Integer.parseInt(args[3])));
    }
    System.out.println("done");
  }

  private static IndexingProgress waitingAfter(int articles) {
    return new IndexingProgress() {
      private int done;

      @Override
      public void done(Change change, long bytes) {
        if (++done == articles) {
          System.out.println("waits");
          try {
            System.in.read();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }
      }
    };
  }

  /** Starts a run that makes vectors, and prints the path of each article that has them. */
  static Process startEmbedding(Corpus corpus) throws IOException {
    return start(corpus, Run.EMBED, 0, Map.of());
  }

  /** Starts a run and returns when it begins. */
  static Process start(Corpus corpus, boolean rebuild) throws IOException {
    return start(corpus, rebuild, Map.of());
  }

  /** Starts a run and returns when it has read a number of articles, after which it waits. */
  static Process startAndWait(Corpus corpus, boolean rebuild, int articles) throws IOException {
    Process process = start(corpus, rebuild ? Run.REBUILD : Run.REFRESH, articles, Map.of());
    expect("waits", process);
    return process;
  }

  /** Starts a run with variables of its environment set. */
  static Process start(Corpus corpus, boolean rebuild, Map<String, String> environment)
      throws IOException {
    return start(corpus, rebuild ? Run.REBUILD : Run.REFRESH, 0, environment);
  }

  private static Process start(
      Corpus corpus, Run run, int waitAfter, Map<String, String> environment) throws IOException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    ProcessBuilder builder =
        new ProcessBuilder(
            System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            classPath,
            IndexingProcess.class.getName(),
            corpus.index.toString(),
            corpus.docs.toString(),
            run.name(),
            Integer.toString(waitAfter));
    builder.environment().putAll(environment);
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    expect("begins", process);
    return process;
  }

  private static void expect(String expected, Process process) throws IOException {
    String line = process.inputReader().readLine();
    if (!expected.equals(line)) {
      throw new IOException("the process printed " + line);
    }
  }
}
