package dev.kaiyuan.cli.context;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicInteger;
import org.jline.utils.Signals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForegroundProcessTest {
  @TempDir Path folder;

  @Test
  void leaves_ctrl_c_to_the_pager_and_waits_for_its_end() throws Exception {
    String script =
        """
        mkfifo delivered
        kill -INT $PPID
        kill -WINCH $PPID
        read line <delivered
        cat >read
        exit 3""";
    ProcessBuilder pager = new ProcessBuilder("sh", "-c", script).directory(folder.toFile());
    AtomicInteger interrupts = new AtomicInteger();
    Object interrupt = Signals.register("INT", interrupts::incrementAndGet);
    // The JVM delivers signals one by one, that of the lower number first.
    Object delivered = Signals.register("WINCH", () -> tell(folder.resolve("delivered")));
    try {
      assertEquals(3, ForegroundProcess.run(pager, "许可证\n"));
    } finally {
      Signals.unregister("WINCH", delivered);
      Signals.unregister("INT", interrupt);
    }
    assertEquals("许可证\n", Files.readString(folder.resolve("read")));
    assertEquals(0, interrupts.get());
  }

  private static void tell(Path fifo) {
    try {
      Files.writeString(fifo, "\n", StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
