package org.colmado.insights.segments.missions;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.colmado.insights.table.MissionModels;

/**
 * The state of a store's missions before a new fit.
 *
 * @param model in use; null: the store has none yet
 * @param lastFitOn as-of day of the newest fit, adopted or not; null: there was none
 * @param foundNone whether that fit found no missions
 * @param settings of that fit
 * @param idsUsed highest number a mission of the store ever had
 */
public record Predecessor(
    MissionModel model, LocalDate lastFitOn, boolean foundNone, String settings, int idsUsed)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Of a store that was never fitted. */
  public static final Predecessor NONE = new Predecessor(null, null, false, "", 0);

  /** Of every store that was fitted, from rows of {@link MissionModels}. */
  public static Map<String, Predecessor> byStore(List<Row> models) {
    Map<String, MissionModel> inUse = MissionModel.inUse(models);
    Map<String, Predecessor> byStore = new TreeMap<>();
    models.stream()
        .collect(Collectors.groupingBy(row -> row.<String>getAs(MissionModels.STORE_ID)))
        .forEach((store, fits) -> byStore.put(store, of(inUse.get(store), fits)));
    return byStore;
  }

  private static Predecessor of(MissionModel inUse, List<Row> fits) {
    Row last =
        fits.stream()
            .max(Comparator.comparing((Row row) -> row.<LocalDate>getAs(MissionModels.AS_OF)))
            .orElseThrow();
    int idsUsed =
        fits.stream()
            .flatMap(fit -> fit.<Row>getList(fit.fieldIndex(MissionModels.MISSIONS)).stream())
            .mapToInt(mission -> NamedMission.from(mission).number())
            .max()
            .orElse(0);

    return new Predecessor(
        inUse,
        last.getAs(MissionModels.AS_OF),
        !last.getAs(MissionModels.VERDICT).equals(MissionModels.FOUND),
        last.getAs(MissionModels.SETTINGS),
        idsUsed);
  }

  /** The model in use, where it has missions. */
  Optional<MissionModel> withMissions() {
    return Optional.ofNullable(model).filter(inUse -> !inUse.missions().isEmpty());
  }

  /** Whether a new fit is due: the first fit, the last fit is old, or the settings changed. */
  public boolean isDue(LocalDate asOf, MissionRules rules) {
    return lastFitOn == null
        || !lastFitOn.plusDays(rules.refitDays()).isAfter(asOf)
        || !settings.equals(rules.settings());
  }
}
