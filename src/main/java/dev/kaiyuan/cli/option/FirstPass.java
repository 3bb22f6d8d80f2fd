package dev.kaiyuan.cli.option;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * A first pass over the command line. It finds the command, and the options that matter before the
 * options of that command can be read. It refuses nothing: the second pass does, in the language
 * found here.
 *
 * @param words what was typed
 * @param at the index of the command in the words, or -1
 * @param locale the value of {@code --locale}, or null
 * @param noConfig whether {@code --no-config} was typed
 * @param verbose whether {@code --verbose} was typed
 */
public record FirstPass(
    List<String> words, int at, @Nullable String locale, boolean noConfig, boolean verbose) {

  /** Reads words. */
  public static FirstPass over(List<String> words) {
    Arguments shared = new Arguments("kaiyuan");
    new SharedOptions().declare(shared);
    Arguments lenient = new Arguments("kaiyuan");
    for (OptionSpec option : shared.spec().options()) {
      boolean value = Arguments.takesValue(option);
      lenient
          .spec()
          .addOption(
              OptionSpec.builder(option.longestName())
                  .type(value ? String.class : boolean.class)
                  .build());
    }
    int[] behind = {words.size() + 1};
    lenient
        .spec()
        .addPositional(
            PositionalParamSpec.builder()
                .index("0")
                .parameterConsumer(
                    (rest, operand, spec) -> {
                      behind[0] = rest.size();
                      rest.pop();
                    })
                .build());
    lenient.spec().parser().collectErrors(true).unmatchedArgumentsAllowed(true);
    ParseResult parsed = lenient.line().parseArgs(words.toArray(new String[0]));
    return new FirstPass(
        words,
        words.size() - behind[0],
        parsed.matchedOptionValue("--locale", null),
        parsed.hasMatchedOption("--no-config"),
        parsed.hasMatchedOption("--verbose"));
  }

  /** Returns the name of the command, or null if none was typed. */
  public @Nullable String command() {
    return at < 0 ? null : words.get(at);
  }

  /** Returns the words without the command. */
  public List<String> arguments() {
    List<String> arguments = new ArrayList<>(words);
    if (at >= 0) {
      arguments.remove(at);
    }
    return arguments;
  }
}
