package dev.kaiyuan.cli.context;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.kaiyuan.cli.option.SharedOptions;
import dev.kaiyuan.output.Messages;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class HistoryFileTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  private @Nullable Path prepared(String home) {
    PrintStream err = new PrintStream(said, true, StandardCharsets.UTF_8);
    Environment environment =
        new Environment(Map.of("HOME", home), Map.of(), folder, InputStream.nullInputStream());
    return HistoryFile.prepared(
        new Context(err, err, environment, Messages.in("en"), new SharedOptions()));
  }

  private static String permissions(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void only_the_person_may_read_it_also_where_others_could_before() throws Exception {
    for (int run = 0; run < 2; run++) {
      Path file = prepared(folder.toString());
      assertEquals(folder.resolve(".local/state/kaiyuan/history"), file);
      assertEquals("rw-------", permissions(file));
      assertEquals("rwx------", permissions(file.getParent()));
      assertEquals("", said.toString(StandardCharsets.UTF_8));
      Files.writeString(file, "1700000000000:许可证\n");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
      Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  @Test
  void a_home_that_cannot_be_written_to_has_none() throws Exception {
    Path home = Files.writeString(folder.resolve("home"), "a file, so that not even root can");
    assertNull(prepared(home.toString()));
    assertEquals(
        "kaiyuan: "
            + home
            + "/.local/state/kaiyuan/history cannot be written, so the history is not saved\n",
        said.toString(StandardCharsets.UTF_8));
    assertNull(prepared(""));
    assertNull(prepared("relative"), "below the current folder, which may be anybody's");
  }
}
