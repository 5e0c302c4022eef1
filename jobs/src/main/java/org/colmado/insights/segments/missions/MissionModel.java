package org.colmado.insights.segments.missions;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.colmado.insights.table.MissionModels;

/**
 * A fitted model that assigns visits of a store to missions.
 *
 * @param fittedOn as-of day of the fit
 * @param missions empty if the fit found none; then no visit has a mission
 * @param centres of the missions, in their order
 */
public record MissionModel(
    String storeId,
    LocalDate fittedOn,
    String version,
    VisitSpace space,
    List<NamedMission> missions,
    List<Centre> centres)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  MissionModel(
      String storeId,
      LocalDate fittedOn,
      String version,
      VisitSpace space,
      List<NamedMission> missions) {
    this(
        storeId,
        fittedOn,
        version,
        space,
        missions,
        missions.stream().map(NamedMission::centre).toList());
  }

  /** The models in use by store: the newest adopted model of each. */
  public static Map<String, MissionModel> inUse(List<Row> models) {
    Map<String, MissionModel> inUse = new TreeMap<>();
    models.stream()
        .filter(row -> row.<Boolean>getAs(MissionModels.IS_ADOPTED))
        .map(MissionModel::from)
        .sorted(Comparator.comparing(MissionModel::fittedOn))
        .forEach(model -> inUse.put(model.storeId(), model));
    return inUse;
  }

  private static MissionModel from(Row row) {
    return new MissionModel(
        row.getAs(MissionModels.STORE_ID),
        row.getAs(MissionModels.AS_OF),
        row.getAs(MissionModels.MODEL_VERSION),
        VisitSpace.restored(
            row.getList(row.fieldIndex(MissionModels.COORDINATES)),
            row.getJavaMap(row.fieldIndex(MissionModels.SCALING))),
        row.<Row>getList(row.fieldIndex(MissionModels.MISSIONS)).stream()
            .map(NamedMission::from)
            .toList());
  }

  /** Id of the mission nearest to the visit; null: the store has none. */
  String missionOf(Visit visit) {
    return missions.isEmpty() ? null : missions.get(numberOf(visit)).id();
  }

  /** Index in {@link #missions} of the nearest mission. */
  int numberOf(Visit visit) {
    return Centre.nearest(centres, space.place(visit));
  }
}
