package dev.kaiyuan.benchmark;

import dev.kaiyuan.search.ArticleSearcher;
import dev.kaiyuan.search.SearchRequest;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Asks a program many queries, each once; a program that stays is warm by then. */
interface ManyQueries {
  /** The number of files to find: ten, and what a collection leaves out of its rankings. */
  int HITS = 20;

  /** Above this, an exit code names the signal that ended the program. */
  int KILLED = 128;

  /**
   * What was found.
   *
   * @param files the best first
   * @param milliseconds how long it took, or not a number where each query is a process
   */
  record Answer(List<Path> files, double milliseconds) {}

  List<Answer> ask(List<String> queries) throws IOException, InterruptedException;

  /** Returns the queries of a file, each behind the last tab of its line. */
  static List<String> read(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .map(line -> line.substring(line.lastIndexOf('\t') + 1))
        .toList();
  }

  /** In this process, with snippets. */
  static ManyQueries kaiyuan(Path index) {
    return queries -> {
      try (var searcher = ArticleSearcher.open(index)) {
        WarmSearchBenchmark.warmUp(
            query -> searcher.search(SearchRequest.builder(query).build()).hits().size(),
            queries,
            15);
        List<Answer> answers = new ArrayList<>();
        for (String query : queries) {
          long start = System.nanoTime();
          var hits = searcher.search(SearchRequest.builder(query).limit(HITS).build()).hits();
          double time = (System.nanoTime() - start) / 1e6;
          answers.add(new Answer(hits.stream().map(hit -> Path.of(hit.path())).toList(), time));
        }
        return answers;
      }
    };
  }

  /** In this process, with snippets. */
  static ManyQueries lucene(Path index) {
    return queries -> {
      try (var lucene = new PlainLucene(index)) {
        WarmSearchBenchmark.warmUp(query -> lucene.search(query, HITS).size(), queries, 15);
        List<Answer> answers = new ArrayList<>();
        for (String query : queries) {
          long start = System.nanoTime();
          List<String> lines = lucene.search(query, HITS);
          double time = (System.nanoTime() - start) / 1e6;
          answers.add(
              new Answer(
                  lines.stream().map(line -> Path.of(line.substring(0, line.indexOf(": ")))).toList(),
                  time));
        }
        return answers;
      }
    };
  }

  /** In one process of SQLite's, with snippets; its own clock counts. */
  static ManyQueries sqlite(Path database) {
    return queries -> {
      StringBuilder script = new StringBuilder(".timer on\n");
      for (String query : queries) {
        script.append(".print @\n").append(Contender.ask(query, HITS)).append('\n');
      }
      Path input = database.resolveSibling("queries.sql");
      Files.writeString(input, script);
      List<Answer> answers = new ArrayList<>();
      List<Path> files = new ArrayList<>();
      double time = Double.NaN;
      for (String line : output(List.of("sqlite3", database.toString()), input.toFile())) {
        if (line.equals("@") && !Double.isNaN(time)) {
          answers.add(new Answer(List.copyOf(files), time));
          files.clear();
        } else if (line.startsWith("Run Time: real ")) {
          time = Double.parseDouble(line.split(" ")[3]) * 1e3;
        } else if (line.startsWith("/")) {
          files.add(Path.of(line.substring(0, line.indexOf('|'))));
        }
      }
      answers.add(new Answer(List.copyOf(files), time));
      if (answers.size() != queries.size()) {
        throw new IOException("SQLite answered " + answers.size() + " of " + queries.size());
      }
      return answers;
    };
  }

  /** In a process for each query, as recoll's command line has it. */
  static ManyQueries recoll(List<String> command) {
    return queries -> {
      List<Answer> answers = new ArrayList<>();
      for (String query : queries) {
        List<String> asked = new ArrayList<>(command);
        asked.addAll(List.of("-b", "-n", Integer.toString(HITS), query));
        List<Path> files = new ArrayList<>();
        for (String line : output(asked, new File("/dev/null"))) {
          if (line.startsWith("file://")) {
            files.add(Path.of(line.substring("file://".length())));
          }
        }
        answers.add(new Answer(files, Double.NaN));
      }
      return answers;
    };
  }

  private static List<String> output(List<String> command, File input)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectInput(input)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<String> lines;
    try (var out = process.inputReader()) {
      lines = out.lines().toList();
    }
    if (process.waitFor() > KILLED) {
      // recollq 1.34 does so for a query of two dollar signs: a query without hits.
      System.err.println(command + " crashed with " + process.exitValue());
      return List.of();
    }
    Contender.requireSuccess(command, process);
    return lines;
  }
}
