package dev.kaiyuan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
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

  @ParameterizedTest
  @CsvSource({
    "src/main/java/dev/kaiyuan/a/b/c/d/Deep.java, 1",
    "src/main/resources/dev/kaiyuan/messages.properties, 1",
    "src/main/data/words.txt, 1",
    "pom.xml, 1",
    "README.md, 0"
  })
  void a_newer_source_is_built_however_deep_it_lies(String source, int builds) throws Exception {
    Path home = Files.createDirectory(folder.resolve("clone"));
    Files.copy(Path.of("kaiyuan"), home.resolve("kaiyuan"));
    Path lib = Files.createDirectories(home.resolve("src/main/dist/lib"));
    Files.writeString(
        lib.resolve("launcher.sh"),
        "say() { :; }; find_java() { java=/usr/bin/java; }; launch() { :; }\n");
    for (String each : List.of("src/main/java", "src/main/resources", "src/main/data")) {
      Files.createDirectories(home.resolve(each));
    }
    Path file = home.resolve(source);
    Files.createDirectories(file.getParent());
    Files.writeString(home.resolve("pom.xml"), "");
    Files.writeString(file, "");
    Path jar = home.resolve("target/lib/kaiyuan-1.jar");
    Files.createDirectories(jar.getParent());
    Files.writeString(jar, "");
    Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(60)));
    Path maven = home.resolve("maven/mvn");
    Files.createDirectories(maven.getParent());
    Files.writeString(
        maven, "#!/bin/sh\nmkdir -p target/lib; touch target/lib/kaiyuan-1.jar; echo >>builds\n");
    assertTrue(maven.toFile().setExecutable(true));
    String start = "PATH='" + maven.getParent() + "':$PATH sh '" + home + "/kaiyuan'; ";
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(120)));
    sh(start);
    Path log = home.resolve("builds");
    assertEquals(builds, Files.exists(log) ? Files.readAllLines(log).size() : 0);
  }

  /** Copies the launcher beside a jar, with a Java that says how it was called. */
  private Path installed(String name) throws IOException {
    Path home = folder.resolve(name);
    Files.createDirectories(home.resolve("bin"));
    Files.createDirectories(home.resolve("lib"));
    Files.copy(Path.of("src/main/dist/bin/kaiyuan"), home.resolve("bin/kaiyuan"));
    Files.copy(Path.of("src/main/dist/lib/launcher.sh"), home.resolve("lib/launcher.sh"));
    Files.writeString(home.resolve("lib/kaiyuan-1.jar"), "a jar");
    leaveTrainingOut(home.resolve("cache"));
    java(folder.resolve("jdk"), "echo Java \"$@\"");
    return home.resolve("bin/kaiyuan");
  }

  /** Makes the launcher believe that a training run is under way: none may outlive its test. */
  private static void leaveTrainingOut(Path memory) throws IOException {
    Files.createDirectories(memory.resolve("training"));
  }

  private static void java(Path jdk, String script) throws IOException {
    Files.createDirectories(jdk.resolve("bin"));
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25\"\n");
    Files.writeString(jdk.resolve("bin/java"), "#!/bin/sh\n" + script + "\n");
    assertTrue(jdk.resolve("bin/java").toFile().setExecutable(true));
  }

  private String start(Path launcher, String before) throws Exception {
    return sh(
        "export JAVA_HOME='"
            + folder
            + "/jdk' LC_ALL=C.UTF-8; "
            + before
            + "; sh '"
            + launcher
            + "'");
  }

  @Test
  void what_keeps_java_from_starting_is_told_with_exit_code_2() throws Exception {
    Path launcher = installed("kaiyuan");
    assertTrue(start(launcher, "cd /").startsWith("Java "));
    String gone = "'" + folder + "/gone'";
    String told = start(launcher, "mkdir " + gone + " && cd " + gone + " && rmdir " + gone);
    // The shell itself may complain before.
    assertTrue(
        told.endsWith("kaiyuan: the current folder has been deleted; change to another\n2"), told);
    Path colon = installed("a:b");
    assertEquals(
        "kaiyuan: Java cannot be started from a folder with a colon in its path: "
            + colon.getParent().getParent().toRealPath()
            + "; move it\n2",
        start(colon, "cd /"));
    java(
        folder.resolve("jdk"),
        "[ \"$KAIYUAN_JAVA_OPTS\" ] || exit 9; echo Unrecognized option: -XX; echo more; exit 1");
    assertEquals(
        "kaiyuan: Java does not start: Unrecognized option: -XX; see to KAIYUAN_JAVA_OPTS and to"
            + " memory (ulimit -v, ulimit -d)\n2",
        start(launcher, "export KAIYUAN_JAVA_OPTS=-XX"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ulimit -v 3000000", "ulimit -d 2000000"})
  void a_limit_of_memory_that_keeps_java_from_starting_is_told(String limit) throws Exception {
    Path launcher = installed("kaiyuan");
    java(
        folder.resolve("jdk"),
        "case \"$*\" in *-version) echo There is no memory; exit 1;; esac; echo Java \"$@\"");
    String told = start(launcher, limit);
    assertEquals(
        "kaiyuan: Java does not start: There is no memory; see to KAIYUAN_JAVA_OPTS and to memory"
            + " (ulimit -v, ulimit -d)\n2",
        told);
    assertTrue(start(launcher, "cd /").startsWith("Java "));
  }

  @Test
  void a_cache_that_was_written_to_since_it_was_made_is_dropped() throws Exception {
    Path launcher = installed("kaiyuan");
    Path memory = launcher.resolveSibling("../cache").normalize();
    start(launcher, "cd /");
    Path cache = memory.resolve("short.cache");
    Files.writeString(cache, "sound");
    Files.setLastModifiedTime(cache, Files.getLastModifiedTime(memory.resolve("java")));
    String used = start(launcher, "cd /");
    assertTrue(used.contains("-XX:AOTCache=" + cache), used);
    assertTrue(used.contains("-XX:OnError=rm -f '" + cache + "'"), used);
    Files.setLastModifiedTime(cache, FileTime.from(Instant.now().plusSeconds(60)));
    used = start(launcher, "cd /");
    assertTrue(used.startsWith("Java ") && !used.contains("AOTCache="), used);
  }

  @Test
  void a_relative_cache_folder_is_passed_over() throws Exception {
    Path launcher = installed("kaiyuan");
    String app = launcher.getParent().getParent().toRealPath().toString();
    // What lies there says to run another program.
    Path trap = folder.resolve("trap/kaiyuan" + app);
    Files.createDirectories(trap);
    Path program = folder.resolve("program/bin/java");
    java(folder.resolve("program"), "echo trapped");
    Files.write(
        trap.resolve("java"),
        List.of(
            program.toString(),
            "JAVA_VERSION=\"25\"",
            folder + "/jdk",
            app + "/lib/kaiyuan-1.jar"));
    Files.setLastModifiedTime(
        trap.resolve("java"), Files.getLastModifiedTime(Path.of(app, "lib/kaiyuan-1.jar")));
    // As where the program's folder cannot be written to, which root always can.
    Path script = Path.of(app, "lib/launcher.sh");
    Files.writeString(script, Files.readString(script).replace("[ -w \"$kaiyuan_app\" ]", "false"));
    leaveTrainingOut(folder.resolve("home/.cache/kaiyuan" + app));
    String in = "cd '" + folder + "' && export HOME='" + folder + "/home' ";
    assertEquals("trapped\n", start(launcher, in + "XDG_CACHE_HOME='" + folder + "/trap'"));
    for (String relative : List.of("trap", "./trap")) {
      assertTrue(start(launcher, in + "XDG_CACHE_HOME=" + relative).startsWith("Java "), relative);
    }
    assertTrue(Files.exists(folder.resolve("home/.cache/kaiyuan" + app + "/java")));
  }

  /** Returns what the shell writes, errors included, and its exit code where that is not 0. */
  private static String sh(String script) throws IOException, InterruptedException {
    Process shell = new ProcessBuilder("sh", "-c", script).redirectErrorStream(true).start();
    String told = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = shell.waitFor();
    return code == 0 ? told : told + code;
  }
}
