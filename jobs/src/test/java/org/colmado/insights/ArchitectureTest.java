package org.colmado.insights;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
import org.colmado.insights.run.Stage;
import org.junit.jupiter.api.Test;

/**
 * The floors of the house, and what only one place may do. No rule has a list of packages: each
 * package names its floor in {@code package-info.java}.
 */
@AnalyzeClasses(
    packages = "org.colmado.insights",
    importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.NoTestkit.class})
class ArchitectureTest {
  private static final String ROOT = "org.colmado.insights";

  /** The module testkit and the tests of other modules are no part of the product. */
  static final class NoTestkit implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("testkit") && !location.contains("-tests.jar");
    }
  }

  @ArchTest
  static final ArchRule EVERY_PACKAGE_HAS_A_FLOOR =
      classes()
          .should(
              condition(
                  "be in a package that names its floor",
                  type ->
                      floor(type.getPackage()).isPresent()
                          ? Stream.empty()
                          : Stream.of(
                              type.getPackageName() + " has no @OnFloor in package-info.java")));

  @ArchTest
  static final ArchRule ARROWS_GO_DOWN =
      classes()
          .should(
              condition(
                  "depend on lower floors and their own package tree only",
                  type ->
                      type.getDirectDependenciesFromSelf().stream()
                          .filter(ArchitectureTest::isOurs)
                          .filter(arrow -> !mayPoint(arrow))
                          .map(Dependency::getDescription)))
          .because("packages of one floor meet in tables, never in each other's code");

  @ArchTest
  static final ArchRule NO_CIRCLE_OF_PACKAGES =
      slices().assignedFrom(by("packages", JavaClass::getPackageName)).should().beFreeOfCycles();

  @ArchTest
  static final ArchRule NO_CIRCLE_OF_CLASSES =
      slices()
          .assignedFrom(by("files", type -> outermost(type).getName()))
          .should()
          .beFreeOfCycles()
          .because("a class can be read once those below it are understood");

  @ArchTest
  static final ArchRule NO_STAGE_CALLS_A_STAGE =
      noClasses()
          .that()
          .implement(Stage.class)
          .should()
          .dependOnClassesThat(
              DescribedPredicate.describe(
                  "are another stage",
                  type -> type.isAssignableTo(Stage.class) && !type.isInterface()))
          .as("No stage calls another stage")
          .allowEmptyShould(false);

  @ArchTest
  static final ArchRule ONLY_THE_LAKE_TOUCHES_DELTA =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + ".lake", ROOT + ".delta")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.delta..");

  /** What leaves the machine leaves it in one place. */
  @ArchTest
  static final ArchRule ONLY_GROK_IS_ASKED_OVER_HTTP =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + ".personas.grok..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("okhttp3..", "java.net.http..");

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

  /** Settings of Spark and names of formats are texts, which no class file shows. */
  @Test
  void onlyThePackageSparkNamesSettingsAndOnlyTheLakeNamesDelta() throws IOException {
    for (String module : List.of("model", "simulator", "delta", "lake", "jobs")) {
      Path sources = Path.of("..", module, "src", "main", "java");

      assertThat(sources).isDirectory();
      assertThat(naming("\"spark.", sources, "spark")).isEmpty();
      assertThat(naming("\"delta\"", sources, "lake")).isEmpty();
    }
  }

  /** Sources that have the text, other than those in a folder of this name. */
  static List<Path> naming(String text, Path sources, String folder) throws IOException {
    try (Stream<Path> files = Files.walk(sources)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.getParent().endsWith(folder))
          .filter(file -> text(file).contains(text))
          .toList();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isOurs(Dependency arrow) {
    return arrow.getTargetClass().getPackageName().startsWith(ROOT);
  }

  private static boolean mayPoint(Dependency arrow) {
    JavaPackage from = arrow.getOriginClass().getPackage();
    JavaPackage to = arrow.getTargetClass().getPackage();
    if (tree(from).equals(tree(to))) {
      return true;
    }

    Floor above = floor(from).orElse(Floor.MODEL);
    Floor below = floor(to).orElse(Floor.DOOR);
    return below.compareTo(above) < 0 || below == Floor.MODEL;
  }

  /** The package below the root that this one is or belongs to. */
  private static String tree(JavaPackage inside) {
    String name = inside.getName() + ".";
    int start = Math.min(name.length(), ROOT.length() + 1);
    return name.substring(start).replaceAll("\\..*", "");
  }

  private static Optional<Floor> floor(JavaPackage of) {
    return of.tryGetAnnotationOfType(OnFloor.class).map(OnFloor::value);
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
  }

  private static ArchCondition<JavaClass> condition(String description, Violations violations) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        violations.of(type).forEach(line -> events.add(SimpleConditionEvent.violated(type, line)));
      }
    };
  }

  private static SliceAssignment by(String description, Name name) {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass type) {
        return type.getPackageName().startsWith(ROOT)
            ? SliceIdentifier.of(name.of(type))
            : SliceIdentifier.ignore();
      }

      @Override
      public String getDescription() {
        return description;
      }
    };
  }

  private interface Violations {
    Stream<String> of(JavaClass type);
  }

  private interface Name {
    String of(JavaClass type);
  }
}
