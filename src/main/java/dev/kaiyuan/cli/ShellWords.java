package dev.kaiyuan.cli;

/** Writes words so that a shell reads them back as they are. */
final class ShellWords {
  private ShellWords() {}

  static String quote(String word) {
    for (int p = 0; p < word.length(); p++) {
      char c = word.charAt(p);
      boolean plain = Character.isLetterOrDigit(c) || "-_./:=,+@%".indexOf(c) >= 0;
      if (!plain) {
        return "'" + word.replace("'", "'\\''") + "'";
      }
    }
    return word.isEmpty() ? "''" : word;
  }
}
