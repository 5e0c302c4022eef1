package org.colmado.insights.command;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Row;
import org.colmado.insights.calendar.BusinessDays;
import org.colmado.insights.config.BadInputException;
import org.colmado.insights.note.OwnerNote;
import org.colmado.insights.run.CommonOptions;
import org.colmado.insights.run.Run;
import org.colmado.insights.schema.TableRow;
import org.colmado.insights.spark.SharedSession;
import org.colmado.insights.spark.SparkSessions;
import org.colmado.insights.stage.IngestNotes;
import org.colmado.insights.table.DemandForecast;
import org.colmado.insights.table.ForecastOverrides;
import org.colmado.insights.table.Stores;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Records the owner's override in {@link ForecastOverrides}; plans use it. */
@Command(
    name = "override",
    description = {
      "Overrides the forecast of a future day or hour. The model's forecast is not changed; the",
      "next plans use your number, and the scorecard says which of the two was better."
    },
    mixinStandardHelpOptions = true)
public final class OverrideForecast implements Callable<Integer> {
  private static final List<String> MEASURES =
      List.of(DemandForecast.TICKETS, DemandForecast.REVENUE);
  private static final int MAX_DAYS_AHEAD = 365;
  private static final int MINUTES = 60;

  /** An override or its withdrawal. */
  static final class Entry {
    @Option(names = "--value", required = true, paramLabel = "N", description = "0 or more.")
    private Double value;

    @Option(
        names = "--withdraw",
        required = true,
        description = "Removes the override: the model's forecast applies again.")
    private boolean isWithdrawal;
  }

  @Mixin private CommonOptions options;

  @Option(names = "--store", required = true, paramLabel = "ID", description = "Store.")
  private String store;

  @Option(names = "--date", required = true, paramLabel = "DATE", description = "Business day.")
  private LocalDate on;

  @Option(
      names = "--hour",
      defaultValue = "-1",
      showDefaultValue = picocli.CommandLine.Help.Visibility.NEVER,
      paramLabel = "H",
      description = "Hour on the store's clock, 0 to 23; without it: the whole day.")
  private int hour;

  @Option(
      names = "--measure",
      required = true,
      paramLabel = "tickets|revenue",
      description = "tickets: used for staffing; revenue: used for orders.")
  private String measure;

  @ArgGroup(multiplicity = "1")
  private Entry entry;

  @Option(names = "--note", paramLabel = "TEXT", description = "Why.")
  private String note;

  @Override
  public Integer call() throws Exception {
    options.config();
    checkNumbers();

    try (SharedSession session = SparkSessions.share("override")) {
      Run run = Run.of(options, session.spark(), Clock.systemUTC());
      checkDay(lastClosedDay(run, knownStore(run)));
      print(IngestNotes.note(run, "override", note(run)));
      return 0;
    }
  }

  private void checkNumbers() {
    if (!MEASURES.contains(measure)) {
      throw refused("measure", "'" + measure + "'", "one of " + MEASURES);
    }
    if (hour != DemandForecast.NO_HOUR && (hour < 0 || hour > 23)) {
      throw refused("hour", hour, "0 to 23");
    }
    if (entry.value != null && !(entry.value >= 0 && entry.value < Double.POSITIVE_INFINITY)) {
      throw refused("value", entry.value, "a number, 0 or more");
    }
  }

  private Row knownStore(Run run) {
    List<Row> stores = run.small().rows(Stores.TABLE);

    return stores.stream()
        .filter(row -> row.<String>getAs(Stores.STORE_ID).equals(store))
        .findFirst()
        .orElseThrow(
            () ->
                refused(
                    "store",
                    "'" + store + "'",
                    "one with sales, of "
                        + stores.stream().map(row -> row.getAs(Stores.STORE_ID)).toList()));
  }

  /** The as-of day, else yesterday in the store's time zone. */
  private LocalDate lastClosedDay(Run run, Row known) {
    ZoneId zone = ZoneId.of(known.getAs(Stores.TIME_ZONE));
    int starts = known.getAs(Stores.DAY_STARTS_AT_MINUTE);

    return options.asOf().orElseGet(() -> today(run.startedAt(), zone, starts).minusDays(1));
  }

  private static LocalDate today(Instant now, ZoneId zone, int startsAtMinute) {
    LocalTime starts = LocalTime.of(startsAtMinute / MINUTES, startsAtMinute % MINUTES);

    return BusinessDays.businessOn(now, zone, starts);
  }

  private void checkDay(LocalDate lastClosed) {
    LocalDate last = lastClosed.plusDays(MAX_DAYS_AHEAD);
    if (!on.isAfter(lastClosed) || on.isAfter(last)) {
      throw refused(
          "date", on, "a day that is not past, %s to %s".formatted(lastClosed.plusDays(1), last));
    }
  }

  private OwnerNote note(Run run) {
    return new OwnerNote(
        TableRow.of(ForecastOverrides.TABLE)
            .with(ForecastOverrides.STORE_ID, store)
            .with(ForecastOverrides.TARGET_ON, on)
            .with(ForecastOverrides.TARGET_HOUR, hour)
            .with(ForecastOverrides.MEASURE, measure)
            .with(ForecastOverrides.VALUE, entry.value)
            .with(ForecastOverrides.NOTE, note)
            .with(ForecastOverrides.ENTERED_AT, run.startedAt()));
  }

  private void print(boolean isIngested) {
    String target = hour == DemandForecast.NO_HOUR ? on.toString() : on + " " + hour + ":00";
    System.out.println(
        entry.isWithdrawal
            ? "Withdrawn: %s of %s on %s is the model's again.".formatted(measure, store, target)
            : String.format(
                Locale.ROOT, "Noted: %,.2f %s of %s on %s.", entry.value, measure, store, target));
    System.out.println(
        isIngested
            ? "Plans follow with the next nightly, or now: bin/insights nightly --from plans"
            : "Another run writes to the lake now: the next nightly takes it in.");
  }

  private static BadInputException refused(String what, Object found, String expected) {
    return new BadInputException(
        "Cannot override the forecast: --%s is %s, expected %s".formatted(what, found, expected));
  }
}
