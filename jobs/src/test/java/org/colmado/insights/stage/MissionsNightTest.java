package org.colmado.insights.stage;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.calendar.ShopCalendar;
import org.colmado.insights.command.MiniShop;
import org.colmado.insights.command.NightlyCommand;
import org.colmado.insights.lake.Lake;
import org.colmado.insights.segments.missions.AssignedMissions;
import org.colmado.insights.segments.missions.MissionModel;
import org.colmado.insights.simulate.FaultShares;
import org.colmado.insights.simulate.Simulation;
import org.colmado.insights.table.MissionEvents;
import org.colmado.insights.table.MissionModels;
import org.colmado.insights.table.SegmentQuality;
import org.colmado.insights.table.SegmentTrends;
import org.colmado.insights.table.Segments;
import org.colmado.insights.table.TransactionFeatures;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A simulated colmado large enough to have missions, over three nights of two weeks. */
class MissionsNightTest {
  private static final LocalDate FIRST_FIT = LocalDate.of(2026, 1, 24);
  private static final LocalDate NEXT_DAY = FIRST_FIT.plusDays(1);
  private static final LocalDate NEXT_FIT = FIRST_FIT.plusDays(7);
  private static final int DAYS = 35;
  private static final int TICKETS_PER_DAY = 60;
  private static final Set<String> STAGES =
      Set.of("ingest", "categorise", "calendar", "missions", "features", "segments");

  @TempDir static Path folder;

  private static MiniShop shop;
  private static Lake lake;

  @BeforeAll
  static void runThreeNights() throws IOException {
    shop = MiniShop.in(folder);
    ShopCalendar calendar = ShopCalendar.read("do", Path.of("../conf/calendars/do.yaml"));
    new Simulation(
            1, DAYS, 7, NEXT_FIT, shop.inbox(), calendar, TICKETS_PER_DAY, 0, FaultShares.usual())
        .run();
    shop.setting("missions.yaml", "bootstraps: 8 ", "bootstraps: 4 ");
    shop.setting("missions.yaml", "  restarts: 20", "  restarts: 10");
    lake = shop.tables();
    for (LocalDate asOf : List.of(FIRST_FIT, NEXT_DAY, NEXT_FIT)) {
      NightlyCommand.run(shop.run(asOf), STAGES);
    }
  }

  @Test
  void isFittedOnceAWeek() {
    List<Row> models = models();

    assertThat(models)
        .extracting(row -> row.<LocalDate>getAs(MissionModels.AS_OF))
        .containsExactly(FIRST_FIT, NEXT_FIT);
    assertThat(models)
        .extracting(row -> row.<String>getAs(MissionModels.VERDICT))
        .containsOnly(MissionModels.FOUND);
    assertThat(models.get(0).<Boolean>getAs(MissionModels.IS_ADOPTED)).isTrue();
    assertThat(models.get(1).<Double>getAs(MissionModels.LABELS_KEPT)).isBetween(0.5, 1.0);
  }

  @Test
  void everyVisitHasTheMissionThatTheSavedModelGivesIt() {
    Map<String, MissionModel> saved = MissionModel.inUse(models());
    Dataset<Row> features = lake.read(TransactionFeatures.TABLE);
    Dataset<Row> again =
        new AssignedMissions(saved)
            .from(features.withColumnRenamed(TransactionFeatures.MISSION, "kept"));

    assertThat(again.where("NOT kept <=> mission").count()).isZero();
    assertThat(features.where("is_visit AND mission IS NULL").count()).isZero();
    assertThat(features.where("NOT is_visit AND mission IS NOT NULL").count()).isZero();
  }

  @Test
  void theMissionsAreAFamilyOfSegments() {
    List<Row> missions =
        lake.read(Segments.TABLE)
            .where("segment_type = 'mission'")
            .where(col(Segments.AS_OF).equalTo(NEXT_FIT))
            .collectAsList();

    assertThat(missions).hasSizeBetween(4, 12);
    assertThat(missions.stream().mapToDouble(row -> row.<Double>getAs("transaction_share")).sum())
        .isCloseTo(1, within(1e-9));
    assertThat(missions)
        .allMatch(row -> row.<Double>getAs(Segments.CONFIDENCE_SCORE) >= 0.5)
        .extracting(row -> row.<String>getAs(Segments.SEGMENT_NAME_EN))
        .doesNotHaveDuplicates()
        .anyMatch(name -> name.startsWith("Beer and rum"));
  }

  @Test
  void everyNumberOfMissionsThatWasTriedIsKept() {
    Dataset<Row> quality = lake.read(SegmentQuality.TABLE);

    assertThat(quality.count()).isEqualTo(2 * 9);
    assertThat(quality.where("is_chosen").groupBy(SegmentQuality.AS_OF).count().collectAsList())
        .hasSize(2)
        .allMatch(row -> row.getLong(1) == 1);
  }

  @Test
  void theFirstMissionsAreEventsOfTheirNight() {
    List<Row> events = lake.read(MissionEvents.TABLE).collectAsList();

    assertThat(events)
        .filteredOn(row -> row.getAs(MissionEvents.AS_OF).equals(FIRST_FIT))
        .hasSize(models().get(0).getList(models().get(0).fieldIndex("missions")).size())
        .allMatch(row -> row.<String>getAs(MissionEvents.EVENT).equals(MissionEvents.FIRST));
    assertThat(events).noneMatch(row -> row.getAs(MissionEvents.AS_OF).equals(NEXT_DAY));
  }

  @Test
  void eventsOfANightThatRunsAgainAreReplaced() {
    List<Row> all = lake.read(MissionEvents.TABLE).collectAsList();
    List<Row> ofNight =
        all.stream().filter(row -> row.getAs(MissionEvents.AS_OF).equals(FIRST_FIT)).toList();
    List<Row> fitted = models().subList(0, 1);

    FindMissions.writeEvents(shop.run(FIRST_FIT), fitted, ofNight.subList(0, 1));
    assertThat(lake.read(MissionEvents.TABLE).count()).isEqualTo(all.size() - ofNight.size() + 1);

    FindMissions.writeEvents(shop.run(FIRST_FIT), fitted, ofNight);
    assertThat(lake.read(MissionEvents.TABLE).collectAsList())
        .containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void everySegmentHasItsTrends() {
    Dataset<Row> segments = lake.read(Segments.TABLE);
    Dataset<Row> trends = lake.read(SegmentTrends.TABLE);

    assertThat(trends.count()).isEqualTo(2 * segments.count());
    assertThat(trends.where("verdict <> 'unsure' OR text_en NOT LIKE '%needs 8 weeks%'").count())
        .isZero();
    assertThat(trends.where("value_now IS NULL").where(col("as_of").equalTo(NEXT_FIT)).count())
        .isLessThan(trends.count() / 3 / 2);
  }

  private static List<Row> models() {
    return lake.read(MissionModels.TABLE).orderBy(MissionModels.AS_OF).collectAsList();
  }
}
