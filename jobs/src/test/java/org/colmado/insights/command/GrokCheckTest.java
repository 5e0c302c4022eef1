package org.colmado.insights.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.colmado.insights.config.ConfFolder;
import org.colmado.insights.standin.FakeGrok;
import org.colmado.insights.standin.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** D32: a key, a model or an endpoint that is wrong is found out by asking once, before a night. */
class GrokCheckTest {
  private static final String KEY = "xai-5Tz8Wq2Lk4Rm";
  private static final Map<String, String> WITH_KEY = Map.of("XAI_API_KEY", KEY);

  @TempDir private Path folder;

  @Test
  void saysThatGrokAnswersAndWhatItCost() throws IOException {
    try (FakeGrok server = serving()) {
      CheckResult finding = tried(server, "", "");

      assertThat(finding.level()).isEqualTo(CheckResult.Level.OK);
      assertThat(finding.what())
          .contains("grok-4.3 at " + server.endpoint())
          .containsPattern("US\\$ 0\\.000\\d\\d, which grok_calls does not count")
          .containsPattern("at most it was 0\\.0[12]\\d\\d\\d\\)");
      assertThat(server.calls()).isEqualTo(1);
    }
  }

  @Test
  void saysWhatIsWrongAndWhatToDoWithoutTheKey() throws IOException {
    try (FakeGrok server = serving(Fault.MODEL_GONE)) {
      CheckResult finding = tried(server, "", "");

      assertThat(finding.level()).isEqualTo(CheckResult.Level.WRONG);
      assertThat(finding.line())
          .contains("HTTP 404: The model grok-4.3 does not exist", "see model", "US$ 0.00000");
    }
    try (FakeGrok server = serving(Fault.KEY_ECHOED)) {
      assertThat(tried(server, "", "").line())
          .contains("HTTP 500", "***")
          .doesNotContain(KEY, KEY.substring(4));
      assertThat(server.calls()).isEqualTo(1);
    }
  }

  @Test
  void sendsNothingWithoutAKeyOrMoney() throws IOException {
    try (FakeGrok server = serving()) {
      CheckResult broke = tried(server, "monthly-budget-usd: 1.00", "monthly-budget-usd: 0");
      assertThat(broke.level()).isEqualTo(CheckResult.Level.WRONG);
      assertThat(broke.line()).contains("not asked", "monthly-budget-usd is 0");

      CheckResult keyless = GrokCheck.tried(ConfFolder.of(folder.resolve("i.yaml")), Map.of());
      assertThat(keyless.line()).contains("not asked", "XAI_API_KEY is not set");
      assertThat(server.calls()).isZero();
    }
  }

  @Test
  void namesSettingsThatCannotBeRead() throws IOException {
    try (FakeGrok server = serving()) {
      assertThat(tried(server, "attempts: 3", "attempts: 0").line())
          .contains("not asked", "found 0, expected 1 to 10");
    }
  }

  private static FakeGrok serving(Fault... faults) throws IOException {
    return FakeGrok.bySchema(List.of(faults)).start(0);
  }

  private CheckResult tried(FakeGrok server, String setting, String other) throws IOException {
    String shipped = Files.readString(Path.of("../conf/grok.yaml"));
    assertThat(shipped).contains(setting);
    Files.writeString(
        folder.resolve("grok.yaml"),
        shipped
            .replaceAll("(?m)^endpoint: \\S+", "endpoint: " + server.endpoint())
            .replace(setting, other));

    return GrokCheck.tried(ConfFolder.of(folder.resolve("i.yaml")), WITH_KEY);
  }
}
