package dev.kaiyuan.cli.server;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A request of a command to the server. It is sent as fields that end with the character 0: the
 * secret, the folder, the locale, the properties of the terminal, the number of variables and the
 * variables, the number of words and the words.
 *
 * @param secret the secret of the server
 * @param folder the current folder
 * @param properties the properties that the launcher sets
 * @param variables the environment variables that commands use
 * @param words the command line
 */
public record Request(
    String secret,
    Path folder,
    Map<String, String> properties,
    Map<String, String> variables,
    List<String> words) {
  /** The environment variables that commands use. */
  public static final List<String> VARIABLES =
      List.of(
          "COLUMNS",
          "HOME",
          "KAIYUAN_INDEX",
          "LINES",
          "NO_COLOR",
          "PAGER",
          "TERM",
          "XDG_CACHE_HOME",
          "XDG_CONFIG_HOME",
          "XDG_STATE_HOME");

  private static final int MOST_BYTES = 1 << 22;

  /** Reads a request; if the secret is wrong, reads no further. */
  static Request read(InputStream from, Secret secret) throws IOException {
    Fields fields = new Fields(new DataInputStream(from));
    String said = fields.next();
    secret.require(said);
    Path folder = Path.of(fields.next());
    Map<String, String> properties = new HashMap<>();
    properties.put("kaiyuan.locale", fields.next());
    for (String told : fields.next().split(" ")) {
      int equals = told.indexOf('=');
      if (told.startsWith("-D") && equals > 0) {
        properties.put(told.substring(2, equals), told.substring(equals + 1));
      }
    }
    Map<String, String> variables = new HashMap<>();
    for (String variable : fields.nextAll()) {
      int equals = variable.indexOf('=');
      variables.put(variable.substring(0, equals), variable.substring(equals + 1));
    }
    return new Request(said, folder, properties, variables, fields.nextAll());
  }

  /** Returns the request as it is sent. */
  byte[] bytes() {
    StringBuilder terminal = new StringBuilder();
    for (Map.Entry<String, String> each : properties.entrySet()) {
      terminal.append("-D").append(each.getKey()).append('=').append(each.getValue()).append(' ');
    }
    List<String> fields = new ArrayList<>(List.of(secret, folder.toString()));
    fields.add(properties.getOrDefault("kaiyuan.locale", ""));
    fields.add(terminal.toString());
    fields.add(Integer.toString(variables.size()));
    for (Map.Entry<String, String> each : variables.entrySet()) {
      fields.add(each.getKey() + "=" + each.getValue());
    }
    fields.add(Integer.toString(words.size()));
    fields.addAll(words);
    return (String.join("\0", fields) + "\0").getBytes(StandardCharsets.UTF_8);
  }

  /** Reads the fields of a request, up to the length that a system allows for a command line. */
  private static final class Fields {
    private final DataInputStream from;
    private int length;

    Fields(DataInputStream from) {
      this.from = from;
    }

    String next() throws IOException {
      ByteArrayOutputStream field = new ByteArrayOutputStream();
      for (int b = from.read(); b != 0; b = from.read()) {
        if (b < 0 || ++length > MOST_BYTES) {
          throw new EOFException("the request ends too soon, or never");
        }
        field.write(b);
      }
      return field.toString(StandardCharsets.UTF_8);
    }

    List<String> nextAll() throws IOException {
      int count = Integer.parseInt(next());
      List<String> all = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        all.add(next());
      }
      return all;
    }
  }
}
