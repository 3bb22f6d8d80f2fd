package dev.kaiyuan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForegroundTest {
  @TempDir Path folder;

  @Test
  void leaves_ctrl_c_to_the_pager_and_waits_for_its_end() throws Exception {
    Path read = folder.resolve("read");
    ProcessBuilder pager =
        new ProcessBuilder("sh", "-c", "kill -INT $PPID; sleep 0.1; cat >read; exit 3")
            .directory(folder.toFile());
    assertEquals(3, Foreground.run(pager, "许可证\n"));
    assertEquals("许可证\n", Files.readString(read));
  }
}
