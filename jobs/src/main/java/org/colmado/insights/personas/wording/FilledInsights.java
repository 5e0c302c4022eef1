package org.colmado.insights.personas.wording;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.colmado.insights.personas.facts.FactSheet;
import org.colmado.insights.personas.facts.ForecastHours;
import org.colmado.insights.personas.facts.ForecastHours.Hour;
import org.colmado.insights.text.Language;

/** Inserts the night's forecast into the insights of an answer. */
record FilledInsights(ForecastHours coming) {

  /** Rows of {@link org.colmado.insights.table.SegmentPersonas#INSIGHTS}. */
  List<Row> of(FactSheet facts, Narrative narrative) {
    return narrative.insights().stream().map(insight -> of(slot(facts, insight), insight)).toList();
  }

  private static FactSheet.Slot slot(FactSheet facts, Narrative.Insight insight) {
    return facts.slots().stream()
        .filter(slot -> slot.id().equals(insight.slotId()))
        .findFirst()
        .orElseThrow();
  }

  private Row of(FactSheet.Slot slot, Narrative.Insight insight) {
    Optional<Hour> hour = coming.next(slot.weekday(), slot.hour());

    return RowFactory.create(
        insight.text().es().replace(Narrative.FORECAST, words(hour, Language.ES)),
        insight.text().en().replace(Narrative.FORECAST, words(hour, Language.EN)),
        hour.map(Hour::on).orElse(null),
        slot.hour(),
        hour.map(Hour::expected).orElse(null),
        hour.map(Hour::low).orElse(null),
        hour.map(Hour::high).orElse(null));
  }

  private static String words(Optional<Hour> hour, Language words) {
    boolean isSpanish = words == Language.ES;
    if (hour.isEmpty()) {
      return isSpanish ? "los tickets de siempre" : "as many tickets as usual";
    }

    String template =
        isSpanish
            ? "unos %s tickets en toda la tienda (entre %s y %s)"
            : "about %s tickets in the whole shop (%s to %s)";
    String guess = isSpanish ? ", con pocos datos todavía" : ", with few data so far";
    return template.formatted(
        whole(hour.get().expected()),
        whole(hour.get().low()),
        whole(hour.get().high()) + (hour.get().isGuess() ? guess : ""));
  }

  private static String whole(double tickets) {
    return Language.number(Math.rint(tickets));
  }
}
