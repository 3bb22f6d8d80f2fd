package dev.kaiyuan.benchmark;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A program that finds text in files.
 *
 * @param name what it is
 * @param index the command that makes its index, or null if it has none
 * @param search the command that answers the query
 * @param place its index
 * @param many asks it many queries, or null if it does not rank
 */
record Contender(
    String name,
    @Nullable List<String> index,
    List<String> search,
    Path place,
    @Nullable ManyQueries many) {
  private static final int MOST_SECONDS = 120;
  private static final File LOG = new File("target", "benchmark.log");

  /** The packages of Debian that have the others. */
  private static final List<String> PACKAGES = List.of("sqlite3", "recollcmd", "ripgrep", "ugrep");

  /** Returns plain Lucene, then ourselves, then others. */
  static List<Contender> all(Path folder, String query, Path scratch) throws IOException {
    Path lucene = scratch.resolve("lucene");
    Path kaiyuan = scratch.resolve("kaiyuan");
    Path sqlite = Files.createDirectories(scratch.resolve("sqlite"));
    Path recoll = Files.createDirectories(scratch.resolve("recoll"));
    Files.writeString(recoll.resolve("recoll.conf"), "topdirs = " + folder + "\n");
    Path database = sqlite.resolve("articles.db");
    // Any of the words, as with the others that rank.
    List<String> askRecoll = List.of("recollq", "-c", recoll.toString(), "-o");
    return List.of(
        new Contender(
            "Lucene + SmartCN",
            java(PlainLucene.class, "index", folder.toString(), lucene.toString()),
            java(PlainLucene.class, "search", lucene.toString(), query),
            lucene,
            ManyQueries.lucene(lucene)),
        new Contender(
            "Kaiyuan",
            kaiyuan("index", folder.toString(), "--index", kaiyuan.toString()),
            kaiyuan("search", query, "--index", kaiyuan.toString()),
            kaiyuan,
            ManyQueries.kaiyuan(kaiyuan)),
        new Contender(
            "SQLite FTS5 trigram",
            List.of("sqlite3", database.toString(), feed(folder)),
            List.of("sqlite3", database.toString(), ask(query, 10)),
            sqlite,
            ManyQueries.sqlite(database)),
        new Contender(
            "recoll",
            List.of("recollindex", "-c", recoll.toString()),
            with(askRecoll, "-n", "10", query),
            recoll,
            ManyQueries.recoll(askRecoll)),
        new Contender(
            "ripgrep (unranked)",
            null,
            List.of("rg", "-l", query, folder.toString()),
            folder,
            null),
        new Contender(
            "ugrep (unranked)",
            null,
            List.of("ugrep", "-rl", query, folder.toString()),
            folder,
            null));
  }

  /** Installs the others where Debian's packages can be. */
  static void install(List<Contender> all) throws IOException, InterruptedException {
    boolean complete = all.stream().allMatch(Contender::isInstalled);
    if (!complete && isProgram("apt-get")) {
      milliseconds(List.of("apt-get", "update"));
      milliseconds(with(List.of("apt-get", "install", "-y", "--no-install-recommends"), PACKAGES));
    }
  }

  private static List<String> with(List<String> command, String... arguments) {
    return with(command, List.of(arguments));
  }

  private static List<String> with(List<String> command, List<String> arguments) {
    List<String> whole = new ArrayList<>(command);
    whole.addAll(arguments);
    return whole;
  }

  private static String feed(Path folder) {
    return """
    create virtual table articles using fts5(path, text, tokenize = 'trigram');
    insert into articles select name, cast(data as text) from fsdir('%s') where data is not null;
    """
        .formatted(folder.toString().replace("'", "''"));
  }

  /** Any three characters of the query in a row. */
  static String ask(String query, int limit) {
    List<String> trigrams = new ArrayList<>();
    for (int i = 0; i + 3 <= Math.max(3, query.length()); i++) {
      String trigram = query.substring(i, Math.min(query.length(), i + 3));
      trigrams.add('"' + trigram.replace("\"", "\"\"") + '"');
    }
    return "select path, replace(snippet(articles, 1, '', '', '…', 30), char(10), ' ')"
        + " from articles('"
        + String.join(" OR ", trigrams).replace("'", "''")
        + "') order by rank limit "
        + limit
        + ";";
  }

  static List<String> java(Class<?> main, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  /** The first start builds the program, and goes on in the background to make its cache. */
  static void prepare() throws IOException, InterruptedException {
    milliseconds(kaiyuan("--version"));
    Path cache = Path.of("target", "cache", "short.cache");
    for (int i = 0; i < MOST_SECONDS && !Files.exists(cache); i++) {
      Thread.sleep(1000);
    }
  }

  /** The program as it is started from its sources. */
  static List<String> kaiyuan(String... arguments) {
    List<String> command = new ArrayList<>(List.of(Path.of("kaiyuan").toAbsolutePath().toString()));
    command.addAll(List.of(arguments));
    command.add("--no-config");
    return command;
  }

  boolean isInstalled() {
    return isProgram(search.getFirst());
  }

  static boolean isProgram(String program) {
    if (program.contains(File.separator)) {
      return true;
    }
    for (String folder : System.getenv("PATH").split(File.pathSeparator)) {
      if (Files.isExecutable(Path.of(folder, program))) {
        return true;
      }
    }
    return false;
  }

  boolean indexes() {
    return index != null;
  }

  double makeIndex() throws IOException, InterruptedException {
    return milliseconds(index);
  }

  double ask() throws IOException, InterruptedException {
    return milliseconds(search);
  }

  long indexSize() {
    try {
      return ScratchFolder.size(place);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a command to its end. */
  static double milliseconds(List<String> command) throws IOException, InterruptedException {
    return milliseconds(command, Map.of());
  }

  /** Runs a command to its end, with more variables in its environment. */
  static double milliseconds(List<String> command, Map<String, String> variables)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process = start(command, variables);
    process.waitFor();
    double time = (System.nanoTime() - start) / 1e6;
    requireSuccess(command, process);
    return time;
  }

  static Process start(List<String> command, Map<String, String> variables) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(LOG);
    builder.environment().putAll(variables);
    return builder.start();
  }

  /** It is no failure to find nothing. */
  static void requireSuccess(List<String> command, Process ended) throws IOException {
    if (ended.exitValue() > 1) {
      throw new IOException(command + " ended with " + ended.exitValue() + ", see " + LOG);
    }
  }
}
