package dev.kaiyuan.analysis.folding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kaiyuan.analysis.translation.Pinyin;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program finds its tables wherever its classes are from. */
class BuiltResourceTest {
  @TempDir private Path folder;

  @Test
  void from_a_folder() {
    assertEquals(List.of("yuan"), Pinyin.readings('源'));
  }

  @Test
  void from_a_jar_with_spaces_and_chinese_in_its_path() throws Exception {
    Path jar = Files.createDirectories(folder.resolve("我的 文件 %20+#")).resolve("开源.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        ZipOutputStream out = new ZipOutputStream(file)) {
      for (String name :
          List.of(
              "translation/Pinyin.class",
              "folding/CharacterFolding.class",
              "folding/FoldingTable.class",
              "folding/FoldingTable$Rare.class",
              "folding/HangulJamo.class",
              "folding/BuiltResource.class",
              "pinyin.txt",
              "folding.bin",
              "folding-rare.bin")) {
        String path = "dev/kaiyuan/analysis/" + name;
        out.putNextEntry(new ZipEntry(path));
        try (InputStream in = BuiltResourceTest.class.getResourceAsStream("/" + path)) {
          in.transferTo(out);
        }
      }
    }
    for (URL place : List.of(jar.toUri().toURL(), unescaped(jar))) {
      URL[] places = {place};
      try (var loader = new URLClassLoader(places, ClassLoader.getPlatformClassLoader())) {
        assertEquals(List.of("yuan"), readings(loader), place.toString());
      }
    }
  }

  /** As programs of old make it. */
  @SuppressWarnings("deprecation")
  private static URL unescaped(Path jar) throws IOException {
    return new URL("file:" + jar.toString().replace("%", "%25").replace("#", "%23"));
  }

  @Test
  void from_a_class_loader_that_does_not_tell() throws Exception {
    assertEquals(List.of("yuan"), readings(new Untold()));
  }

  @Test
  void a_table_that_is_missing_is_named() {
    var missing = assertThrows(IllegalStateException.class, () -> BuiltResource.read("none.bin"));
    assertEquals(
        "none.bin is missing from the program; build it with: mvn package", missing.getMessage());
  }

  private static Object readings(ClassLoader loader) throws ReflectiveOperationException {
    Class<?> pinyin = loader.loadClass(Pinyin.class.getName());
    return pinyin.getMethod("readings", int.class).invoke(null, (int) '源');
  }

  /** Defines the classes of the analysis itself, without saying where they are from. */
  private static final class Untold extends ClassLoader {
    Untold() {
      super(BuiltResourceTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith("dev.kaiyuan.analysis.")) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
