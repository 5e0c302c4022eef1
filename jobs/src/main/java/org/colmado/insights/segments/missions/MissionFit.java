package org.colmado.insights.segments.missions;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF4;
import org.colmado.insights.lake.SparkTypes;
import org.colmado.insights.schema.Columns;
import org.colmado.insights.schema.TableRow;
import org.colmado.insights.segments.missions.MissionSearch.Found;
import org.colmado.insights.table.MissionModels;
import org.colmado.insights.table.SegmentQuality;

/** Fits one store: from its sample to a row of {@link FittedStores#FIT}. */
record MissionFit(FitSettings settings, Map<String, Predecessor> before)
    implements UDF4<String, Row, LocalDate, LocalDate, Row> {
  private static final long serialVersionUID = 1L;

  /**
   * Fits.
   *
   * @param sample one field: an array of {@link Visit#column()}
   */
  @Override
  public Row call(String storeId, Row sample, LocalDate firstOn, LocalDate lastOn) {
    List<Visit> visits =
        sample.<Row>getList(0).stream()
            .map(Visit::from)
            .sorted(Comparator.comparing(Visit::saleId))
            .toList();
    Predecessor predecessor = before.getOrDefault(storeId, Predecessor.NONE);
    Found found = MissionSearch.of(settings.rules()).from(visits, missionsOf(predecessor));
    MissionSuccession succession =
        MissionSuccession.of(found, visits, predecessor, settings.rules());

    return RowFactory.create(
        model(storeId, visits.size(), firstOn, lastOn, found, succession),
        found.candidates().stream().map(candidate -> quality(storeId, candidate)).toList(),
        succession.events().stream()
            .map(event -> event.toRow(storeId, settings.asOf(), settings.runId()))
            .toList());
  }

  private static OptionalInt missionsOf(Predecessor predecessor) {
    return predecessor
        .withMissions()
        .map(model -> OptionalInt.of(model.missions().size()))
        .orElse(OptionalInt.empty());
  }

  private Row model(
      String storeId,
      long visits,
      LocalDate firstOn,
      LocalDate lastOn,
      Found found,
      MissionSuccession succession) {
    List<Row> missions =
        succession.isAdopted()
            ? succession.missions().stream().map(NamedMission::toRow).toList()
            : List.of();
    Double stability = found.chosen().map(Candidate::stability).orElse(null);
    Double gap = found.chosen().map(Candidate::gap).orElse(null);

    return SparkTypes.row(
        TableRow.of(MissionModels.TABLE)
            .with(Columns.STORE_ID, storeId)
            .with(Columns.AS_OF, settings.asOf())
            .with(MissionModels.MODEL_VERSION, version(storeId, missions))
            .with(MissionModels.VERDICT, found.verdict())
            .with(MissionModels.IS_ADOPTED, succession.isAdopted())
            .with(MissionModels.MISSIONS, missions)
            .with(MissionModels.COORDINATES, found.space().names())
            .with(MissionModels.SCALING, found.space().scaling())
            .with(MissionModels.BOOTSTRAP_ARI, stability)
            .with(MissionModels.GAP, gap)
            .with(MissionModels.LABELS_KEPT, succession.labelsKept().orElse(null))
            .with(MissionModels.SAMPLE_VISITS, visits)
            .with(MissionModels.FIRST_ON, firstOn)
            .with(MissionModels.LAST_ON, lastOn)
            .with(MissionModels.SEED, settings.rules().seed())
            .with(MissionModels.SETTINGS, settings.rules().settings())
            .with(MissionModels.DATA_VERSION, settings.dataVersion())
            .with(Columns.RUN_ID, settings.runId()));
  }

  private String version(String storeId, List<Row> missions) {
    byte[] content =
        Stream.of(storeId, settings.rules().settings(), missions.toString())
            .reduce("", String::concat)
            .getBytes(StandardCharsets.UTF_8);

    return settings.asOf() + "-" + UUID.nameUUIDFromBytes(content).toString().substring(0, 8);
  }

  private Row quality(String storeId, Candidate candidate) {
    return SparkTypes.row(
        TableRow.of(SegmentQuality.TABLE)
            .with(Columns.STORE_ID, storeId)
            .with(Columns.AS_OF, settings.asOf())
            .with(SegmentQuality.K, candidate.k())
            .with(SegmentQuality.SILHOUETTE, candidate.silhouette())
            .with(SegmentQuality.PREDICTION_STRENGTH, candidate.strength())
            .with(SegmentQuality.BOOTSTRAP_ARI, candidate.stability())
            .with(SegmentQuality.MIN_JACCARD, candidate.leastJaccard())
            .with(SegmentQuality.GAP, candidate.gap())
            .with(SegmentQuality.IS_CHOSEN, candidate.isChosen())
            .with(Columns.RUN_ID, settings.runId()));
  }
}
