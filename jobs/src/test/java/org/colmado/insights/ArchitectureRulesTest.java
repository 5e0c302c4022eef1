package org.colmado.insights;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule of {@link ArchitectureTest} finds what is planted against it. */
class ArchitectureRulesTest {
  private static final JavaClasses PLANTED =
      new ClassFileImporter()
          .importPackages(
              "org.colmado.insights.plantedlow",
              "org.colmado.insights.plantedhigh",
              "org.colmado.insights.plantednone");

  @ParameterizedTest
  @MethodSource("rules")
  void aRuleFindsWhatIsPlantedAgainstIt(ArchRule rule, String found) {
    assertThat(rule.evaluate(PLANTED).getFailureReport().getDetails())
        .anyMatch(detail -> detail.contains(found));
  }

  static Stream<Arguments> rules() {
    return Stream.of(
        Arguments.of(ArchitectureTest.EVERY_PACKAGE_HAS_A_FLOOR, "plantednone has no @OnFloor"),
        Arguments.of(ArchitectureTest.ARROWS_GO_DOWN, "LowClass.above()"),
        Arguments.of(ArchitectureTest.NO_CIRCLE_OF_PACKAGES, "plantedhigh"),
        Arguments.of(ArchitectureTest.NO_CIRCLE_OF_CLASSES, "LowClass"),
        Arguments.of(ArchitectureTest.NO_STAGE_CALLS_A_STAGE, "SecondStage"),
        Arguments.of(ArchitectureTest.ONLY_THE_LAKE_TOUCHES_DELTA, "DeltaTable"),
        Arguments.of(ArchitectureTest.ONLY_GROK_IS_ASKED_OVER_HTTP, "OkHttpClient"),
        Arguments.of(ArchitectureTest.TIME_IS_JAVA_TIME, "java.util.Date"),
        Arguments.of(ArchitectureTest.NO_EMPTY_NAMES, "DateUtils"));
  }

  @Test
  void aTextThatOnlyOnePlaceMayHaveIsFoundElsewhere(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("lake"));
    Files.writeString(folder.resolve("Other.java"), "rows.write().format(\"delta\")");
    Files.writeString(folder.resolve("lake/Lake.java"), "rows.write().format(\"delta\")");

    assertThat(ArchitectureTest.naming("\"delta\"", folder, "lake"))
        .containsExactly(folder.resolve("Other.java"));
  }
}
