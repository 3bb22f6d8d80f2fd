package dev.kaiyuan.index;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A run in a process of its own, so that it can be killed. */
final class IndexingProcess {
  private IndexingProcess() {}

  /** Takes the index's folder, the folder of articles, and whether to rebuild. */
  public static void main(String[] args) throws IOException {
    IndexingOptions options = IndexingOptions.REFRESH.withRebuild(Boolean.parseBoolean(args[2]));
    var indexer = new DirectoryIndexer(Path.of(args[0]), options);
    System.out.println("begins");
    indexer.index(List.of(Path.of(args[1])), IndexingProgress.NONE);
    System.out.println("done");
  }

  /** Starts a run and returns when it begins. */
  static Process start(Corpus corpus, boolean rebuild) throws IOException {
    return start(corpus, rebuild, Map.of());
  }

  /** Starts a run with variables of its environment set. */
  static Process start(Corpus corpus, boolean rebuild, Map<String, String> environment)
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
            Boolean.toString(rebuild));
    builder.environment().putAll(environment);
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String line = process.inputReader().readLine();
    if (!"begins".equals(line)) {
      throw new IOException("the process printed " + line);
    }
    return process;
  }
}
