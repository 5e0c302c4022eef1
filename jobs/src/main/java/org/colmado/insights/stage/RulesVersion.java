package org.colmado.insights.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.colmado.insights.features.StaleDays;
import org.colmado.insights.run.Run;
import org.colmado.insights.segments.SegmentRules;
import org.colmado.insights.segments.missions.MissionModel;
import org.colmado.insights.table.Stores;
import org.colmado.insights.text.Sha256;

/**
 * Hash of the rules that features depend on: segment rules, calendars in use, and the store's
 * mission model. A change rebuilds all days.
 */
final class RulesVersion {
  /** Increase this if the computation of features changes. */
  private static final int OF_CODE = 3;

  private RulesVersion() {}

  /**
   * One row for each store: store_id and {@link StaleDays#VERSION} of the rules and its mission
   * model.
   */
  static Dataset<Row> byStore(Run run, SegmentRules rules, Map<String, MissionModel> models) {
    String ofRules = of(run, rules);
    List<Row> versions =
        run.small().rows(Stores.TABLE).stream()
            .map(row -> row.<String>getAs(Stores.STORE_ID))
            .map(store -> RowFactory.create(store, of(ofRules, models.get(store))))
            .toList();

    return run.spark()
        .createDataFrame(
            versions,
            new StructType()
                .add(Stores.STORE_ID, DataTypes.StringType)
                .add(StaleDays.VERSION, DataTypes.StringType));
  }

  /**
   * The version of one store.
   *
   * @param model null: the store was never fitted
   */
  static String of(String ofRules, MissionModel model) {
    return model == null || model.missions().isEmpty() ? ofRules : ofRules + "/" + model.version();
  }

  static String of(Run run, SegmentRules rules) {
    StringBuilder text =
        new StringBuilder("code " + OF_CODE + "\n" + rules + run.config().features());
    TreeSet<String> calendars = new TreeSet<>();
    run.small().rows(Stores.TABLE).forEach(store -> calendars.add(store.getAs(Stores.CALENDAR_ID)));
    calendars.stream()
        .filter(id -> !id.equals("none"))
        .map(id -> run.conf().find("calendars/" + id + ".yaml"))
        .forEach(file -> text.append('\n').append(text(file)));
    return Sha256.ofText(text.toString()).substring(0, 12);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
