package dev.kaiyuan.build;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Rewrites the classes of jars that were compiled for Java 5 to the format of Java 21, in place.
 *
 * <p>The JVM keeps no class older than Java 6 in its caches and verifies them the slow way, at
 * every start. Picocli is compiled for Java 5. Rewritten, {@code --version} takes 365 ms of CPU
 * instead of 493, and a search 829 instead of 950 (medians of 20 paired runs on busy cores). Usage:
 * {@code java -cp asm.jar:classes dev.kaiyuan.build.ModernClassFiles JAR…}
 */
final class ModernClassFiles {
  private ModernClassFiles() {}

  public static void main(String[] jars) throws IOException {
    for (String jar : jars) {
      rewrite(Path.of(jar));
    }
  }

  private static void rewrite(Path jar) throws IOException {
    try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of());
        URLClassLoader classes = new URLClassLoader(new URL[] {jar.toUri().toURL()});
        var walk = Files.walk(zip.getPath("/"))) {
      List<Path> files = walk.filter(file -> file.toString().endsWith(".class")).toList();
      for (Path file : files) {
        ClassReader reader = new ClassReader(Files.readAllBytes(file));
        if (reader.readUnsignedShort(6) < Opcodes.V1_6) {
          Files.write(file, modern(reader, classes));
        }
      }
    }
  }

  private static byte[] modern(ClassReader reader, ClassLoader classes) {
    ClassWriter writer =
        new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
          @Override
          protected ClassLoader getClassLoader() {
            return classes;
          }
        };
    ClassVisitor upgrade =
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public void visit(
              int version,
              int access,
              String name,
              String signature,
              String parent,
              String[] faces) {
            super.visit(Opcodes.V21, access, name, signature, parent, faces);
          }
        };
    reader.accept(upgrade, ClassReader.SKIP_FRAMES);
    return writer.toByteArray();
  }
}
