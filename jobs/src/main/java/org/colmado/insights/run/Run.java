package org.colmado.insights.run;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
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
import org.colmado.insights.lake.OptionalFiles;
import org.colmado.insights.lake.SmallTables;

/**
 * What the stages of one run share.
 *
 * @param small the lake's tables that the driver has room for
 * @param asOf last closed business day to count
 * @param runId as-of day and a hash of the settings: the same for the same work, so that the same
 *     input gives the same rows
 * @param startedAt the run's only look at the clock
 * @param listeners are told of stages and commits
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
    List<StageListener> listeners = List.of(new StageLog());
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
    return new Lake(
        spark,
        config.lake().root(),
        table -> listeners.forEach(listener -> listener.committed(table)));
  }

  /** The same run counted up to another day. */
  public Run asOf(LocalDate day) {
    return new Run(
        config, conf, lake, small, day, day + "-" + hash(config), startedAt, progress, listeners);
  }

  /** The same run over files of one folder. */
  public Run withInbox(InsightsConfig.Inbox inbox) {
    return new Run(
        config.withInbox(inbox), conf, lake, small, asOf, runId, startedAt, progress, listeners);
  }

  /** The same run, which says elsewhere what it does. */
  public Run withProgress(Progress other) {
    return new Run(config, conf, lake, small, asOf, runId, startedAt, other, listeners);
  }

  /** The same run, which tells one more listener; tables it remembers are read again. */
  public Run withListener(StageListener listener) {
    List<StageListener> all = Stream.concat(listeners.stream(), Stream.of(listener)).toList();
    Lake told = lake(spark(), config, all);

    return new Run(
        config, conf, told, new SmallTables(told), asOf, runId, startedAt, progress, all);
  }

  /**
   * When tickets count as read again that this run changes but does not read: later than any run
   * before, and earlier than what it reads, as the newest ticket says which lines are finished.
   */
  public Instant touchedAt() {
    return startedAt.minusMillis(1);
  }

  /** Those that may be in the folder of supplies of the settings, else in the inboxes. */
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

  /** Of all settings but where the lake is: the same rows may be written to two lakes. */
  private static String hash(InsightsConfig config) {
    try {
      byte[] settings = config.withLakeRoot("").toString().getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(settings);
      return HexFormat.of().formatHex(digest).substring(0, 8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JVM has no SHA-256", e);
    }
  }
}
