package org.colmado.insights.summary;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.colmado.insights.ingest.FileDay;
import org.colmado.insights.text.Language;

/**
 * Prints what the lake has of some files, to hold against the till's own report: each file, and its
 * days, or its months if the days are many.
 *
 * @param currency ISO code of the source's money
 */
public record TieOutReport(PrintStream out, Messages texts, String currency) {
  private static final int DAYS_SHOWN = 31;
  private static final int FILES_SHOWN = 20;

  /** From so many sales from two to five on, and such a share of all, the clock is in doubt. */
  private static final int NIGHT_SALES = 3;

  private static final double NIGHT_SHARE = 0.05;
  private static final int MONTH = "2026-11".length();

  /** Sums of some days. */
  private record Sums(
      long tickets,
      BigDecimal sold,
      long returns,
      BigDecimal returned,
      long cancelled,
      BigDecimal discounts,
      BigDecimal tax) {
    static Sums of(List<FileDay> days) {
      return new Sums(
          days.stream().mapToLong(FileDay::tickets).sum(),
          sum(days, FileDay::sold),
          days.stream().mapToLong(FileDay::returns).sum(),
          sum(days, FileDay::returned),
          days.stream().mapToLong(FileDay::cancelled).sum(),
          sum(days, FileDay::discounts),
          sum(days, FileDay::tax));
    }

    private static BigDecimal sum(List<FileDay> days, Function<FileDay, BigDecimal> value) {
      return days.stream()
          .map(value)
          .filter(Objects::nonNull)
          .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
  }

  public void print(List<FileDay> days) {
    if (days.isEmpty()) {
      return;
    }

    out.println(texts.of("tieout"));
    Map<String, List<FileDay>> byFile =
        days.stream()
            .collect(Collectors.groupingBy(FileDay::file, TreeMap::new, Collectors.toList()));
    byFile.entrySet().stream()
        .limit(FILES_SHOWN)
        .forEach(file -> print(nameOf(file.getKey()), file.getValue()));
    if (byFile.size() > FILES_SHOWN) {
      out.println(texts.of("tieout.more.files", byFile.size() - FILES_SHOWN));
    }
    warnOfNight(days);
  }

  /** A shop that sells in the dead of night more likely has the clock of another zone. */
  private void warnOfNight(List<FileDay> days) {
    long tickets = days.stream().mapToLong(FileDay::tickets).sum();
    long night = days.stream().mapToLong(FileDay::inTheNight).sum();
    if (night >= NIGHT_SALES && night >= NIGHT_SHARE * tickets) {
      out.println(texts.of("tieout.night", night, tickets));
    }
  }

  private void print(String file, List<FileDay> days) {
    line("  ", file, Sums.of(days));
    Map<String, List<FileDay>> byPeriod = by(days, day -> day.day().toString());
    if (byPeriod.size() > DAYS_SHOWN) {
      byPeriod = by(days, day -> day.day().toString().substring(0, MONTH));
    }
    if (byPeriod.size() > 1) {
      byPeriod.forEach((period, ofPeriod) -> line("    ", period, Sums.of(ofPeriod)));
    }
  }

  private static Map<String, List<FileDay>> by(
      List<FileDay> days, Function<FileDay, String> period) {
    return days.stream().collect(Collectors.groupingBy(period, TreeMap::new, Collectors.toList()));
  }

  private void line(String indent, String name, Sums sums) {
    StringBuilder line = new StringBuilder(indent);
    line.append(texts.of("tieout.sales", name, sums.tickets(), money(sums.sold())));
    add(line, "tieout.discounts", sums.discounts());
    add(line, "tieout.tax", sums.tax());
    if (sums.returns() > 0) {
      line.append(texts.of("tieout.returns", sums.returns(), money(sums.returned())));
    }
    if (sums.cancelled() > 0) {
      line.append(texts.of("tieout.cancelled", sums.cancelled()));
    }
    out.println(line);
  }

  private void add(StringBuilder line, String key, BigDecimal sum) {
    if (sum.signum() != 0) {
      line.append(texts.of(key, money(sum)));
    }
  }

  private String money(BigDecimal amount) {
    return Language.money(amount, currency);
  }

  private static String nameOf(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
