package dev.kaiyuan;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A package uses only the floors below it. */
@AnalyzeClasses(packages = "dev.kaiyuan", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] FORMATS = {
    "dev.kaiyuan.document.mail..",
    "dev.kaiyuan.document.markup..",
    "dev.kaiyuan.document.office..",
    "dev.kaiyuan.document.pdf..",
    "dev.kaiyuan.document.recording.."
  };

  @ArchTest
  static final ArchRule a_package_uses_only_the_floors_below_it =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("build")
          .definedBy("dev.kaiyuan.build..")
          .layer("cli")
          .definedBy("dev.kaiyuan.cli..")
          .layer("server")
          .definedBy("dev.kaiyuan.server..")
          .layer("finder")
          .definedBy("dev.kaiyuan.finder..")
          .layer("output")
          .definedBy("dev.kaiyuan.output..")
          .layer("cluster")
          .definedBy("dev.kaiyuan.cluster..")
          .layer("eval")
          .definedBy("dev.kaiyuan.eval..")
          .layer("search")
          .definedBy("dev.kaiyuan.search..")
          .layer("index")
          .definedBy("dev.kaiyuan.index..")
          .layer("meaning")
          .definedBy("dev.kaiyuan.meaning..")
          .layer("analysis")
          .definedBy("dev.kaiyuan.analysis..")
          .layer("document")
          .definedBy("dev.kaiyuan.document..")
          .whereLayer("build")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("cli")
          .mayOnlyBeAccessedByLayers("build")
          .whereLayer("finder")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("server")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("output")
          .mayOnlyBeAccessedByLayers("cli", "finder", "server")
          .whereLayer("cluster")
          .mayOnlyBeAccessedByLayers("cli", "server")
          .whereLayer("eval")
          .mayOnlyBeAccessedByLayers("cli", "output")
          .whereLayer("search")
          .mayOnlyBeAccessedByLayers("cli", "finder", "server", "output", "cluster", "eval")
          .whereLayer("index")
          .mayOnlyBeAccessedByLayers(
              "cli", "finder", "server", "output", "cluster", "eval", "search")
          .whereLayer("meaning")
          .mayOnlyBeAccessedByLayers(
              "cli", "server", "output", "cluster", "eval", "search", "index")
          .whereLayer("analysis")
          .mayOnlyBeAccessedByLayers(
              "cli", "finder", "server", "output", "cluster", "eval", "search", "index", "meaning")
          .whereLayer("document")
          .mayOnlyBeAccessedByLayers(
              "cli", "finder", "server", "output", "cluster", "eval", "search", "index", "meaning");

  @ArchTest
  static final ArchRule packages_form_no_cycle =
      slices().matching("dev.kaiyuan.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule classes_form_no_cycle =
      slices()
          .assignedFrom(
              new SliceAssignment() {
                @Override
                public SliceIdentifier getIdentifierOf(JavaClass type) {
                  JavaClass outermost = type;
                  while (outermost.getEnclosingClass().isPresent()) {
                    outermost = outermost.getEnclosingClass().get();
                  }
                  return SliceIdentifier.of(outermost.getName());
                }

                @Override
                public String getDescription() {
                  return "classes";
                }
              })
          .should()
          .beFreeOfCycles();

  @ArchTest
  static void each_package_has_a_row_in_the_architecture(JavaClasses classes) throws IOException {
    String rows = Files.readString(Path.of("ARCHITECTURE.md"));
    for (JavaClass each : classes) {
      String name = each.getPackageName().replaceFirst("^dev\\.kaiyuan\\.", "");
      assertTrue(rows.contains("| `" + name + "` |"), name);
    }
  }

  @ArchTest
  static final ArchRule only_the_command_line_uses_its_libraries =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.kaiyuan.cli..",
              "dev.kaiyuan.finder..",
              "dev.kaiyuan.output..",
              "dev.kaiyuan.server..",
              "dev.kaiyuan.cluster..",
              "dev.kaiyuan.document.recording",
              "dev.kaiyuan.meaning..",
              "dev.kaiyuan.build..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("picocli..", "org.jline..", "com.fasterxml.jackson..");

  @ArchTest
  static final ArchRule the_program_knows_nothing_of_opensearch =
      noClasses()
          .that()
          .resideInAPackage("dev.kaiyuan..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.opensearch..", "dev.kaiyuan.opensearch..");

  @ArchTest
  static final ArchRule only_the_http_server_uses_jetty =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.kaiyuan.server.http..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.eclipse.jetty..", "org.slf4j..");

  @ArchTest
  static final ArchRule readers_of_formats_are_found_by_service_loader =
      noClasses()
          .that()
          .resideOutsideOfPackages(FORMATS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(FORMATS);

  @ArchTest
  static final ArchRule readers_of_formats_know_nothing_of_each_other =
      slices()
          .matching("dev.kaiyuan.document.(mail|markup|office|pdf|recording)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule only_readers_and_printers_know_the_markup_of_a_file =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.kaiyuan.document..", "dev.kaiyuan.output..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.kaiyuan.document.charset..",
              "dev.kaiyuan.document.html..",
              "dev.kaiyuan.document.markdown..",
              "dev.kaiyuan.document.metadata..");

  @ArchTest
  static final ArchRule only_the_reader_of_pdfs_uses_pdfbox =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.kaiyuan.document.pdf")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.pdfbox..", "org.apache.fontbox..");

  @ArchTest
  static final ArchRule only_meaning_knows_the_runtime_of_models =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.kaiyuan.meaning..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("ai.onnxruntime..");

  @ArchTest
  static final ArchRule documents_know_nothing_of_lucene =
      noClasses()
          .that()
          .resideInAPackage("dev.kaiyuan.document..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.lucene..");
}
