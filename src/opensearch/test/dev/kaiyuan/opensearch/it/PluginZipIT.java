package dev.kaiyuan.opensearch.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.opensearch.Version;
import org.opensearch.plugins.PluginInfo;

/** The zip is what OpenSearch installs, and holds no class that OpenSearch has itself. */
class PluginZipIT {
  private static final Path ZIP = Path.of(System.getProperty("kaiyuan.plugin"));
  private static final String PROGRAM = System.getProperty("kaiyuan.version");

  @Test
  void the_descriptor_names_a_plugin_of_this_opensearch() throws IOException {
    Properties descriptor = new Properties();
    try (ZipFile zip = new ZipFile(ZIP.toFile())) {
      descriptor.load(zip.getInputStream(zip.getEntry(PluginInfo.OPENSEARCH_PLUGIN_PROPERTIES)));
    }
    assertEquals("kaiyuan", descriptor.getProperty("name"));
    assertEquals(PROGRAM, descriptor.getProperty("version"));
    assertEquals(Version.CURRENT.toString(), descriptor.getProperty("opensearch.version"));
    assertEquals("21", descriptor.getProperty("java.version"));
    assertEquals("dev.kaiyuan.opensearch.KaiyuanPlugin", descriptor.getProperty("classname"));
    assertTrue(descriptor.getProperty("description").length() > 10);
  }

  @Test
  void it_holds_our_jars_and_nothing_else() throws IOException {
    Set<String> files = new TreeSet<>();
    Set<String> foreign = new TreeSet<>();
    try (ZipFile zip = new ZipFile(ZIP.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        files.add(entry.getName());
        if (entry.getName().endsWith(".jar")) {
          try (ZipInputStream jar = new ZipInputStream(zip.getInputStream(entry))) {
            for (ZipEntry each; (each = jar.getNextEntry()) != null; ) {
              boolean ours =
                  each.getName().startsWith("dev/kaiyuan/") || !each.getName().endsWith(".class");
              if (!ours && !each.getName().equals("module-info.class")) {
                foreign.add(entry.getName() + ": " + each.getName());
              }
            }
          }
        }
      }
    }
    assertEquals(Set.of(), foreign);
    assertEquals(
        Set.of(
            "LICENSE",
            "NOTICE",
            "kaiyuan-" + PROGRAM + ".jar",
            "kaiyuan-" + PROGRAM + "-opensearch.jar",
            "plugin-descriptor.properties"),
        files);
  }
}
