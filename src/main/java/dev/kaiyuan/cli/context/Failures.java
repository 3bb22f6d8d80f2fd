package dev.kaiyuan.cli.context;

import dev.kaiyuan.analysis.segmenter.MalformedDictionaryException;
import dev.kaiyuan.analysis.translation.MalformedGlossaryException;
import dev.kaiyuan.cli.option.Arguments;
import dev.kaiyuan.cli.option.ValueKind;
import dev.kaiyuan.cluster.ClusterException;
import dev.kaiyuan.index.EmptyFolderException;
import dev.kaiyuan.index.IndexException;
import dev.kaiyuan.index.IndexFiles;
import dev.kaiyuan.meaning.ModelException;
import dev.kaiyuan.output.Messages;
import dev.kaiyuan.output.SanitizedText;
import dev.kaiyuan.output.Shortened;
import dev.kaiyuan.search.limit.SearchTimeoutException;
import dev.kaiyuan.search.limit.TooComplexPatternException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns failures into one line that says what was wrong and what to do next. */
public final class Failures {
  private static final int LONGEST_ARGUMENT = 400;

  /** The problems that a rebuild solves. */
  private static final Set<IndexException.Problem> REBUILT =
      Set.of(IndexException.Problem.DAMAGED, IndexException.Problem.INCOMPATIBLE);

  private Failures() {}

  /**
   * Returns the line.
   *
   * @param words what was typed
   */
  public static String explain(Throwable failure, List<String> words, Messages messages) {
    return SanitizedText.of(sentence(failure, words, messages));
  }

  /** Arguments are shortened: the user knows them, and they may be long. */
  private static String text(Messages messages, String key, Object... arguments) {
    Object[] shown = new Object[arguments.length];
    for (int i = 0; i < shown.length; i++) {
      shown[i] = Shortened.middle(String.valueOf(arguments[i]), LONGEST_ARGUMENT);
    }
    return messages.text(key, shown);
  }

  private static String sentence(Throwable failure, List<String> words, Messages messages) {
    if (failure instanceof ParameterException e) {
      return wrongUse(e, words, messages);
    }
    if (failure instanceof CommandException e) {
      return text(messages, e.key(), e.arguments());
    }
    if (failure instanceof ConfigFile.Mistake e) {
      return text(messages, "error.file", e.place(), sentence(e.getCause(), words, messages));
    }
    if (failure instanceof IndexException e) {
      String problem = e.problem().name().toLowerCase(Locale.ROOT);
      String directory = e.directory().toString();
      String rebuilt = REBUILT.contains(e.problem()) && !tellsFolders(e) ? "-folder" : "";
      return text(
          messages, "error.index-" + problem + rebuilt, directory, ShellWords.quote(directory));
    }
    if (failure instanceof ClusterException e) {
      String problem = e.problem().name().toLowerCase(Locale.ROOT).replace('_', '-');
      return text(messages, "error.cluster-" + problem, e.details().toArray());
    }
    if (failure instanceof SearchTimeoutException) {
      return text(messages, "http.slow");
    }
    if (failure instanceof ModelException e) {
      String problem = e.problem().name().toLowerCase(Locale.ROOT).replace('_', '-');
      return messages.text("error.model-" + problem, e.getMessage());
    }
    if (failure instanceof EmptyFolderException e) {
      String folder = e.folder().toString();
      return text(messages, "error.empty", folder, ShellWords.quote(folder));
    }
    if (failure instanceof FileSystemException e) {
      return file(e, messages);
    }
    if (failure instanceof TooComplexPatternException e) {
      return text(messages, "error.pattern", e.pattern());
    }
    if (failure instanceof InvalidPathException e) {
      return text(messages, "error.path", e.getInput());
    }
    if (failure instanceof MalformedDictionaryException
        || failure instanceof MalformedGlossaryException) {
      return Shortened.middle(failure.getMessage(), LONGEST_ARGUMENT);
    }
    if (failure instanceof Output.Lost e) {
      return text(messages, "error.output", e.getCause().getMessage());
    }
    if (failure instanceof UncheckedIOException e) {
      return sentence(e.getCause(), words, messages);
    }
    return text(messages, "error.other", failure);
  }

  /** Whether the index still knows its folders. */
  private static boolean tellsFolders(IndexException e) {
    try {
      return !IndexFiles.folders(e.directory()).isEmpty();
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static String file(FileSystemException e, Messages messages) {
    if (e instanceof NoSuchFileException) {
      return text(messages, "error.no-file", e.getFile());
    }
    if (e instanceof AccessDeniedException) {
      return text(messages, "error.denied", e.getFile());
    }
    return text(messages, "error.file", e.getFile(), e.getReason() == null ? e : e.getReason());
  }

  private static String wrongUse(ParameterException e, List<String> words, Messages messages) {
    String name = Usage.name(e.getCommandLine().getCommandSpec());
    if (e instanceof UnmatchedArgumentException unmatched) {
      String word = unmatched.getUnmatched().get(0);
      if (!unmatched.isUnknownOption()) {
        return text(messages, "error.operand", name, word);
      }
      String option = word.startsWith("--") ? word.split("=", 2)[0] : word;
      Set<String> known = e.getCommandLine().getCommandSpec().optionsMap().keySet();
      String nearest = option.startsWith("--") ? SpellingSuggestion.nearest(option, known) : null;
      if (nearest != null) {
        String key = name.equals("search") ? "error.option-close-query" : "error.option-close";
        return text(messages, key, option, nearest);
      }
      if (name.equals("kaiyuan")) {
        return text(messages, "error.option-none", option);
      }
      return name.equals("search")
          ? text(
              messages,
              "error.option-query",
              option,
              behindHyphens(words, e.getCommandLine().getCommandSpec().optionsMap()))
          : text(messages, "error.option", option, name);
    }
    ArgSpec argument = e.getArgSpec();
    if (e instanceof MissingParameterException missing
        && missing.getMissing().get(0) instanceof OptionSpec option) {
      return text(messages, "error.value-missing", option.longestName(), option.paramLabel());
    }
    if (argument != null && e.getValue() != null) {
      String what = argument instanceof OptionSpec option ? option.longestName() : name;
      return refused(argument, what, e.getValue(), messages);
    }
    return Shortened.middle(e.getMessage(), LONGEST_ARGUMENT);
  }

  /** Explains why the value of an option or operand is refused. */
  private static String refused(ArgSpec argument, String name, String value, Messages messages) {
    ValueKind<?> kind = Arguments.kind(argument);
    if (kind == ValueKind.FLAG) {
      return text(messages, "error.no-value", name);
    }
    if (value.isEmpty()) {
      return text(messages, "error.value-missing", name, argument.paramLabel());
    }
    if (kind == ValueKind.NUMBER) {
      boolean digits = value.chars().allMatch(c -> c >= '0' && c <= '9');
      return text(messages, digits ? "error.too-great" : "error.not-number", name, value);
    }
    String choices = String.join(messages.text("help.comma"), kind.choices());
    return text(messages, "error.choice", name, choices, value);
  }

  /** Returns the search with its options first and the query after {@code --}. */
  private static String behindHyphens(List<String> words, Map<String, OptionSpec> known) {
    List<String> options = new ArrayList<>();
    List<String> query = new ArrayList<>();
    boolean seen = false;
    for (int p = 0; p < words.size(); p++) {
      String word = words.get(p);
      String name = word.startsWith("--") ? word.split("=", 2)[0] : word;
      if (!seen && word.equals("search")) {
        seen = true;
      } else if (!known.containsKey(name)) {
        query.add(word);
      } else {
        options.add(word);
        boolean takesNext = name.equals(word) && Arguments.takesValue(known.get(name));
        if (takesNext && p + 1 < words.size()) {
          options.add(words.get(++p));
        }
      }
    }
    String typed = options.isEmpty() ? "" : ShellWords.join(options) + " ";
    return "kaiyuan search " + typed + "-- " + ShellWords.join(query);
  }
}
