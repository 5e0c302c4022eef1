package org.colmado.insights.summary;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.colmado.insights.forecast.run.PriceRules;
import org.colmado.insights.forecast.run.WhatIfAnswer;
import org.colmado.insights.forecast.run.WhatIfForecasts;
import org.colmado.insights.forecast.run.WhatIfQuestion;
import org.colmado.insights.table.DemandForecast;
import org.colmado.insights.text.Language;

/** Prints answers to a what-if question: a table, a sentence, and the certainty. */
public record WhatIfText(
    Messages texts, WhatIfQuestion question, PriceRules price, PrintStream out) {
  private static final double PERCENT = 100;

  /**
   * Prints.
   *
   * @param answers in the columns of {@link WhatIfForecasts}
   * @param currencies by store
   */
  public void print(List<Row> answers, Map<String, String> currencies) {
    currencies.forEach(
        (store, currency) -> {
          out.println(texts.of("whatif.store", store, texts.day(question.on())));
          List<Row> ofStore =
              answers.stream()
                  .filter(row -> row.getAs(DemandForecast.STORE_ID).equals(store))
                  .toList();
          if (ofStore.isEmpty()) {
            out.println(texts.of("whatif.none"));
          } else {
            table(ofStore, currency);
            sentence(ofStore, currency);
            sureness(ofStore);
          }
        });
    out.flush();
  }

  private void table(List<Row> answers, String currency) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of(texts.of("whatif.columns").split("\\|")));
    for (Row row : answers) {
      rows.add(
          List.of(
              texts.of("whatif." + row.getAs(DemandForecast.MEASURE)),
              shown(row, WhatIfAnswer.PLANNED, currency),
              range(row, WhatIfAnswer.PLANNED_LO80, WhatIfAnswer.PLANNED_HI80, currency),
              shown(row, WhatIfAnswer.ASKED, currency),
              range(row, WhatIfAnswer.ASKED_LO80, WhatIfAnswer.ASKED_HI80, currency),
              change(row)));
    }
    TextTable.print(rows, out);
  }

  private String range(Row row, String low, String high, String currency) {
    return shown(row, low, currency) + " - " + shown(row, high, currency);
  }

  private static String shown(Row row, String column, String currency) {
    double value = row.getAs(column);

    return row.getAs(DemandForecast.MEASURE).equals(DemandForecast.REVENUE)
        ? Language.money(BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP), currency)
        : String.format(Locale.ROOT, "%,.0f", value);
  }

  private static String change(Row row) {
    double planned = row.getAs(WhatIfAnswer.PLANNED);
    double asked = row.getAs(WhatIfAnswer.ASKED);
    double share = planned > 0 ? asked / planned - 1 : 0;

    return String.format(Locale.ROOT, "%+.1f%%", PERCENT * share);
  }

  private void sentence(List<Row> answers, String currency) {
    List<String> asked = new ArrayList<>();
    if (question.isHoliday()) {
      boolean isAny = question.holiday().equals(WhatIfQuestion.ANY_HOLIDAY);
      asked.add(
          isAny
              ? texts.of("whatif.if.holiday")
              : texts.of("whatif.if.holiday.named", question.holiday()));
    }
    if (question.isPayday()) {
      asked.add(texts.of("whatif.if.payday"));
    }
    if (question.priceShare() != 0) {
      asked.add(texts.of("whatif.if.price", PERCENT * question.priceShare()));
    }
    List<String> would =
        answers.stream()
            .map(
                row ->
                    texts.of(
                        "whatif.would." + row.getAs(DemandForecast.MEASURE),
                        shown(row, WhatIfAnswer.ASKED, currency),
                        shown(row, WhatIfAnswer.PLANNED, currency),
                        shown(row, WhatIfAnswer.ASKED_LO80, currency),
                        shown(row, WhatIfAnswer.ASKED_HI80, currency)))
            .toList();
    String and = " " + texts.of("whatif.and") + " ";
    out.println(texts.of("whatif.if", String.join(and, asked), String.join("; ", would)));
  }

  /** An effect is called significant only if it is for all measures. */
  private void sureness(List<Row> answers) {
    List<Row> parts = parts(answers.get(0));
    for (int i = 0; i < parts.size(); i++) {
      int at = i;
      Row part = parts.get(i);
      boolean isClear =
          answers.stream().allMatch(row -> parts(row).get(at).getAs(WhatIfAnswer.IS_CLEAR));
      int days = part.getAs(WhatIfAnswer.DAYS);
      int holidays = part.getAs(WhatIfAnswer.HOLIDAYS);
      String name = part.getAs(WhatIfAnswer.NAME);
      String key =
          part.<Boolean>getAs(WhatIfAnswer.IS_ALREADY)
              ? "already"
              : days == 0 ? neverSeen(name, holidays) : isClear ? "clear" : "unclear";
      out.println(texts.of("whatif.sure." + key, texts.of("whatif.part." + name), days, holidays));
    }
    if (question.priceShare() != 0) {
      out.println(
          texts.of(
              "whatif.sure.price",
              price.elasticity(),
              price.elasticityLow(),
              price.elasticityHigh()));
    }
  }

  private static String neverSeen(String name, int holidays) {
    return name.equals(WhatIfAnswer.OF_HOLIDAY) && holidays > 0 ? "others" : "never";
  }

  private static List<Row> parts(Row row) {
    return row.getList(row.fieldIndex(WhatIfAnswer.PARTS));
  }
}
