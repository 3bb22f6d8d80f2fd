package dev.kaiyuan.cli;

import dev.kaiyuan.analysis.MalformedDictionaryException;
import dev.kaiyuan.analysis.MalformedGlossaryException;
import dev.kaiyuan.index.EmptyFolderException;
import dev.kaiyuan.index.IndexException;
import dev.kaiyuan.output.HarmlessText;
import dev.kaiyuan.output.Messages;
import dev.kaiyuan.search.TooComplexPatternException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what went wrong and what to do next. */
final class Failures {
  private Failures() {}

  /**
   * Returns the line.
   *
   * @param words what was typed
   */
  static String explain(Throwable failure, List<String> words, Messages messages) {
    return HarmlessText.of(sentence(failure, words, messages));
  }

  private static String sentence(Throwable failure, List<String> words, Messages messages) {
    if (failure instanceof ParameterException e) {
      return wrongUse(e, words, messages);
    }
    if (failure instanceof CommandException e) {
      String text = messages.text(e.key(), e.arguments());
      return e.place() == null ? text : messages.text("error.file", e.place(), text);
    }
    if (failure instanceof IndexException e) {
      String problem = e.problem().name().toLowerCase(Locale.ROOT);
      String directory = e.directory().toString();
      return messages.text("error.index-" + problem, directory, ShellWords.quote(directory));
    }
    if (failure instanceof EmptyFolderException e) {
      String folder = e.folder().toString();
      return messages.text("error.empty", folder, ShellWords.quote(folder));
    }
    if (failure instanceof FileSystemException e) {
      return file(e, messages);
    }
    if (failure instanceof TooComplexPatternException e) {
      return messages.text("error.pattern", e.pattern());
    }
    if (failure instanceof InvalidPathException e) {
      return messages.text("error.path", e.getInput());
    }
    if (failure instanceof MalformedDictionaryException
        || failure instanceof MalformedGlossaryException) {
      return failure.getMessage();
    }
    if (failure instanceof Output.Lost e) {
      return messages.text("error.output", e.getCause().getMessage());
    }
    if (failure instanceof UncheckedIOException e) {
      return sentence(e.getCause(), words, messages);
    }
    return messages.text("error.other", failure);
  }

  private static String file(FileSystemException e, Messages messages) {
    if (e instanceof NoSuchFileException) {
      return messages.text("error.no-file", e.getFile());
    }
    if (e instanceof AccessDeniedException) {
      return messages.text("error.denied", e.getFile());
    }
    return messages.text("error.file", e.getFile(), e.getReason() == null ? e : e.getReason());
  }

  private static String wrongUse(ParameterException e, List<String> words, Messages messages) {
    String name = Usage.name(e.getCommandLine().getCommandSpec());
    if (e instanceof UnmatchedArgumentException unmatched) {
      String word = unmatched.getUnmatched().get(0);
      if (!unmatched.isUnknownOption()) {
        return messages.text("error.operand", name, word);
      }
      String option = word.startsWith("--") ? word.split("=", 2)[0] : word;
      Set<String> known = e.getCommandLine().getCommandSpec().optionsMap().keySet();
      String nearest = option.startsWith("--") ? Misspelling.nearest(option, known) : null;
      if (nearest != null) {
        String key = name.equals("search") ? "error.option-close-query" : "error.option-close";
        return messages.text(key, option, nearest);
      }
      if (name.equals("kaiyuan")) {
        return messages.text("error.option-none", option);
      }
      return name.equals("search")
          ? messages.text("error.option-query", option, behindHyphens(words))
          : messages.text("error.option", option, name);
    }
    ArgSpec argument = e.getArgSpec();
    if (e instanceof MissingParameterException missing
        && missing.getMissing().get(0) instanceof OptionSpec option) {
      return messages.text("error.value-missing", option.longestName(), option.paramLabel());
    }
    if (argument != null && e.getValue() != null) {
      String what = argument instanceof OptionSpec option ? option.longestName() : name;
      Option<?> refusing = (Option<?>) argument.userObject();
      return sentence(refusing.refusal(what, e.getValue(), messages), words, messages);
    }
    return e.getMessage();
  }

  /** The search as it would be typed with everything behind two hyphens. */
  private static String behindHyphens(List<String> words) {
    List<String> query = words.subList(words.indexOf("search") + 1, words.size());
    return "kaiyuan search -- " + ShellWords.join(query);
  }
}
