package org.colmado.insights.ingest.inspect;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.colmado.insights.config.CsvMapping;
import org.colmado.insights.config.RowMark;
import org.colmado.insights.config.SourceMapping;

/** Guesses the mapping of a table, and says why. */
final class MappingGuess {
  private static final List<String> NUMBERS =
      List.of("quantity", "unit-price", "amount", "discount", "tax");

  private final SampledTable table;
  private final KnownWords words;
  private final GuessedColumns columns;
  private final Findings findings = Findings.none();

  private MappingGuess(SampledTable table, KnownWords words) {
    this.table = table;
    this.words = words;
    this.columns = new GuessedColumns(table, words);
  }

  /**
   * The mapping of a table; empty if it has no columns for a ticket, a date, a product or money.
   *
   * @param today no sale is later
   */
  static Optional<Proposal> of(SampledTable table, KnownWords words, LocalDate today) {
    return new MappingGuess(table, words).proposal(today);
  }

  private Optional<Proposal> proposal(LocalDate today) {
    Optional<DateGuess> dates = new DateColumns(columns, today).find();
    if (!columns.has("description") && columns.has("category")) {
      columns.put("description", columns.of("category"));
    }
    if (dates.isEmpty() || !columns.has("ticket-id") || !columns.has("description")) {
      return Optional.empty();
    }

    NumberGuess numbers = NumberGuess.of(columns.texts(NUMBERS));
    MoneyGuess money = MoneyGuess.of(columns, numbers, findings);
    boolean hasMoney = money.money().hasPrice() || columns.has("amount");
    return hasMoney ? Optional.of(proposal(dates.get(), numbers, money)) : Optional.empty();
  }

  private Proposal proposal(DateGuess dates, NumberGuess numbers, MoneyGuess money) {
    money.check(columns, words, findings);
    MarkGuess marks = MarkGuess.of(table, columns.roles(), words);
    Optional<List<String>> fillDown = new FillDownGuess(columns).find(marks.columns());
    NumberingGuess numbering =
        fillDown.isPresent() ? new NumberingGuess("id", true) : numbering(dates, marks);
    CsvMapping csv = csv(dates, numbers, money, marks, fillDown);
    say(dates, numbers, money, numbering, fillDown);

    return new Proposal(
        "",
        new SourceMapping(
            "csv",
            numbering.text(),
            payments(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(csv),
            Optional.empty()),
        findings.reasons(),
        findings.doubts());
  }

  private CsvMapping csv(
      DateGuess dates,
      NumberGuess numbers,
      MoneyGuess money,
      MarkGuess marks,
      Optional<List<String>> fillDown) {
    return new CsvMapping(
        Optional.of(table.encoding()),
        Optional.of(String.valueOf(table.delimiter())),
        Optional.of(!table.header().isEmpty()),
        columns.mapped(),
        dates.patterns(),
        Optional.empty(),
        numbers.numbers(),
        fillDown,
        money.taxOnTop().map(total -> false),
        Optional.empty(),
        Optional.empty(),
        marks.of("returned").or(() -> money.negativeReturns(columns, findings)),
        marks.of("voided"),
        marks.of("discount"),
        marks.of("fee"),
        marks.of("refused").map(MappingGuess::refusals));
  }

  private static List<RowMark.Refusal> refusals(List<RowMark> marks) {
    return marks.stream()
        .map(
            mark ->
                new RowMark.Refusal(
                    "not_a_sale",
                    mark.column(),
                    mark.matches(),
                    mark.below(),
                    mark.above(),
                    mark.and()))
        .toList();
  }

  private NumberingGuess numbering(DateGuess dates, MarkGuess marks) {
    List<NumberingGuess.Place> places =
        table.rows().stream()
            .filter(marks.returns(table).negate())
            .map(row -> place(row, dates))
            .filter(Objects::nonNull)
            .toList();
    NumberingGuess guess = NumberingGuess.of(places, columns.has("device"));
    if (!guess.isSure()) {
      findings.doubt("inspect.doubt.numbering", columns.nameOf("ticket-id"));
    }
    return guess;
  }

  private NumberingGuess.Place place(List<String> row, DateGuess dates) {
    String number = columns.cell(row, "ticket-id");
    Instant at = dates.read(columns.date(row));

    return at == null || number.isEmpty()
        ? null
        : new NumberingGuess.Place(number, columns.cell(row, "device"), at);
  }

  private Map<String, List<String>> payments() {
    Map<String, List<String>> byCode = new TreeMap<>();
    for (String word : new TreeSet<>(columns.texts(List.of("payment")))) {
      words.payments().entrySet().stream()
          .filter(code -> code.getValue().contains(KnownWords.plain(word)))
          .findFirst()
          .ifPresent(
              code -> byCode.computeIfAbsent(code.getKey(), any -> new ArrayList<>()).add(word));
    }
    return byCode;
  }

  private void say(
      DateGuess dates,
      NumberGuess numbers,
      MoneyGuess money,
      NumberingGuess numbering,
      Optional<List<String>> fillDown) {
    columns
        .roles()
        .byRole()
        .forEach((role, column) -> findings.reason("inspect.column", role, table.nameOf(column)));
    findings.reason("inspect.dates", dates.patterns());
    money
        .taxOnTop()
        .ifPresent(total -> findings.reason("inspect.tax", columns.nameOf("tax"), total));
    fillDown.ifPresent(filled -> findings.reason("inspect.filldown", filled));
    if (!numbering.text().equals("id")) {
      findings.reason("inspect.numbering", numbering.text());
    }
    if (!dates.isSure()) {
      findings.doubt("inspect.doubt.dates", table.values(columns.of("date")).get(0));
    }
    if (!numbers.isSure()) {
      findings.doubt("inspect.doubt.numbers", numbers.numbers().decimalMark());
    }
  }
}
