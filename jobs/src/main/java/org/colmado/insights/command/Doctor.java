package org.colmado.insights.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.colmado.insights.config.BadInputException;
import org.colmado.insights.config.InsightsConfig;
import org.colmado.insights.lake.Lake;
import org.colmado.insights.personas.grok.ApiKey;
import org.colmado.insights.run.CommonOptions;
import org.colmado.insights.spark.SharedSession;
import org.colmado.insights.spark.SparkSessions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks everything that a night needs. */
@Command(
    name = "doctor",
    description = "Checks settings, lake, disk, keys and versions, and says what to do.",
    mixinStandardHelpOptions = true)
public final class Doctor implements Callable<Integer> {
  private static final int SOMETHING_IS_WRONG = 2;
  private static final int JAVA = 17;
  private static final String SPARK = "4.1.";

  @Mixin private CommonOptions options;

  @Option(
      names = "--try-grok",
      description = {
        "Asks Grok one short question with the key and the settings of conf/grok.yaml, which costs",
        "a fraction of a cent, and prints the result. Without this option nothing is sent."
      })
  private boolean triesGrok;

  @Override
  public Integer call() {
    List<CheckResult> findings = new ArrayList<>();
    findings.add(java());
    findings.addAll(keys(System.getenv()));
    if (triesGrok) {
      findings.add(GrokCheck.tried(options.confFolder(), System.getenv()));
    }

    ConfCheck conf = new ConfCheck(options.confFolder());
    Optional<InsightsConfig> config = settings(findings);
    findings.addAll(conf.files());
    config.ifPresent(
        settings -> {
          findings.addAll(conf.inboxes(settings));
          findings.addAll(lake(settings));
        });

    findings.forEach(finding -> System.out.println(finding.line()));
    boolean isWrong = findings.stream().anyMatch(f -> f.level() == CheckResult.Level.WRONG);
    return isWrong ? SOMETHING_IS_WRONG : 0;
  }

  private Optional<InsightsConfig> settings(List<CheckResult> findings) {
    try {
      InsightsConfig config = options.config();
      findings.add(CheckResult.ok("settings " + options.confFolder().settings()));
      return Optional.of(config);
    } catch (BadInputException e) {
      findings.add(
          CheckResult.wrong("settings: " + e.getMessage(), "mend the file, or give --conf"));
      return Optional.empty();
    }
  }

  private static List<CheckResult> lake(InsightsConfig config) {
    List<CheckResult> findings = new ArrayList<>();
    try (SharedSession session = SparkSessions.share("doctor")) {
      String version = session.spark().version();
      findings.add(
          version.startsWith(SPARK)
              ? CheckResult.ok("Spark " + version)
              : CheckResult.wrong("Spark " + version, "use a Spark " + SPARK + "x installation"));
      findings.addAll(new LakeCheck(new Lake(session.spark(), config.lake().root())).findings());
    }
    return findings;
  }

  private static CheckResult java() {
    int version = Runtime.version().feature();

    return version == JAVA
        ? CheckResult.ok("Java " + Runtime.version())
        : version > JAVA
            ? CheckResult.look("Java " + Runtime.version(), "only Java " + JAVA + " is tested")
            : CheckResult.wrong("Java " + Runtime.version(), "install a JDK " + JAVA);
  }

  /** Whether keys are set, without printing them. */
  static List<CheckResult> keys(Map<String, String> environment) {
    return List.of(
        xaiKey(environment),
        key(
            environment,
            "INSIGHTS_PSEUDONYM_KEY",
            "set a secret of your own before the first ingest: cashiers are hashed with it"));
  }

  private static CheckResult xaiKey(Map<String, String> environment) {
    try {
      ApiKey.in(environment);
      return key(
          environment,
          ApiKey.VARIABLE,
          "set it to let Grok write about segments; rules do without");
    } catch (BadInputException e) {
      return CheckResult.wrong(e.getMessage(), "copy it once more from console.x.ai");
    }
  }

  private static CheckResult key(Map<String, String> environment, String name, String todo) {
    return environment.getOrDefault(name, "").isBlank()
        ? CheckResult.look(name + " is not set", todo)
        : CheckResult.ok(name + " is set");
  }
}
