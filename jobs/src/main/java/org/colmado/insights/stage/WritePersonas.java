package org.colmado.insights.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.calendar.AlcoholHours;
import org.colmado.insights.config.Yaml;
import org.colmado.insights.personas.asking.CachedAnswers;
import org.colmado.insights.personas.asking.CallStore;
import org.colmado.insights.personas.asking.PersonaFacts;
import org.colmado.insights.personas.asking.PersonaRows;
import org.colmado.insights.personas.asking.QuestionBatches;
import org.colmado.insights.personas.asking.QuestionRun;
import org.colmado.insights.personas.asking.SegmentAnswer;
import org.colmado.insights.personas.asking.SegmentQuestion;
import org.colmado.insights.personas.claims.Grounding;
import org.colmado.insights.personas.facts.ForecastHours;
import org.colmado.insights.personas.facts.PersonaRules;
import org.colmado.insights.personas.facts.PreviousFacts;
import org.colmado.insights.personas.grok.ApiKey;
import org.colmado.insights.personas.grok.Budget;
import org.colmado.insights.personas.grok.GrokClient;
import org.colmado.insights.personas.grok.GrokRules;
import org.colmado.insights.products.Categories;
import org.colmado.insights.run.Outcome;
import org.colmado.insights.run.Run;
import org.colmado.insights.run.Stage;
import org.colmado.insights.spark.IntermediateResults;
import org.colmado.insights.table.BasketRules;
import org.colmado.insights.table.DemandForecast;
import org.colmado.insights.table.GrokCalls;
import org.colmado.insights.table.PersonaFeedback;
import org.colmado.insights.table.ProductCategories;
import org.colmado.insights.table.SaleLines;
import org.colmado.insights.table.SegmentPersonas;
import org.colmado.insights.table.Segments;
import org.colmado.insights.table.Stores;
import org.colmado.insights.table.TransactionFeatures;

/**
 * Reads {@link Segments} and related facts, writes {@link SegmentPersonas}. With a key in the
 * environment it asks Grok about segments with new facts, from the driver, one call for each
 * segment, and writes {@link GrokCalls}. Without a key, and wherever no answer passes the grounding
 * check, the text is made by rules.
 */
public final class WritePersonas implements Stage {
  private static final String NO_KEY = "no_key";

  /** A store without sales for so many days may be closed and gets no texts. */
  private static final int SILENT_DAYS = 28;

  @Override
  public String name() {
    return "personas";
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
    Categories categories =
        Yaml.read(run.conf().find("categories/categories.yaml"), Categories.class);

    try (IntermediateResults scratch = new IntermediateResults()) {
      Dataset<Row> coming =
          scratch.checkpointed(
              ForecastHours.from(run.lake().read(DemandForecast.TABLE), run.asOf()));
      Dataset<Row> last =
          new PreviousFacts(run.asOf(), rules.answerDays())
              .from(run.lake().read(SegmentPersonas.TABLE));
      Dataset<Row> told =
          scratch.checkpointed(
              new PersonaFacts(rules, categories, alcoholHours, grok.model())
                  .from(sources(run, coming, scratch), last, scratch));
      Dataset<Row> calls = scratch.cached(calls(run, rules));
      Dataset<Row> kept =
          scratch.checkpointed(new CachedAnswers(rules, alcoholHours).from(told, calls));
      Dataset<Row> vain = scratch.checkpointed(notAskedAgain(told, calls, grok));
      List<SegmentAnswer> answered =
          key.map(
                  it ->
                      ask(
                          run,
                          grok,
                          it,
                          new Grounding(rules, alcoholHours),
                          PersonaRows.due(told, kept, vain)))
              .orElse(List.of());
      Dataset<Row> asked =
          run.spark()
              .createDataFrame(QuestionBatches.rows(answered, grok.model()), QuestionBatches.SCHEMA)
              .unionByName(PersonaRows.notAsked(vain));
      Dataset<Row> personas =
          new PersonaRows(run.asOf(), key.isEmpty() ? NO_KEY : QuestionBatches.notAsked(answered))
              .from(told, kept, asked, run.lake().read(GrokCalls.TABLE), coming)
              .withColumn(SegmentPersonas.WRITTEN_AT, lit(run.startedAt()));
      Dataset<Row> settled = scratch.checkpointed(personas);
      report(run, settled);
      return NightRows.write(run, SegmentPersonas.TABLE, settled);
    }
  }

  /**
   * Inputs that are read more than once are cached, as every read makes Delta list the table's
   * files.
   */
  private static PersonaFacts.Sources sources(
      Run run, Dataset<Row> coming, IntermediateResults scratch) {
    Column isOfTheNight =
        col(Segments.AS_OF)
            .equalTo(lit(run.asOf()))
            .and(col(Segments.LAST_ON).gt(lit(run.asOf().minusDays(SILENT_DAYS))));
    Column isCounted = col(SaleLines.BUSINESS_ON).leq(lit(run.asOf()));
    Column isFound = col(BasketRules.AS_OF).leq(lit(run.asOf()));

    return new PersonaFacts.Sources(
        scratch.checkpointed(run.lake().read(Segments.TABLE).where(isOfTheNight)),
        run.lake().read(TransactionFeatures.TABLE),
        run.lake().read(SaleLines.TABLE).where(isCounted),
        scratch.cached(run.lake().read(BasketRules.TABLE).where(isFound)),
        run.small().read(ProductCategories.TABLE),
        run.small().read(Stores.TABLE),
        run.small().read(PersonaFeedback.TABLE),
        coming);
  }

  /** Calls within the time for which an answer is reused. */
  private static Dataset<Row> calls(Run run, PersonaRules rules) {
    Column isRecent =
        col(GrokCalls.AS_OF)
            .between(lit(run.asOf().minusDays(rules.answerDays() - 1L)), lit(run.asOf()));

    return run.lake().read(GrokCalls.TABLE).where(isRecent);
  }

  /**
   * Segments that are not asked again while their facts stay the same, with the reason in {@code
   * why}.
   */
  private static Dataset<Row> notAskedAgain(Dataset<Row> told, Dataset<Row> calls, GrokRules grok) {
    Column isRefused =
        col(GrokCalls.PURPOSE)
            .equalTo(GrokCalls.REPAIR)
            .and(col(GrokCalls.VERDICT).startsWith(SegmentPersonas.REFUSED));
    Column isCut =
        col(GrokCalls.STATUS)
            .equalTo(SegmentPersonas.INCOMPLETE)
            .and(col(GrokCalls.DETAIL).contains(grok.limits()));
    Column isWithheld = col(GrokCalls.STATUS).equalTo(SegmentPersonas.WITHHELD);
    String[] facts = {
      GrokCalls.STORE_ID, GrokCalls.SEGMENT_TYPE, GrokCalls.SEGMENT_ID, GrokCalls.FACTS_HASH
    };
    Dataset<Row> inVain =
        calls
            .where(isRefused.or(isCut).or(isWithheld))
            .withColumn(
                PersonaRows.WHY,
                when(isRefused, SegmentPersonas.REFUSED).otherwise(col(GrokCalls.STATUS)))
            .groupBy(col(facts[0]), col(facts[1]), col(facts[2]), col(facts[3]))
            .agg(max(PersonaRows.WHY).as(PersonaRows.WHY));

    return told.join(inVain, facts);
  }

  private static List<SegmentAnswer> ask(
      Run run, GrokRules grok, ApiKey key, Grounding grounding, Dataset<Row> due) {
    Budget budget = new Budget(grok.monthlyBudgetUsd(), spent(run));
    try (GrokClient client = new GrokClient(grok, key)) {
      QuestionBatches asking =
          new QuestionBatches(
              client,
              grounding,
              budget,
              ledger(run),
              new QuestionRun(run.asOf(), run.runId(), run.startedAt()),
              grok.model(),
              grok.atOnce());

      List<SegmentAnswer> answered = asking.of(collected(run, due));
      client.failureSummary().ifPresent(it -> run.progress().say("  look at: %s", it));
      return answered;
    }
  }

  /**
   * Limits the questions of a night: missions first, and different stores each night, so that every
   * store gets its turn.
   */
  private static List<SegmentQuestion> collected(Run run, Dataset<Row> due) {
    Column isMission = col(Segments.SEGMENT_TYPE).equalTo("mission");
    Column turn = xxhash64(col(Segments.STORE_ID), lit(run.asOf()));

    return due
        .orderBy(
            isMission.desc(),
            turn,
            col(Segments.STORE_ID),
            col(Segments.SEGMENT_TYPE),
            col(Segments.SEGMENT_ID))
        .select(
            Segments.STORE_ID,
            Segments.SEGMENT_TYPE,
            Segments.SEGMENT_ID,
            SegmentPersonas.FACTS,
            SegmentPersonas.FACTS_HASH)
        .limit(QuestionBatches.MOST)
        .collectAsList()
        .stream()
        .map(
            row ->
                new SegmentQuestion(
                    row.getString(0),
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4)))
        .toList();
  }

  /** Cost in US$ of the calendar month (UTC) of the run. */
  private static BigDecimal spent(Run run) {
    LocalDate first = run.startedAt().atZone(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1);
    Instant from = first.atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant to = first.plusMonths(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    Row total =
        run.lake()
            .read(GrokCalls.TABLE)
            .where(col(GrokCalls.ASKED_AT).geq(lit(from)).and(col(GrokCalls.ASKED_AT).lt(lit(to))))
            .agg(sum(GrokCalls.COST_USD))
            .first();

    return total.isNullAt(0) ? BigDecimal.ZERO : total.getDecimal(0);
  }

  private static CallStore ledger(Run run) {
    return new CallStore() {
      @Override
      public void reserve(List<Row> calls) {
        run.lake().append(GrokCalls.TABLE, rows(run, calls));
      }

      @Override
      public void settle(List<Row> calls) {
        run.lake().merge(GrokCalls.TABLE, rows(run, calls));
      }
    };
  }

  private static Dataset<Row> rows(Run run, List<Row> calls) {
    return run.lake().rows(GrokCalls.TABLE, calls).coalesce(1);
  }

  private static void report(Run run, Dataset<Row> personas) {
    String told =
        personas
            .groupBy(col(SegmentPersonas.SOURCE), col(SegmentPersonas.REASON))
            .count()
            .orderBy(col(SegmentPersonas.SOURCE), col(SegmentPersonas.REASON))
            .collectAsList()
            .stream()
            .map(
                row ->
                    "%d by %s%s"
                        .formatted(
                            row.getLong(2),
                            row.getString(0),
                            row.getString(1).isEmpty() ? "" : " (" + row.getString(1) + ")"))
            .collect(Collectors.joining(", "));
    run.progress().say("  texts: %s", told.isEmpty() ? "none" : told);
  }
}
