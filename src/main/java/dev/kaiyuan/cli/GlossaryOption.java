package dev.kaiyuan.cli;

import dev.kaiyuan.analysis.Glossary;
import dev.kaiyuan.analysis.Translations;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The option that names a glossary of one's own, for the commands that translate. */
final class GlossaryOption {
  @Nullable String glossary;

  void declare(Arguments to) {
    to.option(ValueKind.FILE, "FILE", given -> glossary = given, "--glossary");
  }

  /** Returns the translations built in, with those of the person's glossary before them. */
  Translations translations(Call call) throws IOException {
    return glossary == null
        ? Translations.builtIn()
        : Translations.builtIn().with(Glossary.read(call.file("--glossary", glossary)));
  }
}
