package org.colmado.insights;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/** The four floors, and what only one place may do. */
@AnalyzeClasses(
    packages = "org.colmado.insights",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "org.colmado.insights.";

  /**
   * Every arrow goes down: a job knows the work, the work knows the world, the world the tables.
   */
  @ArchTest
  static final ArchRule ARROWS_GO_DOWN =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("job")
          .definedBy(ROOT + "job..")
          .layer("work")
          .definedBy(
              ROOT + "ingest..",
              ROOT + "features..",
              ROOT + "segments..",
              ROOT + "baskets..",
              ROOT + "forecast..",
              ROOT + "plans..",
              ROOT + "personas..",
              ROOT + "simulate..",
              ROOT + "reports..")
          .layer("world")
          .definedBy(ROOT + "calendar..", ROOT + "products..")
          .layer("ground")
          .definedBy(
              ROOT + "lake..",
              ROOT + "schema..",
              ROOT + "table..",
              ROOT + "config..",
              ROOT + "spark..")
          .whereLayer("job")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("work")
          .mayOnlyBeAccessedByLayers("job")
          .whereLayer("world")
          .mayOnlyBeAccessedByLayers("job", "work")
          .whereLayer("ground")
          .mayOnlyBeAccessedByLayers("job", "work", "world")
          .because("a newcomer reads from the night down, and nothing pulls him back up");

  /** Packages of one floor meet in tables, never in each other's code. */
  @ArchTest
  static final ArchRule NOTHING_GOES_SIDEWAYS =
      slices()
          .assignedFrom(new WorkPackages())
          .should()
          .notDependOnEachOther()
          .allowEmptyShould(true)
          .because("floor-3 packages meet in tables; a job carries rows from one to the next");

  @ArchTest
  static final ArchRule ONLY_THE_LAKE_TOUCHES_DELTA =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(ROOT + "lake.Lake")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.delta..");

  /** What leaves the machine leaves it in one place. */
  @ArchTest
  static final ArchRule ONLY_GROK_IS_ASKED_OVER_HTTP =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "personas.grok..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("okhttp3..", "mockwebserver3..", "java.net.http..");

  @ArchTest
  static final ArchRule TIME_IS_JAVA_TIME =
      noClasses()
          .should()
          .dependOnClassesThat(
              DescribedPredicate.describe(
                  "are java.util.Date or Calendar",
                  (JavaClass type) ->
                      type.getName().equals("java.util.Date")
                          || type.getName().equals("java.util.Calendar")));

  /** Names that say nothing of what a class is for. */
  @ArchTest
  static final ArchRule NO_EMPTY_NAMES =
      classes()
          .should()
          .haveNameNotMatching(".*(Utils?|Helpers?|Manager|Impl|Abstract[A-Z].*|Base[A-Z].*)$");

  private static final class WorkPackages implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
      String name = javaClass.getPackageName();
      return name.matches(
              ROOT
                  + "(ingest|features|segments|baskets|forecast|plans|personas|simulate|reports)(\\..*)?")
          ? SliceIdentifier.of(name.substring(ROOT.length()).replaceAll("\\..*", ""))
          : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
      return "floor-3 packages";
    }
  }
}
