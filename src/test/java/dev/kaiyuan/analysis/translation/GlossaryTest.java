package dev.kaiyuan.analysis.translation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kaiyuan.analysis.translation.Glossary.Thing;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GlossaryTest {
  @TempDir Path folder;

  private Glossary read(String text) throws IOException {
    return Glossary.read(Files.writeString(folder.resolve("my.txt"), text));
  }

  @Test
  void a_line_is_a_thing_with_its_names() throws IOException {
    Glossary glossary =
        read(
            """
            \uFEFF# our words
            软件 軟體 = software

            许可证　许可协议=licence，license # both spellings
            计算机 电脑
            = Kubernetes, k8s
            C# 语言 = C#
            """);
    assertEquals(
        List.of(
            new Thing(List.of("软件", "軟體"), List.of("software")),
            new Thing(List.of("许可证", "许可协议"), List.of("licence", "license")),
            new Thing(List.of("计算机", "电脑"), List.of()),
            new Thing(List.of(), List.of("Kubernetes", "k8s")),
            new Thing(List.of("C#", "语言"), List.of("C#"))),
        glossary.things());
  }

  @Test
  void a_line_that_makes_no_sense_is_named() {
    Exception one =
        assertThrows(MalformedGlossaryException.class, () -> read("软件 = software\n硬件 =\n"));
    assertTrue(
        one.getMessage().contains("my.txt, line 2: “硬件 =” has one name only"), one.getMessage());
    Exception two =
        assertThrows(MalformedGlossaryException.class, () -> read("软件 = software = program\n"));
    assertTrue(two.getMessage().contains("my.txt, line 1: more than one ="), two.getMessage());
  }

  @Test
  void a_file_that_is_not_utf8_is_named() throws IOException {
    Path file = folder.resolve("gbk.txt");
    Files.write(file, "软件 = software".getBytes(Charset.forName("GBK")));
    Exception e = assertThrows(MalformedGlossaryException.class, () -> Glossary.read(file));
    assertTrue(e.getMessage().contains("gbk.txt"), e.getMessage());
  }
}
