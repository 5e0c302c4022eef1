package org.colmado.insights.ingest.inspect;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colmado.insights.config.CsvMapping;
import org.colmado.insights.config.DatePatterns;
import org.colmado.insights.config.MappedColumns;
import org.colmado.insights.config.RowMark;
import org.colmado.insights.config.SourceMapping;
import org.colmado.insights.ingest.ticket.NumberFormat;

/** Guesses the mapping of a table, and says why. */
final class MappingGuess {
  private static final List<String> NUMBERS =
      List.of("quantity", "unit-price", "amount", "discount", "tax");
  private static final List<String> OF_A_TICKET =
      List.of("date", "time", "store", "payment", "customer", "device");
  private static final int MOST_DATES = 3_000;
  private static final double SHARE_THAT_ADDS_UP = 0.9;

  private final SampledTable table;
  private final KnownWords words;
  private final LocalDate today;
  private final Map<String, Integer> roles;
  private final List<Finding> reasons = new ArrayList<>();
  private final List<Finding> doubts = new ArrayList<>();

  /** The amount was found to have the tax in it. */
  private boolean isTaxIn;

  private MappingGuess(SampledTable table, KnownWords words, LocalDate today) {
    this.table = table;
    this.words = words;
    this.today = today;
    this.roles = new TreeMap<>(ColumnRoles.of(table, words).byRole());
  }

  /**
   * The mapping of a table; empty if it has no columns for a ticket, a date, a product or money.
   *
   * @param today no sale is later
   */
  static Optional<Proposal> of(SampledTable table, KnownWords words, LocalDate today) {
    return new MappingGuess(table, words, today).proposal();
  }

  private Optional<Proposal> proposal() {
    Optional<DateGuess> dates = dates();
    if (dates.isEmpty() || !roles.containsKey("ticket-id")) {
      return Optional.empty();
    }
    if (!roles.containsKey("description") && roles.containsKey("category")) {
      roles.put("description", roles.get("category"));
    }
    NumberGuess numbers = NumberGuess.of(texts(NUMBERS));
    MoneyColumns money = money(numbers);
    boolean hasMoney = money.hasPrice() || roles.containsKey("amount");
    if (!roles.containsKey("description") || !hasMoney) {
      return Optional.empty();
    }
    if (isAmountOfTicket(money)) {
      doubts.add(Finding.of("inspect.doubt.amount", nameOf("amount")));
    }

    MarkGuess marks = MarkGuess.of(table, new ColumnRoles(roles), words);
    Optional<List<String>> fillDown = fillDown();
    Optional<List<RowMark>> returns = returns(marks, money);
    Optional<String> taxOnTop = taxOnTop(money);
    checkTotals(money, taxOnTop);
    NumberingGuess numbering = numbering(dates.get(), marks, fillDown.isPresent());
    say(dates.get(), numbers, taxOnTop, numbering, fillDown);
    CsvMapping csv =
        new CsvMapping(
            Optional.of(table.encoding()),
            Optional.of(String.valueOf(table.delimiter())),
            Optional.of(!table.header().isEmpty()),
            columns(),
            dates.get().patterns(),
            Optional.empty(),
            numbers.numbers(),
            fillDown,
            taxOnTop.isPresent() ? Optional.of(false) : Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            returns,
            marks.of("voided"),
            marks.of("discount"),
            marks.of("fee"),
            refusals(marks));
    return Optional.of(
        new Proposal(
            "",
            new SourceMapping(
                "csv",
                numbering.text(),
                payments(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(csv),
                Optional.empty()),
            reasons,
            doubts));
  }

  private Optional<DateGuess> dates() {
    for (String dateRole : List.of("date", "time")) {
      if (!roles.containsKey(dateRole)) {
        continue;
      }
      Optional<DateGuess> alone = DateGuess.of(dateTexts(dateRole, false), today);
      if (alone.isPresent()) {
        roles.put("date", roles.get(dateRole));
        roles.remove("time");
        return alone;
      }
    }
    Optional<DateGuess> joined =
        roles.containsKey("date") && roles.containsKey("time")
            ? DateGuess.of(dateTexts("date", true), today)
            : Optional.empty();
    Optional<DateGuess> found = joined.isPresent() ? joined : datesByContent();
    if (table.header().isEmpty() && found.isPresent()) {
      List<Integer> columns =
          Stream.of("date", "time").map(roles::get).filter(Objects::nonNull).toList();
      roles.putAll(ColumnRoles.ofContent(table, columns).byRole());
    }
    return found;
  }

  /** The first column whose values are dates with a time, alone or with the column after it. */
  private Optional<DateGuess> datesByContent() {
    for (int column = 0; column < table.width(); column++) {
      Optional<DateGuess> alone = datesIn(column, -1);
      Optional<DateGuess> guess = alone.isPresent() ? alone : datesIn(column, column + 1);
      if (guess.isPresent()) {
        List<Integer> columns = alone.isPresent() ? List.of(column) : List.of(column, column + 1);
        roles.values().removeAll(columns);
        roles.remove("time");
        roles.put("date", column);
        if (alone.isEmpty()) {
          roles.put("time", column + 1);
        }
        return guess;
      }
    }
    return Optional.empty();
  }

  /** Numbers alone may be anything: only a name makes them dates. */
  private Optional<DateGuess> datesIn(int date, int time) {
    List<String> texts =
        table.rows().stream()
            .map(row -> (cell(row, date) + (time < 0 ? "" : " " + cell(row, time))).strip())
            .filter(text -> !text.isEmpty())
            .limit(MOST_DATES)
            .toList();

    return DateGuess.of(texts, today)
        .filter(guess -> !DatePatterns.NUMBERS.contains(guess.patterns().get(0)));
  }

  private List<String> dateTexts(String role, boolean withTime) {
    return table.rows().stream()
        .map(row -> dateText(row, roles.get(role), withTime))
        .filter(text -> !text.isEmpty())
        .limit(MOST_DATES)
        .toList();
  }

  private String dateText(List<String> row, int column, boolean withTime) {
    String date = cell(row, column);

    return date.isEmpty() || !withTime ? date : (date + " " + cell(row, roles.get("time"))).strip();
  }

  private static String cell(List<String> row, int column) {
    return column < row.size() ? row.get(column) : "";
  }

  private List<String> texts(List<String> ofRoles) {
    return ofRoles.stream()
        .filter(roles::containsKey)
        .flatMap(role -> table.values(roles.get(role)).stream())
        .toList();
  }

  /** Settles which of the columns with money make a line, and forgets the others. */
  private MoneyColumns money(NumberGuess numbers) {
    MoneyColumns all = moneyOf(numbers);
    if (!roles.containsKey("amount")) {
      return all;
    }

    if (!all.hasPrice()) {
      if (all.hasAny("discount") && !hasNetColumn(all)) {
        doubts.add(Finding.of("inspect.doubt.discount", nameOf("discount"), nameOf("amount")));
      }
    } else if (all.isAmountPaid() && !all.isAmountGross()) {
      reasons.add(Finding.of("inspect.amount.paid", nameOf("amount")));
      roles.remove("discount");
      isTaxIn = true;
    } else if (all.isAmountAfterDiscount() && !all.isAmountAfterDiscountExactly()) {
      reasons.add(Finding.of("inspect.amount.final", nameOf("amount")));
      roles.remove("discount");
    } else if (!all.isAmountGross()) {
      String why = all.isAmountAfterDiscount() ? "inspect.amount.net" : "inspect.amount.other";
      reasons.add(Finding.of(why, nameOf("amount")));
      roles.remove("amount");
    }
    return moneyOf(numbers);
  }

  private MoneyColumns moneyOf(NumberGuess numbers) {
    return new MoneyColumns(
        table, NumberFormat.of(numbers.numbers()), new ColumnRoles(new LinkedHashMap<>(roles)));
  }

  /** An amount without a price that is the same in all rows of a ticket is the ticket's. */
  private boolean isAmountOfTicket(MoneyColumns money) {
    return !money.hasPrice()
        && roles.containsKey("amount")
        && money.isOfTicket(roles.get("amount"), roles.get("ticket-id"));
  }

  /** Holds the lines against a column with the tickets' totals, if there is one. */
  private void checkTotals(MoneyColumns money, Optional<String> taxOnTop) {
    for (int column : ColumnRoles.ticketTotals(table, words, roles.values())) {
      boolean isOther = taxOnTop.isPresent() || !money.isOfTicket(column, roles.get("ticket-id"));
      if (!isOther) {
        double share = money.shareThatAddsUpTo(column, roles.get("ticket-id"));
        String name = table.nameOf(column);
        if (share >= SHARE_THAT_ADDS_UP) {
          reasons.add(Finding.of("inspect.adds.up", name));
        } else {
          doubts.add(Finding.of("inspect.doubt.total", name, Math.round(100 * share)));
        }
      }
    }
  }

  /** Whether another column shows that the amount is before its discount. */
  private boolean hasNetColumn(MoneyColumns money) {
    for (int column = 0; column < table.width(); column++) {
      int at = column;
      boolean isFree = !roles.containsValue(at);
      if (isFree && money.isNet(at)) {
        return true;
      }
    }
    return false;
  }

  /** What shows that the tax is added to the amounts; empty: it is in them, as ITBIS often is. */
  private Optional<String> taxOnTop(MoneyColumns money) {
    if (isTaxIn) {
      return Optional.empty();
    }

    Optional<String> total = money.columnWithTaxOnTop();
    if (total.isEmpty() && money.isTaxAPercentageOfNet()) {
      doubts.add(Finding.of("inspect.doubt.tax", nameOf("tax")));
      return Optional.of(nameOf("tax"));
    }
    return total;
  }

  private Optional<List<RowMark>> returns(MarkGuess marks, MoneyColumns money) {
    Optional<List<RowMark>> marked = marks.of("returned");
    if (marked.isPresent()) {
      return marked;
    }

    Map<String, List<List<String>>> tickets = table.by(roles.get("ticket-id"));
    boolean hasReturn =
        tickets.values().stream()
            .anyMatch(
                rows ->
                    rows.stream().map(money::net).allMatch(net -> net != null && net.signum() < 0));
    if (!hasReturn) {
      return Optional.empty();
    }

    String role = isNegative(money, "amount") ? "amount" : "quantity";
    reasons.add(Finding.of("inspect.returns.negative", nameOf(role)));
    return Optional.of(List.of(MarkGuess.below(role)));
  }

  private boolean isNegative(MoneyColumns money, String role) {
    return roles.containsKey(role)
        && table.rows().stream()
            .map(row -> money.number(row, role))
            .anyMatch(number -> number != null && number.signum() < 0);
  }

  private Optional<List<RowMark.Refusal>> refusals(MarkGuess marks) {
    return marks
        .of("refused")
        .map(
            rows ->
                rows.stream()
                    .map(
                        mark ->
                            new RowMark.Refusal(
                                "not_a_sale",
                                mark.column(),
                                mark.matches(),
                                mark.below(),
                                mark.above(),
                                mark.and()))
                    .toList());
  }

  /** Roles that are empty in rows that belong to the ticket above them. */
  private Optional<List<String>> fillDown() {
    int id = roles.get("ticket-id");
    int product = roles.get("description");
    List<List<String>> sold =
        table.rows().stream().filter(row -> !cell(row, product).isEmpty()).toList();
    List<String> filled = new ArrayList<>();
    if (sold.stream().anyMatch(row -> cell(row, id).isEmpty())) {
      filled.add("ticket-id");
    }
    for (String role : OF_A_TICKET) {
      if (roles.containsKey(role) && isOnFirstRowOnly(sold, id, roles.get(role))) {
        filled.add(role);
      }
    }
    return filled.contains("date") || filled.contains("ticket-id")
        ? Optional.of(filled)
        : Optional.empty();
  }

  private static boolean isOnFirstRowOnly(List<List<String>> sold, int id, int column) {
    for (int i = 1; i < sold.size(); i++) {
      String number = cell(sold.get(i), id);
      boolean isSame = number.isEmpty() || number.equals(cell(sold.get(i - 1), id));
      if (isSame && cell(sold.get(i), column).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private NumberingGuess numbering(DateGuess dates, MarkGuess marks, boolean isFilled) {
    if (isFilled) {
      return new NumberingGuess("id", true);
    }

    boolean hasDevice = roles.containsKey("device");
    List<NumberingGuess.Place> places =
        table.rows().stream()
            .filter(row -> !marks.isReturn(table, row))
            .map(row -> place(row, dates, hasDevice))
            .filter(Objects::nonNull)
            .toList();
    NumberingGuess guess = NumberingGuess.of(places, hasDevice);
    if (!guess.isSure()) {
      doubts.add(Finding.of("inspect.doubt.numbering", nameOf("ticket-id")));
    }
    return guess;
  }

  private NumberingGuess.Place place(List<String> row, DateGuess dates, boolean hasDevice) {
    String number = cell(row, roles.get("ticket-id"));
    Instant at = dates.read(dateText(row, roles.get("date"), roles.containsKey("time")));

    return at == null || number.isEmpty()
        ? null
        : new NumberingGuess.Place(number, hasDevice ? cell(row, roles.get("device")) : "", at);
  }

  private Map<String, List<String>> payments() {
    if (!roles.containsKey("payment")) {
      return Map.of();
    }

    Map<String, List<String>> byCode = new TreeMap<>();
    for (String word : new TreeSet<>(table.values(roles.get("payment")))) {
      words.payments().entrySet().stream()
          .filter(code -> code.getValue().contains(KnownWords.plain(word)))
          .findFirst()
          .ifPresent(
              code -> byCode.computeIfAbsent(code.getKey(), any -> new ArrayList<>()).add(word));
    }
    return byCode;
  }

  private MappedColumns columns() {
    List<String> description =
        Stream.of("description", "variant")
            .filter(roles::containsKey)
            .map(this::nameOf)
            .collect(Collectors.toList());

    return new MappedColumns(
        nameOf("ticket-id"),
        named("store"),
        nameOf("date"),
        named("time"),
        description,
        named("code"),
        named("quantity"),
        named("unit-price").filter(name -> !roles.containsKey("amount")),
        named("amount"),
        named("discount"),
        named("tax"),
        named("payment"),
        named("category"),
        named("customer"),
        named("device"));
  }

  private Optional<String> named(String role) {
    return roles.containsKey(role) ? Optional.of(nameOf(role)) : Optional.empty();
  }

  private String nameOf(String role) {
    return table.nameOf(roles.get(role));
  }

  private void say(
      DateGuess dates,
      NumberGuess numbers,
      Optional<String> taxOnTop,
      NumberingGuess numbering,
      Optional<List<String>> fillDown) {
    roles.forEach(
        (role, column) -> reasons.add(Finding.of("inspect.column", role, table.nameOf(column))));
    reasons.add(Finding.of("inspect.dates", dates.patterns()));
    taxOnTop.ifPresent(total -> reasons.add(Finding.of("inspect.tax", nameOf("tax"), total)));
    fillDown.ifPresent(filled -> reasons.add(Finding.of("inspect.filldown", filled)));
    if (!numbering.text().equals("id")) {
      reasons.add(Finding.of("inspect.numbering", numbering.text()));
    }
    if (!dates.isSure()) {
      doubts.add(Finding.of("inspect.doubt.dates", table.values(roles.get("date")).get(0)));
    }
    if (!numbers.isSure()) {
      doubts.add(Finding.of("inspect.doubt.numbers", numbers.numbers().decimalMark()));
    }
  }
}
