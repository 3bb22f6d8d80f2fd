package dev.kaiyuan.cli;

import dev.kaiyuan.analysis.Glossary;
import dev.kaiyuan.analysis.Translations;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names a glossary of one's own, for the commands that translate. */
final class GlossaryOption {
  @Option(names = "--glossary", paramLabel = "FILE", descriptionKey = "option.glossary")
  @Nullable String glossary;

  /** Returns the translations built in, with those of the person's glossary before them. */
  Translations translations(Call call) throws IOException {
    return glossary == null
        ? Translations.builtIn()
        : Translations.builtIn().with(Glossary.read(call.path(glossary)));
  }
}
