package org.colmado.insights.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.calendar.AlcoholHours;
import org.colmado.insights.config.Yaml;
import org.colmado.insights.personas.asking.CachedAnswers;
import org.colmado.insights.personas.asking.GrokCallTable;
import org.colmado.insights.personas.asking.NotAskedAgain;
import org.colmado.insights.personas.asking.PersonaFacts;
import org.colmado.insights.personas.asking.PersonaRows;
import org.colmado.insights.personas.asking.QuestionBatches;
import org.colmado.insights.personas.asking.SegmentAnswer;
import org.colmado.insights.personas.claims.Grounding;
import org.colmado.insights.personas.facts.ForecastHours;
import org.colmado.insights.personas.facts.PersonaRules;
import org.colmado.insights.personas.facts.PreviousFacts;
import org.colmado.insights.personas.grok.ApiKey;
import org.colmado.insights.personas.grok.GrokRules;
import org.colmado.insights.products.Categories;
import org.colmado.insights.run.Outcome;
import org.colmado.insights.run.Run;
import org.colmado.insights.run.Stage;
import org.colmado.insights.spark.IntermediateResults;
import org.colmado.insights.table.DemandForecast;
import org.colmado.insights.table.GrokCalls;
import org.colmado.insights.table.SegmentPersonas;
import org.colmado.insights.table.Segments;

/**
 * Reads {@link Segments} and related facts, writes {@link SegmentPersonas}. With a key in the
 * environment it asks Grok about segments with new facts, from the driver, one call for each
 * segment, and writes {@link GrokCalls}. Without a key, and wherever no answer passes the grounding
 * check, the text is made by rules.
 */
public final class WritePersonas implements Stage {
  private static final String NO_KEY = "no_key";

  @Override
  public String name() {
    return "personas";
  }

  @Override
  public List<String> beside() {
    return List.of("plans");
  }

  @Override
  public Outcome run(Run run) {
    return run(run, System.getenv());
  }

  /**
   * The same with another environment.
   *
   * @param environment variables, which may have the key
   */
  static Outcome run(Run run, Map<String, String> environment) {
    PersonaRules rules = PersonaRules.read(run.conf().find("personas.yaml"));
    GrokRules grok = GrokRules.read(run.conf().find("grok.yaml"));
    Optional<ApiKey> key = ApiKey.in(environment);
    List<Integer> alcoholHours =
        AlcoholHours.read(run.conf().find("alcohol.yaml")).everyDayOf(run.asOf().plusDays(1));
    GrokCallTable callTable = new GrokCallTable(run.lake());

    try (IntermediateResults intermediate = new IntermediateResults()) {
      Dataset<Row> forecast = intermediate.checkpointed(forecastHours(run));
      Dataset<Row> facts =
          intermediate.checkpointed(
              new PersonaFacts(rules, categories(run), alcoholHours, grok.model())
                  .from(
                      new PersonaSources(run).read(forecast, intermediate),
                      previousFacts(run, rules),
                      intermediate));
      Dataset<Row> calls = intermediate.cached(callTable.recent(run.asOf(), rules.answerDays()));
      Dataset<Row> reusable =
          intermediate.checkpointed(new CachedAnswers(rules, alcoholHours).from(facts, calls));
      Dataset<Row> notAskedAgain =
          intermediate.checkpointed(new NotAskedAgain(grok.limits()).from(facts, calls));

      Dataset<Row> due = PersonaRows.due(facts, reusable, notAskedAgain);
      List<SegmentAnswer> answers =
          key.map(it -> new GrokSession(run, grok, it, callTable))
              .map(session -> session.ask(due, new Grounding(rules, alcoholHours)))
              .orElse(List.of());
      Dataset<Row> asked =
          run.spark()
              .createDataFrame(QuestionBatches.rows(answers, grok.model()), QuestionBatches.SCHEMA)
              .unionByName(PersonaRows.notAsked(notAskedAgain));

      Dataset<Row> personas =
          new PersonaRows(run.asOf(), key.isEmpty() ? NO_KEY : QuestionBatches.notAsked(answers))
              .from(facts, reusable, asked, run.lake().read(GrokCalls.TABLE), forecast)
              .withColumn(SegmentPersonas.WRITTEN_AT, lit(run.startedAt()));
      Dataset<Row> computed = intermediate.checkpointed(personas);
      report(run, computed);
      return NightRows.write(run, SegmentPersonas.TABLE, computed);
    }
  }

  private static Categories categories(Run run) {
    return Yaml.read(run.conf().find("categories/categories.yaml"), Categories.class);
  }

  private static Dataset<Row> forecastHours(Run run) {
    return ForecastHours.from(run.lake().read(DemandForecast.TABLE), run.asOf());
  }

  private static Dataset<Row> previousFacts(Run run, PersonaRules rules) {
    return new PreviousFacts(run.asOf(), rules.answerDays())
        .from(run.lake().read(SegmentPersonas.TABLE));
  }

  private static void report(Run run, Dataset<Row> personas) {
    String texts =
        personas
            .groupBy(col(SegmentPersonas.SOURCE), col(SegmentPersonas.REASON))
            .count()
            .orderBy(col(SegmentPersonas.SOURCE), col(SegmentPersonas.REASON))
            .collectAsList()
            .stream()
            .map(WritePersonas::count)
            .collect(Collectors.joining(", "));
    run.progress().say("  texts: %s", texts.isEmpty() ? "none" : texts);
  }

  /** Such as "3 by rules (no_key)". */
  private static String count(Row row) {
    String reason = row.getString(1).isEmpty() ? "" : " (" + row.getString(1) + ")";

    return "%d by %s%s".formatted(row.getLong(2), row.getString(0), reason);
  }
}
