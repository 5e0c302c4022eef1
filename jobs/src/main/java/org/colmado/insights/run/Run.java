package org.colmado.insights.run;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.colmado.insights.calendar.BusinessDays;
import org.colmado.insights.config.ConfFolder;
import org.colmado.insights.config.InsightsConfig;
import org.colmado.insights.config.SourceMapping;
import org.colmado.insights.config.StoreSettings;
import org.colmado.insights.config.Yaml;
import org.colmado.insights.lake.Lake;
import org.colmado.insights.lake.LakeListener;
import org.colmado.insights.lake.OptionalFiles;
import org.colmado.insights.lake.SmallTables;
import org.colmado.insights.schema.TableSpec;
import org.colmado.insights.text.Sha256;

/**
 * The context shared by all stages of a run.
 *
 * @param small cache of small tables
 * @param asOf last closed business day included
 * @param runId as-of day and hash of the settings; deterministic, so that the same input gives the
 *     same rows
 * @param startedAt start of the run; the only time it reads the clock
 * @param listeners receive events of stages and commits
 */
public record Run(
    InsightsConfig config,
    ConfFolder conf,
    Lake lake,
    SmallTables small,
    LocalDate asOf,
    String runId,
    Instant startedAt,
    Progress progress,
    List<StageListener> listeners) {

  public static Run of(CommonOptions options, SparkSession spark, Clock clock) {
    InsightsConfig config = options.config();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    LocalDate asOf = options.asOf().orElseGet(() -> yesterday(config.storeDefaults(), now));
    List<StageListener> listeners = List.of(new StageLog(), new StageWork(spark));
    Lake lake = lake(spark, config, listeners);

    return new Run(
        config,
        options.confFolder(),
        lake,
        new SmallTables(lake),
        asOf,
        asOf + "-" + hash(config),
        now,
        new Progress(System.err),
        listeners);
  }

  private static Lake lake(
      SparkSession spark, InsightsConfig config, List<StageListener> listeners) {
    LakeListener all =
        new LakeListener() {
          @Override
          public void read(TableSpec table) {
            listeners.forEach(listener -> listener.read(table));
          }

          @Override
          public void committed(TableSpec table) {
            listeners.forEach(listener -> listener.committed(table));
          }
        };
    return new Lake(spark, config.lake().root(), all);
  }

  /** The same run with another as-of day. */
  public Run asOf(LocalDate day) {
    return new Run(
        config, conf, lake, small, day, day + "-" + hash(config), startedAt, progress, listeners);
  }

  /** The same run with a single inbox. */
  public Run withInbox(InsightsConfig.Inbox inbox) {
    return new Run(
        config.withInbox(inbox), conf, lake, small, asOf, runId, startedAt, progress, listeners);
  }

  /** The same run with another output for progress. */
  public Run withProgress(Progress other) {
    return new Run(config, conf, lake, small, asOf, runId, startedAt, other, listeners);
  }

  /** The same run with one more listener and an empty cache. */
  public Run withListener(StageListener listener) {
    List<StageListener> all = Stream.concat(listeners.stream(), Stream.of(listener)).toList();
    Lake told = lake(spark(), config, all);

    return new Run(
        config, conf, told, new SmallTables(told), asOf, runId, startedAt, progress, all);
  }

  /**
   * The ingestion time for tickets that this run changes without reading them again: later than
   * every earlier run, and earlier than the tickets it ingests.
   */
  public Instant touchedAt() {
    return startedAt.minusMillis(1);
  }

  /**
   * Reader of the owner's optional files in the configured supplies folder, else in the inboxes.
   */
  public OptionalFiles optionalFiles() {
    List<String> folders =
        config
            .supplies()
            .map(List::of)
            .orElseGet(
                () -> config.ingest().inbox().stream().map(InsightsConfig.Inbox::folder).toList())
            .stream()
            .map(conf::resolved)
            .distinct()
            .toList();

    return new OptionalFiles(spark(), folders, problem -> progress.say("  %s", problem));
  }

  public SparkSession spark() {
    return lake.spark();
  }

  public SourceMapping source(String name) {
    return Yaml.read(conf.find("sources/" + name + ".yaml"), SourceMapping.class);
  }

  private static LocalDate yesterday(StoreSettings store, Instant now) {
    return BusinessDays.businessOn(now, store.timeZone(), store.businessDayStarts()).minusDays(1);
  }

  /** Hash of all settings except the lake's location. */
  private static String hash(InsightsConfig config) {
    return Sha256.ofText(config.withLakeRoot("").toString()).substring(0, 8);
  }
}
