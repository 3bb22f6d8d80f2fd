package dev.kaiyuan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A program of its own, made of what the README prints, uses the library as Maven installs it. */
@DisabledOnOs(OS.WINDOWS)
class EmbeddedLibraryIT {
  private static final Path REPOSITORY = Path.of(System.getProperty("kaiyuan.repository"));
  private static final String VERSION = System.getProperty("kaiyuan.version");
  private static final Path PROGRAM = REPOSITORY.resolveSibling("program");

  private static String readme;

  @BeforeAll
  static void writeProgram() throws IOException {
    readme = Files.readString(Path.of("README.md"));
    write("docs/licence.md", "# 选择许可证\n\n先读条文。\n\n每份开源许可证都不同。\n");
    write(
        "src/main/java/Example.java",
        """
        import dev.kaiyuan.index.DirectoryIndexer;
        import dev.kaiyuan.index.IndexingOptions;
        import dev.kaiyuan.index.IndexingProgress;
        import dev.kaiyuan.search.ArticleSearcher;
        import dev.kaiyuan.search.SearchRequest;
        import java.nio.file.Path;
        import java.util.List;

        public class Example {
          public static void main(String[] args) throws Exception {
            new DirectoryIndexer(Path.of("index"), IndexingOptions.REFRESH)
                .index(List.of(Path.of("docs")), IndexingProgress.NONE);
            %s
          }
        }
        """
            .formatted(printed("java")));
    write(
        "pom.xml",
        """
        <project>
          <modelVersion>4.0.0</modelVersion>
          <groupId>example</groupId>
          <artifactId>example</artifactId>
          <version>1</version>
          <properties>
            <maven.compiler.release>21</maven.compiler.release>
            <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
          </properties>
          <dependencies>%s</dependencies>
          <build>
            <plugins>
              <plugin><artifactId>maven-resources-plugin</artifactId><version>%s</version></plugin>
              <plugin><artifactId>maven-compiler-plugin</artifactId><version>%s</version></plugin>
            </plugins>
          </build>
        </project>
        """
            .formatted(printed("xml"), version("resources"), version("compiler")));
    // What the build of Kaiyuan has loaded is enough, and need not be loaded again.
    write(
        "settings.xml",
        """
        <settings>
          <mirrors>
            <mirror><id>loaded</id><mirrorOf>*</mirrorOf><url>%s</url></mirror>
          </mirrors>
        </settings>
        """
            .formatted(Path.of(System.getProperty("local.repository")).toUri()));
  }

  @Test
  void it_is_built_by_maven_and_finds_an_article() throws Exception {
    String maven = Path.of(System.getProperty("maven.home"), "bin", "mvn").toString();
    Path libraries = PROGRAM.resolve("target/libraries");
    String classPath =
        "org.apache.maven.plugins:maven-dependency-plugin:%s:build-classpath"
            .formatted(version("dependency"));
    run(
        maven,
        "-B",
        "-q",
        "-ntp",
        "-s",
        "settings.xml",
        "-Dmaven.repo.local=" + REPOSITORY,
        "-Dmdep.outputFile=" + libraries,
        "compile",
        classPath);

    String jars = Files.readString(libraries);
    List<String> names =
        Arrays.stream(jars.split(":"))
            .map(jar -> jar.replaceAll(".*/|-[0-9][^/]*[.]jar", ""))
            .sorted()
            .toList();
    assertEquals(
        List.of(
            "commonmark",
            "commonmark-ext-footnotes",
            "commonmark-ext-gfm-strikethrough",
            "commonmark-ext-gfm-tables",
            "jsoup",
            "jspecify",
            "juniversalchardet",
            "kaiyuan",
            "lucene-analysis-common",
            "lucene-core",
            "snakeyaml-engine"),
        names);
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    assertEquals(
        "选择许可证 docs/licence.md:5\n",
        run(java, "-Dstdout.encoding=UTF-8", "-cp", "target/classes:" + jars, "Example"));
  }

  @Test
  void sources_and_javadoc_of_each_exported_package_come_along() throws IOException {
    String module = Files.readString(Path.of("src/main/java/module-info.java"));
    List<String> exported =
        Pattern.compile("exports ([a-z.]+);")
            .matcher(module)
            .results()
            .map(e -> e.group(1))
            .toList();
    assertTrue(exported.contains("dev.kaiyuan.search"), exported.toString());
    try (ZipFile sources = artifact("-sources.jar");
        ZipFile javadoc = artifact("-javadoc.jar")) {
      TreeSet<String> missing = new TreeSet<>();
      for (String each : exported) {
        String folder = each.replace('.', '/');
        if (sources.getEntry(folder + "/package-info.java") == null) {
          missing.add("sources of " + each);
        }
        if (javadoc.getEntry(folder + "/package-summary.html") == null) {
          missing.add("Javadoc of " + each);
        }
      }
      assertEquals(List.of(), List.copyOf(missing));
    }
  }

  private static ZipFile artifact(String end) throws IOException {
    Path folder = REPOSITORY.resolve("dev/kaiyuan/kaiyuan").resolve(VERSION);
    return new ZipFile(folder.resolve("kaiyuan-" + VERSION + end).toFile());
  }

  /** What the README prints in a language. */
  private static String printed(String language) {
    Matcher block =
        Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(readme);
    assertTrue(block.find(), language);
    return block.group(1);
  }

  /** The version of one of Maven's plugins that the build itself uses. */
  private static String version(String plugin) throws IOException {
    Matcher version =
        Pattern.compile("maven-" + plugin + "-plugin</artifactId>\\s*<version>([^<]+)<")
            .matcher(Files.readString(Path.of("pom.xml")));
    assertTrue(version.find(), plugin);
    return version.group(1);
  }

  private static void write(String name, String text) throws IOException {
    Path file = PROGRAM.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Runs a command in the program's folder and returns what it prints. */
  private static String run(String... command) throws IOException, InterruptedException {
    Path errors = PROGRAM.resolve("errors");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.directory(PROGRAM.toFile()).redirectError(errors.toFile());
    Process process = builder.start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, process.waitFor(), printed + Files.readString(errors));
    return printed;
  }
}
