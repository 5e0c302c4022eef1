package org.colmado.insights.command;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.colmado.insights.config.BadInputException;
import org.colmado.insights.forecast.run.ForecastRules;
import org.colmado.insights.forecast.run.WhatIfQuestion;
import org.colmado.insights.run.CommonOptions;
import org.colmado.insights.run.Run;
import org.colmado.insights.spark.SharedSession;
import org.colmado.insights.spark.SparkSessions;
import org.colmado.insights.summary.DayAnswers;
import org.colmado.insights.summary.Messages;
import org.colmado.insights.summary.WhatIfText;
import org.colmado.insights.table.CalendarDays;
import org.colmado.insights.table.DemandForecast;
import org.colmado.insights.text.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Answers what-if questions about a future day: a holiday, a payday, or a price change. Reads
 * {@link DemandForecast} and {@code hourly_sales}; writes nothing.
 */
@Command(
    name = "whatif",
    description = "Forecasts a future day as if it were a holiday or payday, or with other prices.",
    mixinStandardHelpOptions = true)
public final class WhatIf implements Callable<Integer> {
  private static final double PERCENT = 100;
  private static final double MIN_PRICE = -50;
  private static final double MAX_PRICE = 100;

  @Mixin private CommonOptions options;

  @Option(
      names = "--date",
      required = true,
      paramLabel = "DATE",
      description = "A day with a forecast.")
  private LocalDate date;

  @Option(names = "--store", paramLabel = "ID", description = "One store; default: all.")
  private String store;

  @Option(
      names = "--holiday",
      paramLabel = "NAME|yes",
      description = "As if it were this holiday of the calendar; yes: a holiday without a name.")
  private String holiday;

  @Option(names = "--payday", description = "As if it were a payday.")
  private boolean isPayday;

  @Option(
      names = "--price",
      paramLabel = "PERCENT",
      description = "As if all prices changed by so many percent, -50 to 100.")
  private double pricePercent;

  @Option(names = "--language", paramLabel = "es|en", description = "Default: of the settings.")
  private String language;

  @Override
  public Integer call() throws Exception {
    String own = options.config().language();
    String spoken = language == null ? own : language;
    check(spoken);

    try (SharedSession session = SparkSessions.share("whatif")) {
      Run run = Run.of(options, session.spark(), Clock.systemUTC());
      ForecastRules rules = ForecastRules.read(run.conf().find("forecast.yaml"));
      Run asked = run.asOf(options.asOf().orElseGet(() -> DayAnswers.lastForecast(run)));
      checkDate(asked.asOf(), rules.horizonDays());
      WhatIfQuestion question =
          new WhatIfQuestion(date, holidayName(run), isPayday, pricePercent / PERCENT);
      DayAnswers answers = new DayAnswers(asked, rules, question);
      new WhatIfText(new Messages(Language.of(spoken)), question, rules.price(), System.out)
          .print(answers.of(store), answers.currencies(store));
      return 0;
    }
  }

  private void check(String spoken) {
    if (!Set.of("es", "en").contains(spoken)) {
      throw new BadInputException(
          "Cannot answer in language '%s': expected es or en".formatted(spoken));
    }
    if (holiday == null && !isPayday && pricePercent == 0) {
      throw new BadInputException(
          "Cannot answer: nothing is asked, expected --holiday, --payday or --price");
    }
    if (!(pricePercent >= MIN_PRICE && pricePercent <= MAX_PRICE)) {
      throw new BadInputException(
          "Cannot answer for prices changed by %s %%: expected -50 to 100".formatted(pricePercent));
    }
  }

  private void checkDate(LocalDate asOf, int horizonDays) {
    if (!date.isAfter(asOf) || date.isAfter(asOf.plusDays(horizonDays))) {
      throw new BadInputException(
          "Cannot answer for %s: the forecast as of %s reaches from %s to %s"
              .formatted(date, asOf, asOf.plusDays(1), asOf.plusDays(horizonDays)));
    }
  }

  /** The holiday's Spanish name in the calendar. */
  private String holidayName(Run run) {
    if (holiday == null) {
      return WhatIfQuestion.NO_HOLIDAY;
    }
    if (holiday.equalsIgnoreCase("yes")) {
      return WhatIfQuestion.ANY_HOLIDAY;
    }

    return run.small().rows(CalendarDays.TABLE).stream()
        .filter(
            day ->
                Stream.of(CalendarDays.HOLIDAY, CalendarDays.HOLIDAY_EN)
                    .anyMatch(name -> holiday.equalsIgnoreCase(day.getAs(name))))
        .map(day -> day.<String>getAs(CalendarDays.HOLIDAY))
        .findFirst()
        .orElseThrow(() -> unknownHoliday(run));
  }

  private BadInputException unknownHoliday(Run run) {
    return new BadInputException(
        "Cannot answer for holiday '%s': expected yes or one of %s"
            .formatted(
                holiday,
                run.small().rows(CalendarDays.TABLE).stream()
                    .map(day -> day.<String>getAs(CalendarDays.HOLIDAY))
                    .filter(Objects::nonNull)
                    .distinct()
                    .sorted()
                    .toList()));
  }
}
