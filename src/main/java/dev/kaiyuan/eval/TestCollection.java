package dev.kaiyuan.eval;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Queries, and which documents answer them.
 *
 * @param queries the text of each query by its id, in the order of the file
 * @param judgements for each query id the grade of each judged document id; greater is better, 0
 *     and less is no answer
 * @param exclusions for each query id the documents to leave out of the ranking before it is scored
 */
public record TestCollection(
    Map<String, String> queries,
    Map<String, Map<String, Integer>> judgements,
    Map<String, Set<String>> exclusions) {

  /**
   * Reads a collection: {@code queries.tsv} (id, tab, text), {@code qrels.txt} (query id, a column
   * that nobody reads, document id, grade; as TREC has it) and, where present, {@code exclude.tsv}
   * (query id, tab, document id).
   *
   * @throws FileSystemException if a file is missing or a line of it is not of that form; the
   *     message names the file and the line
   * @throws IOException if reading fails otherwise
   */
  public static TestCollection read(Path folder) throws IOException {
    Map<String, String> queries = new LinkedHashMap<>();
    for (String[] row : rows(folder.resolve("queries.tsv"), "\t", 2)) {
      queries.put(row[0], row[1]);
    }
    Map<String, Map<String, Integer>> judgements = new HashMap<>();
    Path qrels = folder.resolve("qrels.txt");
    for (String[] row : rows(qrels, "\\s+", 4)) {
      judgements.computeIfAbsent(row[0], id -> new HashMap<>()).put(row[2], grade(qrels, row[3]));
    }
    Map<String, Set<String>> exclusions = new HashMap<>();
    Path exclude = folder.resolve("exclude.tsv");
    if (Files.exists(exclude)) {
      for (String[] row : rows(exclude, "\t", 2)) {
        exclusions.computeIfAbsent(row[0], id -> new HashSet<>()).add(row[1]);
      }
    }
    return new TestCollection(queries, judgements, exclusions);
  }

  private static List<String[]> rows(Path file, String separator, int columns) throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<String[]> rows = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        continue;
      }
      String[] row = lines.get(i).split(separator, columns);
      if (row.length < columns) {
        throw new FileSystemException(file + ":" + (i + 1), null, columns + " columns are needed");
      }
      rows.add(row);
    }
    return rows;
  }

  private static int grade(Path file, String text) throws IOException {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      String what = "the grade \"" + text + "\" is no whole number";
      IOException wrong = new FileSystemException(file.toString(), null, what);
      wrong.initCause(e);
      throw wrong;
    }
  }

  /** Returns the id of the document in a file: its name without folder and ending. */
  static String documentId(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
