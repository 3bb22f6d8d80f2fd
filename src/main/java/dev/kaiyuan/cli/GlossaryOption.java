package dev.kaiyuan.cli;

import dev.kaiyuan.analysis.translation.Glossary;
import dev.kaiyuan.cli.context.Context;
import dev.kaiyuan.cli.option.Arguments;
import dev.kaiyuan.cli.option.ValueKind;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The option {@code --glossary} of the commands that translate queries. */
final class GlossaryOption {
  @Nullable String glossary;

  void declare(Arguments to) {
    to.option(ValueKind.FILE, "FILE", given -> glossary = given, "--glossary");
  }

  /** Returns the user's glossary, or null. */
  @Nullable Glossary read(Context context) throws IOException {
    return glossary == null ? null : Glossary.read(context.file("--glossary", glossary));
  }
}
