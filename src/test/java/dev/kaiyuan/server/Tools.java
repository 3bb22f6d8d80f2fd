package dev.kaiyuan.server;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What tests need beside Java: a browser, and clients from npm. {@code .ci/run} installs them and
 * names the folder of the clients in {@code KAIYUAN_TEST_TOOLS}; then what is missing is a failure.
 * Without the variable these tests, which take minutes, are passed over with a line.
 */
public final class Tools {
  private static final String INSTALLED = "KAIYUAN_TEST_TOOLS";

  private Tools() {}

  /** Returns a program of one of these names. */
  public static String program(String... names) {
    folder();
    for (String name : names) {
      for (String folder : System.getenv().getOrDefault("PATH", "").split(":")) {
        if (Files.isExecutable(Path.of(folder, name))) {
          return Path.of(folder, name).toString();
        }
      }
    }
    return fail("there is no program " + String.join(" or ", names));
  }

  /** Returns a file of a package that npm has installed. */
  public static Path npm(String file) {
    Path found = folder().resolve("node_modules").resolve(file);
    return Files.exists(found) ? found : fail("npm has not installed " + found);
  }

  private static Path folder() {
    String folder = System.getenv(INSTALLED);
    if (folder == null) {
      System.out.println("passed over, for .ci/run has not installed what it needs: " + caller());
      abort(INSTALLED + " is not set");
    }
    return Path.of(folder);
  }

  private static String caller() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .map(StackWalker.StackFrame::getClassName)
                    .filter(name -> name.endsWith("Test"))
                    .findFirst()
                    .orElse("a test"));
  }

  /** Returns the command that runs the program as it was compiled. */
  public static List<String> kaiyuan() {
    return List.of(
        "env",
        "LC_ALL=C.UTF-8", // As the launcher sees to, for clients hand on no locale.
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
        "dev.kaiyuan.cli.Main");
  }
}
