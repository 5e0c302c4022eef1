package org.colmado.insights.segments.missions;

import java.io.Serializable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.colmado.insights.table.MissionModels;
import org.colmado.insights.text.BilingualText;

/**
 * A mission as stored in a model.
 *
 * @param id stable id, {@code m1} and so on; never reused in a store
 * @param share of the visits of the sample
 * @param jaccard bootstrap Jaccard index, 0 to 1
 * @param confidence 0 to 1
 * @param centre in the model's space
 */
public record NamedMission(
    String id,
    BilingualText name,
    BilingualText description,
    double share,
    double jaccard,
    double confidence,
    Centre centre)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Reads a row of {@link MissionModels#MISSION}. */
  static NamedMission from(Row row) {
    return new NamedMission(
        row.getString(0),
        new BilingualText(row.getString(1), row.getString(2)),
        new BilingualText(row.getString(3), row.getString(4)),
        row.getDouble(5),
        row.getDouble(6),
        row.getDouble(7),
        Centre.of(row.getList(8)));
  }

  Row toRow() {
    return RowFactory.create(
        id,
        name.es(),
        name.en(),
        description.es(),
        description.en(),
        share,
        jaccard,
        confidence,
        centre.toList());
  }

  /** The number in the id. */
  int number() {
    return Integer.parseInt(id.substring(1));
  }
}
