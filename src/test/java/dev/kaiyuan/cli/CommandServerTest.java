package dev.kaiyuan.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.cli.Typed.Answer;
import dev.kaiyuan.cli.server.CommandServer;
import dev.kaiyuan.cli.server.Response;
import dev.kaiyuan.cli.server.ServerClient;
import dev.kaiyuan.cli.server.ServerFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that a server answers, and what becomes of them where it does not. */
@Timeout(300)
class CommandServerTest {
  private static final String BROKEN =
      "kaiyuan: the server stopped in the middle of its answer; try again, or with --no-server\n";

  @TempDir Path folder;
  private Path file;
  private Typed person;
  private CommandServer door;

  /** What a shell brought back. */
  private record Told(int code, String out, String err) {}

  @BeforeEach
  void anIndexAndAServer() throws IOException {
    file = folder.resolve("run/kaiyuan/server");
    person =
        new Typed(folder)
            .file("corpus/a.md", "---\nlang: zh\n---\n# 甲\\0\n\n咖啡豆要现磨。\n")
            .file("corpus/b.md", "---\nlang: en\n---\n# B\n\nGrind coffee beans 咖啡豆 fresh.\n");
    person.run("index");
    door = CommandServer.open(file, folder, Main::attempt);
  }

  @AfterEach
  void close() throws IOException {
    door.close();
  }

  /**
   * Runs what the launcher runs, around a launcher whose Java only says that it was asked.
   *
   * @param silence for how many seconds the server may be silent
   */
  private Told ask(String silence, String redirect, String... words) throws Exception {
    Path library = Files.createDirectories(folder.resolve("library"));
    Path source = Path.of("src/main/dist/lib");
    String ask = Files.readString(source.resolve("ask.sh")).replace("-t 0.2", "-t " + silence);
    Files.writeString(library.resolve("ask.sh"), ask.replace("-t 1 ", "-t " + silence + " "));
    Files.writeString(
        library.resolve("launcher.sh"),
        Files.readString(source.resolve("launcher.sh")) + "\nlaunch() { echo \"alone: $*\"; }\n");
    List<String> command =
        new ArrayList<>(
            List.of("bash", "-c", "bash \"$@\" " + redirect, "sh", library.resolve("ask.sh") + ""));
    command.addAll(List.of(file.toString(), "home", "app", library.toString()));
    command.addAll(List.of(words));
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectError(err.toFile());
    builder.environment().keySet().removeAll(List.of("LC_ALL", "LC_MESSAGES", "COLUMNS", "LINES"));
    builder.environment().put("LANG", "en_US.UTF-8");
    builder.environment().put("HOME", folder.toString());
    Process shell = builder.start();
    String out = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Told(shell.waitFor(), times(out), times(Files.readString(err)));
  }

  private static String times(String text) {
    return text.replaceAll("[0-9.,]+ ms", "N ms").replaceAll("in [0-9.]+ s", "in N s");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "search 咖啡豆",
        "search 咖啡豆 --format paths -0",
        "search nothing-of-this",
        "search '甲\\0' --color always",
        "show corpus/a.md",
        "show corpus/a.md --raw",
        "similar corpus/a.md --no-snippet",
        "stats",
        "index",
        "--locale zh search 咖啡豆 --lang en"
      })
  void the_shell_writes_what_the_command_would(String line) throws Exception {
    String[] words = Typed.words(line).toArray(new String[0]);
    Answer alone = person.run(words);
    Told told = ask("60", "", words);
    assertEquals(
        alone, new Answer(told.code(), told.out().replaceAll("[0-9.,]+ 毫秒", "N 毫秒"), told.err()));
  }

  @Test
  void every_byte_of_a_long_answer_arrives() throws Exception {
    String text = "字\\0\t" + "x".repeat(1000) + "\r\n";
    person.file("corpus/long.md", "# 长\n\n" + text.repeat(500)).run("index");
    Told told = ask("60", "", "show", "corpus/long.md", "--raw");
    assertEquals("# 长\n\n" + text.repeat(500), told.out());
  }

  @ParameterizedTest
  @CsvSource({
    "search 咖啡豆 --limit 0",
    "search 咖啡豆 --no-server",
    "index --watch",
    "show corpus/none.md",
    "analyze 咖啡豆",
    "--version"
  })
  void what_fails_or_is_not_for_a_server_runs_alone(String line) throws Exception {
    String[] words = Typed.words(line).toArray(new String[0]);
    assertEquals(new Told(0, "alone: " + line + "\n", ""), ask("60", "", words));
  }

  @Test
  void what_would_show_an_absolute_path_runs_alone() throws Exception {
    String index = folder.toRealPath().resolve("index").toString();
    Told told = ask("60", "", "stats", "--index", index);
    assertEquals(new Told(0, "alone: stats --index " + index + "\n", ""), told);
  }

  @Test
  void what_cannot_be_written_is_left_to_the_command() throws Exception {
    assertEquals(new Told(0, "", ""), ask("60", "| true", "search", "咖啡豆"));
    Told full = ask("60", "> /dev/full", "search", "咖啡豆");
    assertTrue(full.err().contains("echo: write error"), full.err());
  }

  @Test
  void another_version_a_stale_file_and_a_wrong_secret_are_as_no_server() throws Exception {
    ServerFile serverFile = ServerFile.read(file, CommandServer.jar());
    Told alone = new Told(0, "alone: search 咖啡豆\n", "");
    write(new ServerFile(serverFile.port(), "0".repeat(64), serverFile.process()));
    assertEquals(alone, ask("60", "", "search", "咖啡豆"));
    write(new ServerFile(serverFile.port(), serverFile.secret(), 999_999_999));
    assertEquals(alone, ask("60", "", "search", "咖啡豆"));
    door.close();
    write(serverFile);
    assertEquals(alone, ask("60", "", "search", "咖啡豆"));
    Files.setLastModifiedTime(file, FileTime.fromMillis(1));
    assertThrows(IOException.class, () -> ServerFile.read(file, CommandServer.jar()));
  }

  private void write(ServerFile serverFile) throws IOException {
    serverFile.write(file, CommandServer.jar());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "\"\" | 0 | alone: search x | false",
        "\".#.#\" | 0 | alone: search x | false",
        "\".#o 100#half\" | 0 | alone: search x | false",
        "\".#o 5#done#x 1#\" | 1 | done | false",
        "\".#o 5#done#.#\" | 2 | done | true",
        "\".#o 5#done#o 9#rest\" | 2 | done | true"
      })
  void a_server_that_hangs_is_as_none_or_told_in_one_line(
      String reply, int code, String out, boolean broken) throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      write(new ServerFile(socket.getLocalPort(), "x", ProcessHandle.current().pid()));
      Thread server =
          new Thread(
              () -> {
                try (Socket visitor = socket.accept()) {
                  visitor
                      .getOutputStream()
                      .write(reply.replace('#', '\n').getBytes(StandardCharsets.UTF_8));
                  visitor.getInputStream().readAllBytes(); // Until the visitor goes.
                } catch (IOException gone) {
                  // So it has.
                }
              });
      server.start();
      assertEquals(new Told(code, out + "\n", broken ? BROKEN : ""), ask("0.2", "", "search", "x"));
      server.join();
    }
  }

  @Test
  void only_this_person_can_read_how_to_reach_it() throws Exception {
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertEquals(
        "rwx------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())));
    Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("rwxrwxrwx"));
    assertThrows(IOException.class, () -> CommandServer.open(file, folder, Main::attempt));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw----"));
    assertThrows(IOException.class, () -> ServerFile.read(file, CommandServer.jar()));
  }

  @Test
  void a_visitor_without_shell_gets_the_same() throws Exception {
    for (String line : List.of("search 咖啡豆 --format paths -0", "show corpus/none.md", "search x")) {
      List<String> words = Typed.words(line);
      assertEquals(java(Main.class, words), java(ClientMain.class, words), line);
    }
  }

  private Told java(Class<?> main, List<String> words) throws Exception {
    return java(List.of("-Dkaiyuan.server=" + file, "-Dkaiyuan.home=" + folder), main, words);
  }

  private Told java(List<String> options, Class<?> main, List<String> words) throws Exception {
    List<String> command = ProgramProcess.command(main.getName());
    command.addAll(1, options);
    command.addAll(words);
    Path err = folder.resolve("java-err");
    Process java =
        new ProcessBuilder(command).directory(folder.toFile()).redirectError(err.toFile()).start();
    String out = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Told(java.waitFor(), times(out), times(Files.readString(err)));
  }

  @Test
  void a_server_in_the_background_may_be_stopped_or_killed() throws Exception {
    Path place = folder.resolve("background/server");
    List<String> serve = List.of("-Dkaiyuan.server=" + place, "-Dkaiyuan.home=" + folder);
    Told started = java(serve, Main.class, List.of("serve", "--background", "--no-config"));
    assertEquals(
        new Told(
            0,
            "",
            "kaiyuan: a server now runs commands in the background;"
                + " it ends after an hour without one\n"),
        started);
    ProcessHandle server =
        ProcessHandle.of(ServerFile.read(place, CommandServer.jar()).process()).orElseThrow();
    try {
      person.asking(place);
      assertEquals("corpus/b.md\n", person.run("search", "grind", "--format", "paths").out());
      assertEquals(1, person.answered());
      signal("STOP", server);
      assertEquals(-1, visit(place));
      signal("CONT", server);
      assertEquals("corpus/b.md\n", person.run("search", "grind", "--format", "paths").out());
      assertEquals(2, person.answered());
      server.destroyForcibly();
      server.onExit().join();
      assertEquals(-1, visit(place));
    } finally {
      server.destroyForcibly();
    }
  }

  private int visit(Path place) {
    ServerClient client =
        new ServerClient(
            place, 200, OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
    return client.ask(folder, Map.of(), Map.of(), List.of("search", "grind"));
  }

  private static void signal(String name, ProcessHandle process) throws Exception {
    List<String> kill = List.of("sh", "-c", "kill -" + name + " " + process.pid());
    assertEquals(0, new ProcessBuilder(kill).inheritIO().start().waitFor());
  }

  @Test
  void an_index_that_is_made_anew_or_gone_is_seen_at_once() throws Exception {
    person.asking(file);
    assertEquals("corpus/b.md\n", person.run("search", "grind", "--format", "paths").out());
    person.file("corpus/c.md", "---\nlang: en\n---\n# Grind\n\nGrind, grind.\n");
    person.run("index", "--rebuild");
    assertEquals(
        "corpus/c.md\ncorpus/b.md\n", person.run("search", "grind", "--format", "paths").out());
    assertEquals(3, person.answered());
    try (var files = Files.list(folder.resolve("index"))) {
      for (Path each : files.toList()) {
        Files.delete(each);
      }
    }
    Files.delete(folder.resolve("corpus/a.md"));
    assertFalse(Files.exists(folder.resolve("index/segments_1")));
    Answer gone = person.run("stats");
    assertEquals(
        "kaiyuan: there is no index here or in a folder above; create one: kaiyuan index FOLDER\n",
        gone.err());
    assertEquals(3, person.answered());
  }

  @Test
  void long_text_is_for_the_pager_of_the_person() throws Exception {
    ByteArrayOutputStream wire = new ByteArrayOutputStream();
    Response reply = new Response(wire);
    PrintStream out = new PrintStream(reply.out(), false, StandardCharsets.UTF_8);
    out.print("a\0\\");
    out.flush();
    assertTrue(reply.show("less", "长\n", "none"));
    reply.end("x 0");
    assertArrayEquals(
        "O 8\na\\0000\\\\p 4 5\n长\nnone\nx 0\n".getBytes(StandardCharsets.UTF_8),
        wire.toByteArray());
  }
}
