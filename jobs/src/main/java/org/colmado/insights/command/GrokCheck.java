package org.colmado.insights.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import org.colmado.insights.config.BadInputException;
import org.colmado.insights.config.ConfFolder;
import org.colmado.insights.personas.grok.ApiKey;
import org.colmado.insights.personas.grok.GrokClient;
import org.colmado.insights.personas.grok.GrokQuestion;
import org.colmado.insights.personas.grok.GrokReply;
import org.colmado.insights.personas.grok.GrokRules;
import org.colmado.insights.personas.grok.GrokStatus;

/** Checks key, model and endpoint with one short question to Grok. */
final class GrokCheck {
  private static final int USD_DIGITS = 5;

  private GrokCheck() {}

  /**
   * The result with its cost.
   *
   * @param environment variables with the key
   */
  static CheckResult tried(ConfFolder conf, Map<String, String> environment) {
    try {
      GrokRules rules = GrokRules.read(conf.find("grok.yaml")).once();
      Optional<ApiKey> key = ApiKey.in(environment);

      return key.isEmpty()
          ? CheckResult.wrong("Grok was not asked: " + ApiKey.VARIABLE + " is not set", "set it")
          : tried(rules, key.get());
    } catch (BadInputException e) {
      return CheckResult.wrong("Grok was not asked: " + e.getMessage(), "mend it");
    }
  }

  private static CheckResult tried(GrokRules rules, ApiKey key) {
    try (GrokClient client = new GrokClient(rules, key)) {
      BigDecimal worst = client.worstCase(question());
      if (worst.compareTo(rules.monthlyBudgetUsd()) > 0) {
        return CheckResult.wrong(
            "Grok was not asked: it may cost US$ %s, and monthly-budget-usd is %s"
                .formatted(rounded(worst), rules.monthlyBudgetUsd()),
            "raise monthly-budget-usd in conf/grok.yaml");
      }

      return found(rules.who(), client.ask(question()), worst);
    }
  }

  private static CheckResult found(String who, GrokReply reply, BigDecimal worst) {
    String cost =
        "US$ %s, which grok_calls does not count (at most it was %s)"
            .formatted(rounded(reply.mostUsd()), rounded(worst));

    return reply.status() == GrokStatus.ANSWERED
        ? CheckResult.ok("Grok answers: %s; %s".formatted(who, cost))
        : CheckResult.wrong(
            "Grok gives no answer: %s; %s; %s".formatted(who, reply.detail(), cost),
            reply.status().remedy());
  }

  private static GrokQuestion question() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
    schema.putObject("properties").putObject("ready").put("type", "boolean");
    schema.putArray("required").add("ready");
    schema.put("additionalProperties", false);

    return new GrokQuestion(
        "Answer with ready true.", "Are you there?", schema, "ready", "insights-doctor");
  }

  private static String rounded(BigDecimal usd) {
    return usd.setScale(USD_DIGITS, RoundingMode.UP).toPlainString();
  }
}
