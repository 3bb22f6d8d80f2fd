package dev.kaiyuan.build;

import dev.kaiyuan.cli.Main;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Lets the program write its manual page and its completions into a folder laid out like {@code
 * /usr/local/share}. Usage: {@code ManualFiles FOLDER}.
 */
final class ManualFiles {
  private ManualFiles() {}

  public static void main(String[] args) throws IOException {
    Path share = Path.of(args[0]);
    write(share.resolve("man/man1/kaiyuan.1"), "manual", "--locale", "en");
    write(share.resolve("man/zh_CN/man1/kaiyuan.1"), "manual", "--locale", "zh");
    write(share.resolve("bash-completion/completions/kaiyuan"), "completion", "bash");
    write(share.resolve("zsh/site-functions/_kaiyuan"), "completion", "zsh");
    write(share.resolve("fish/vendor_completions.d/kaiyuan.fish"), "completion", "fish");
  }

  private static void write(Path file, String... command) throws IOException {
    Files.createDirectories(file.getParent());
    try (var out = new PrintStream(Files.newOutputStream(file), false, StandardCharsets.UTF_8)) {
      String[] words = new String[command.length + 1];
      System.arraycopy(command, 0, words, 0, command.length);
      words[command.length] = "--no-config";
      if (Main.run(out, System.err, words) != 0) {
        throw new IOException("kaiyuan " + String.join(" ", words) + " failed");
      }
    }
  }
}
