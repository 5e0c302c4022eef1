package org.colmado.insights.personas.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.colmado.insights.personas.claims.Grounding;
import org.colmado.insights.personas.facts.Json;
import org.colmado.insights.personas.facts.Sheets;
import org.colmado.insights.personas.grok.ApiKey;
import org.colmado.insights.personas.grok.Budget;
import org.colmado.insights.personas.grok.GrokClient;
import org.colmado.insights.personas.grok.GrokRules;
import org.colmado.insights.standin.FakeGrok;
import org.colmado.insights.standin.Fault;
import org.colmado.insights.table.GrokCalls;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Money before, at and after the calls, with a ledger that is a map. */
class QuestionBatchesTest {
  private static final int CALL_ID = GrokCalls.TABLE.schema().indexOf(GrokCalls.CALL_ID);
  private static final int STATUS = GrokCalls.TABLE.schema().indexOf(GrokCalls.STATUS);
  private static final int COST = GrokCalls.TABLE.schema().indexOf(GrokCalls.COST_USD);
  private static final String FACTS = Json.write(Sheets.bread());

  @TempDir private Path folder;

  private FakeGrok server;
  private GrokClient client;
  private GrokRules rules;

  @BeforeEach
  void serve() throws IOException {
    serve(FactsAnswer::of);
  }

  private void serve(UnaryOperator<String> answer, Fault... faults) throws IOException {
    close();
    server = FakeGrok.answering(answer, List.of(faults)).start(0);
    String shipped = Files.readString(Path.of("../conf/grok.yaml"));
    Path file = folder.resolve("grok.yaml");
    Files.writeString(
        file, shipped.replaceAll("(?m)^endpoint: \\S+", "endpoint: " + server.endpoint()));
    rules = GrokRules.read(file);
    client = new GrokClient(rules, ApiKey.of("xai-4Lk8Wq2Zt6Rm").orElseThrow());
  }

  @AfterEach
  void close() {
    if (client != null) {
      client.close();
      server.close();
    }
  }

  /** Rows by their id, as a MERGE keeps them, with the calls that were made when they came. */
  private class Book implements CallStore {
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final List<Integer> batches = new ArrayList<>();
    private final List<Integer> callsBefore = new ArrayList<>();

    @Override
    public void reserve(List<Row> calls) {
      batches.add(calls.size());
      callsBefore.add(server.calls());
      calls.forEach(row -> rows.put(row.getString(CALL_ID), row));
    }

    @Override
    public void settle(List<Row> calls) {
      calls.forEach(row -> rows.put(row.getString(CALL_ID), row));
    }

    BigDecimal usd() {
      return rows.values().stream()
          .map(row -> row.getDecimal(COST))
          .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
  }

  @Test
  void theCapIsNotPassedAndWhatDoesNotFitIsSaidToBeForMoney() {
    BigDecimal cap = worst().add(new BigDecimal("0.02"));
    Book book = new Book();

    List<SegmentAnswer> answered = asking(cap, book).of(due(30));

    assertThat(book.usd()).isPositive().isLessThanOrEqualTo(cap);
    assertThat(answered).hasSize(30);
    assertThat(answered).filteredOn(it -> it.answer() != null).hasSize(server.calls());
    assertThat(answered)
        .filteredOn(it -> it.answer() == null)
        .isNotEmpty()
        .extracting(SegmentAnswer::reason)
        .containsOnly(QuestionBatches.NO_BUDGET);
    assertThat(book.rows.values())
        .extracting(row -> row.getString(STATUS))
        .containsOnly("answered");
  }

  @Test
  void nothingIsAskedWithoutRoomForTheWorst() {
    Book book = new Book();

    List<SegmentAnswer> answered =
        asking(worst().subtract(new BigDecimal("0.0000000001")), book).of(due(3));

    assertThat(server.calls()).isZero();
    assertThat(book.rows).isEmpty();
    assertThat(answered).extracting(SegmentAnswer::reason).containsOnly(QuestionBatches.NO_BUDGET);
  }

  @Test
  void aBatchIsWrittenDownBeforeItIsAskedAndIsHalfOfWhatIsLeftAtMost() {
    Book book = new Book();

    asking(worst().multiply(BigDecimal.TEN), book).of(due(8));

    assertThat(book.batches.get(0)).isEqualTo(5);
    assertThat(book.callsBefore).startsWith(0, 5);
    assertThat(server.calls()).isEqualTo(8);
  }

  @Test
  void aRunThatIsKilledHasSpentWhatItSetAside() {
    Book book =
        new Book() {
          @Override
          public void settle(List<Row> calls) {
            throw new IllegalStateException("killed");
          }
        };

    assertThatThrownBy(() -> asking(worst().multiply(BigDecimal.TEN), book).of(due(8)))
        .hasMessage("killed");
    assertThat(server.calls()).isEqualTo(5);
    assertThat(book.usd()).isEqualByComparingTo(worst().multiply(BigDecimal.valueOf(5)));
    assertThat(book.rows.values())
        .extracting(row -> row.getString(STATUS))
        .containsOnly(GrokCalls.RESERVED);
  }

  @Test
  void aRefusedKeyEndsTheAskingAndSetsNothingMoreAside() throws IOException {
    serve(FactsAnswer::of, Fault.WRONG_KEY);
    Book book = new Book();

    List<SegmentAnswer> answered =
        asking(worst().multiply(BigDecimal.valueOf(100)), book).of(due(50));

    assertThat(book.batches).hasSize(1);
    assertThat(answered).hasSize(50);
    assertThat(answered.subList(book.batches.get(0), 50))
        .extracting(SegmentAnswer::reason)
        .containsOnly("not_asked");
  }

  @Test
  void asksNoMoreAtOnceThanTheSettingsSay() throws IOException {
    AtomicInteger underWay = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    serve(
        input -> {
          most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
          LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
          underWay.decrementAndGet();
          return FactsAnswer.of(input);
        });

    asking(BigDecimal.valueOf(50), new Book()).of(due(12));

    assertThat(server.calls()).isEqualTo(12);
    assertThat(most.get()).isEqualTo(rules.atOnce());
  }

  private QuestionBatches asking(BigDecimal cap, CallStore ledger) {
    return new QuestionBatches(
        client,
        new Grounding(Sheets.RULES, Sheets.ALCOHOL_HOURS),
        new Budget(cap, BigDecimal.ZERO),
        ledger,
        new QuestionRun(LocalDate.of(2026, 1, 31), "test", Instant.parse("2026-02-01T05:00:00Z")),
        rules.model(),
        rules.atOnce());
  }

  /** Of one segment: the question and its repair. */
  private BigDecimal worst() {
    return client
        .worstCase(Prompt.question(FACTS))
        .add(client.worstCase(Prompt.longestRepair(FACTS)));
  }

  private static List<SegmentQuestion> due(int number) {
    return IntStream.range(0, number)
        .mapToObj(i -> new SegmentQuestion("colmado-01", "mission", "m" + i, FACTS, "hash-" + i))
        .toList();
  }
}
