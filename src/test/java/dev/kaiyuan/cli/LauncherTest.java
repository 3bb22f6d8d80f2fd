package dev.kaiyuan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"<&-", ">&-", "2>&-", "<&- >&- 2>&-", ""})
  void leaves_no_stream_closed_for_java_to_open_a_file_as(String closed) throws Exception {
    assumeTrue(Files.exists(Path.of("/dev/fd/0")));
    String open = "for fd in 0 1 2; do [ -e /dev/fd/$fd ] || exit 1; done";
    assertEquals("", sh("(. src/main/dist/lib/launcher.sh; " + open + ") " + closed));
  }

  @ParameterizedTest
  @CsvSource({"kaiyuan,kaiyuan,src/main/dist/lib", "src/main/dist/bin/kaiyuan,bin/kaiyuan,lib"})
  void is_found_by_a_relative_link(String launcher, String place, String library) throws Exception {
    Path home = folder.resolve("kaiyuan home");
    Files.createDirectories(home.resolve(place).getParent());
    Files.copy(Path.of(launcher), home.resolve(place));
    Files.createDirectories(home.resolve(library));
    Files.writeString(home.resolve(library).resolve("launcher.sh"), "echo $kaiyuan_home; exit\n");
    Path links = Files.createDirectory(folder.resolve("links"));
    Files.createSymbolicLink(links.resolve("ky"), Path.of("../kaiyuan home/" + place));
    assertEquals(home.toRealPath() + "\n", sh("cd '" + links + "' && sh ky"));
    assertEquals(home.toRealPath() + "\n", sh("sh '" + links + "/ky'"));
  }

  /** Returns what the shell writes, errors included, and its exit code where that is not 0. */
  private static String sh(String script) throws IOException, InterruptedException {
    Process shell = new ProcessBuilder("sh", "-c", script).redirectErrorStream(true).start();
    String told = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = shell.waitFor();
    return code == 0 ? told : told + code;
  }
}
