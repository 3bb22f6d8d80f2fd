package dev.kaiyuan.cli;

import dev.kaiyuan.cli.context.Context;
import dev.kaiyuan.cli.context.HistoryFile;
import dev.kaiyuan.cli.option.Arguments;
import dev.kaiyuan.search.ArticleSearcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Reads the lines of a session from a terminal, with history and completion. */
final class SessionReader {
  private static final int MOST_WORDS = 20;
  private static final int LONGEST_PREFIX = 12;
  private static final List<String> FIELDS = List.of("title:", "tag:", "lang:", "path:", "type:");

  private static final List<String> COMMANDS =
      Stream.concat(
              Stream.of(SessionCommand.values()).map(SessionCommand::typed), Stream.of("quit"))
          .toList();

  private final Context context;
  private final ArticleSearcher searcher;
  private final boolean keepsHistory;
  private final CommandSpec options = Session.lineOptions(new SearchOptions()).spec();

  SessionReader(Context context, ArticleSearcher searcher, boolean keepsHistory) {
    this.context = context;
    this.keepsHistory = keepsHistory;
    this.searcher = searcher;
  }

  void read(Session session) throws IOException {
    try (Terminal terminal =
        TerminalBuilder.builder().system(true).encoding(StandardCharsets.UTF_8).build()) {
      LineReader reader = reader(terminal);
      context.err().println(context.messages().text("shell.welcome"));
      context.err().flush();
      boolean goOn = true;
      while (goOn) {
        try {
          String line = reader.readLine(prompt(session));
          session.state().fit(terminal.getWidth(), terminal.getHeight());
          goOn = session.accept(line);
        } catch (UserInterruptException e) {
          context.err().println();
        } catch (EndOfFileException e) {
          goOn = false;
        }
      }
    }
  }

  private static String prompt(Session session) {
    String filters = EmptyResult.shortened(session.state().filters());
    return filters.isEmpty() ? "kaiyuan> " : "kaiyuan " + filters + "> ";
  }

  private LineReader reader(Terminal terminal) {
    DefaultParser parser = new DefaultParser();
    parser.setEscapeChars(null);
    parser.setQuoteChars(new char[0]);
    LineReaderBuilder builder =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .parser(parser)
            .completer((reader, line, candidates) -> complete(line, candidates))
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .option(LineReader.Option.HISTORY_IGNORE_DUPS, true);
    Path history = keepsHistory ? HistoryFile.prepared(context) : null;
    if (history != null) {
      builder.variable(LineReader.HISTORY_FILE, history);
    }
    return builder.build();
  }

  private void complete(ParsedLine line, List<Candidate> candidates) {
    String word = line.word().substring(0, line.wordCursor());
    if (word.startsWith("--")) {
      options.options().forEach(each -> candidates.add(new Candidate(each.longestName())));
      return;
    }
    OptionSpec before =
        line.wordIndex() == 0
            ? null
            : options.optionsMap().get(line.words().get(line.wordIndex() - 1));
    if (before != null && !Arguments.kind(before).choices().isEmpty()) {
      Arguments.kind(before).choices().forEach(value -> candidates.add(new Candidate(value)));
      return;
    }
    if (line.wordIndex() == 0) {
      COMMANDS.stream()
          .filter(command -> command.startsWith(word))
          .forEach(command -> candidates.add(new Candidate(command)));
      if (!candidates.isEmpty()) {
        return;
      }
    }
    FIELDS.forEach(field -> candidates.add(unfinished(field, field)));
    try {
      if (word.startsWith("tag:") || (before != null && before.longestName().equals("--tag"))) {
        tags(word.startsWith("tag:") ? "tag:" : "", candidates);
      } else {
        words(word, candidates);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A candidate without a space after it. */
  private static Candidate unfinished(String value, String shown) {
    return new Candidate(value, shown, null, null, null, null, false);
  }

  private void tags(String head, List<Candidate> candidates) throws IOException {
    searcher
        .statistics()
        .facets()
        .tags()
        .forEach(tag -> candidates.add(new Candidate(head + tag.value())));
  }

  /** Completes the longest suffix that begins a word of the index: Chinese has no spaces. */
  private void words(String word, List<Candidate> candidates) throws IOException {
    for (int start = Math.max(0, word.length() - LONGEST_PREFIX); start < word.length(); start++) {
      List<String> found = searcher.completions(word.substring(start), MOST_WORDS);
      if (!found.isEmpty()) {
        String head = word.substring(0, start);
        found.forEach(end -> candidates.add(unfinished(head + end, end)));
        return;
      }
    }
  }
}
