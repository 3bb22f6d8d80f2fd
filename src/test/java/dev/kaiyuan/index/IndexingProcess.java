package dev.kaiyuan.index;

import dev.kaiyuan.meaning.Depth;
import java.io.File;
import java.io.IOException;
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

  /** Takes the index's folder, the folder of articles, and the kind of run. */
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
          .index(List.of(Path.of(args[1])), IndexingProgress.NONE);
    }
    System.out.println("done");
  }

  /** Starts a run that makes vectors, and prints the path of each article that has them. */
  static Process startEmbedding(Corpus corpus) throws IOException {
    return start(corpus, Run.EMBED, Map.of());
  }

  /** Starts a run and returns when it begins. */
  static Process start(Corpus corpus, boolean rebuild) throws IOException {
    return start(corpus, rebuild, Map.of());
  }

  /** Starts a run with variables of its environment set. */
  static Process start(Corpus corpus, boolean rebuild, Map<String, String> environment)
      throws IOException {
    return start(corpus, rebuild ? Run.REBUILD : Run.REFRESH, environment);
  }

  private static Process start(Corpus corpus, Run run, Map<String, String> environment)
      throws IOException {
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
            run.name());
    builder.environment().putAll(environment);
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String line = process.inputReader().readLine();
    if (!"begins".equals(line)) {
      throw new IOException("the process printed " + line);
    }
    return process;
  }
}
