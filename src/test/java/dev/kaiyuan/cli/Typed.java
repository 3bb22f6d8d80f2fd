package dev.kaiyuan.cli;

import dev.kaiyuan.cli.context.Environment;
import dev.kaiyuan.cli.context.Output;
import dev.kaiyuan.cli.context.ShellWords;
import dev.kaiyuan.cli.server.ServerClient;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A person at a folder who types commands and reads what comes back. */
public final class Typed {
  private final Path folder;
  private final Map<String, String> variables = new HashMap<>();
  private final Map<String, String> properties = new HashMap<>();
  private String input = "";
  private @Nullable Path server;
  private int answered;

  public Typed(Path folder) {
    this.folder = folder;
    variables.put("LANG", "en_US.UTF-8");
    properties.put("kaiyuan.stdout.terminal", "false");
    properties.put("kaiyuan.stderr.terminal", "false");
  }

  /** What came back; times, which differ from run to run, read {@code N ms}. */
  public record Answer(int code, String out, String err) {
    Answer withoutOut() {
      return new Answer(code, "", err);
    }
  }

  /** Returns the words of a command line, without quotes. */
  static List<String> words(String line) {
    List<String> words = ShellWords.quoted(line);
    words.replaceAll(ShellWords::unquoted);
    return words;
  }

  public Typed with(String variable, String value) {
    variables.put(variable, value);
    return this;
  }

  /** Asks the server that a file tells of before each command runs by itself. */
  public Typed asking(Path file) {
    server = file;
    return this;
  }

  /** How many commands the server has answered. */
  public int answered() {
    return answered;
  }

  public Typed input(String typed) {
    input = typed;
    return this;
  }

  Typed onTerminal(int columns) {
    properties.put("kaiyuan.stdout.terminal", "true");
    properties.put("kaiyuan.columns", Integer.toString(columns));
    return this;
  }

  Typed home(Path home) {
    properties.put("kaiyuan.home", home.toString());
    return this;
  }

  public Typed file(String path, String content) {
    return file(path, content.getBytes(StandardCharsets.UTF_8));
  }

  public Typed file(String path, byte[] content) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Answer run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (server != null) {
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      Map<String, String> told = new HashMap<>(properties);
      told.put("kaiyuan.locale", locale());
      int code =
          new ServerClient(server, 60_000, out, err).ask(folder, told, variables, List.of(args));
      if (code >= 0) {
        answered++;
        return new Answer(code, text(out), text(err));
      }
      out.reset();
    }
    Answer answer = run(out, args);
    return new Answer(answer.code(), text(out), answer.err());
  }

  /** Runs a command whose output the system takes none of, for this reason. */
  public Answer runInVain(String reason, String... args) {
    return run(
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException(reason);
          }
        },
        args);
  }

  /** Runs a command that prints before it ends. */
  Answer runInto(OutputStream out, String... args) {
    return run(out, args);
  }

  private Answer run(OutputStream out, String... args) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Environment environment =
        new Environment(
            variables,
            properties,
            folder,
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    int code =
        Main.run(
            environment,
            new PrintStream(new Output(out), false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8),
            args);
    return new Answer(code, "", text(err));
  }

  private String locale() {
    return new Environment(variables, Map.of(), folder, System.in).locale();
  }

  private String text(ByteArrayOutputStream bytes) {
    return shown(bytes.toString(StandardCharsets.UTF_8));
  }

  /** What was written, without what differs from run to run. */
  String shown(String written) {
    return written
        .replace(folder.toString(), "DIR")
        .replaceAll("[0-9.,]+ (ms|毫秒)", "N $1")
        .replaceAll("in [0-9.]+ s\\.", "in N s.")
        .replaceAll("kaiyuan: [0-9]+ (of|/) [0-9]+ .*\n", "")
        .replaceAll("用时 [0-9.]+ 秒", "用时 N 秒")
        .replaceAll("\"tookMs\":[0-9.]+", "\"tookMs\":N")
        .replaceAll("\"score\":[0-9.E-]+", "\"score\":N");
  }
}
