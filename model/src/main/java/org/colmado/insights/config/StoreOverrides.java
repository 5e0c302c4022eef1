package org.colmado.insights.config;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * Settings of one store, or of the stores of one source, that differ from the defaults.
 *
 * @param id store the sales of a source belong to when they name none; only for sources
 */
public record StoreOverrides(
    Optional<String> id,
    Optional<ZoneId> timeZone,
    Optional<String> currency,
    Optional<LocalTime> businessDayStarts,
    Optional<String> calendar,
    Optional<Map<String, String>> openingHours) {

  public StoreOverrides {
    currency.ifPresent(code -> Expect.currency("currency", code));
  }

  public static final StoreOverrides NONE =
      new StoreOverrides(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** The given settings with these overrides applied. */
  public StoreSettings over(StoreSettings base) {
    return new StoreSettings(
        timeZone.orElse(base.timeZone()),
        currency.orElse(base.currency()),
        businessDayStarts.orElse(base.businessDayStarts()),
        calendar.orElse(base.calendar()),
        openingHours.orElse(base.openingHours()));
  }
}
