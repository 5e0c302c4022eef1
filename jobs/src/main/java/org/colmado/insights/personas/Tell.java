package org.colmado.insights.personas;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.collection.Seq;

/**
 * From what was counted of a segment, the facts it was last asked about and the hours of {@link
 * ComingHours} (null: none) to its facts, their hash, and the text by rules. Facts that did not
 * move stay word for word.
 *
 * @param model that would be asked
 */
record Tell(FactSheets sheets, String model) implements UDF3<String, String, Seq<Row>, Row> {
  private static final long serialVersionUID = 1L;

  /** Of what comes out. */
  static final StructType TOLD =
      new StructType()
          .add("facts", DataTypes.StringType)
          .add("facts_hash", DataTypes.StringType)
          .add("by_rules", DataTypes.StringType);

  @Override
  public Row call(String counted, String before, Seq<Row> hours) {
    FactSheet now = sheets.of(Json.read(counted, Counted.class), ComingHours.of(hours));
    FactSheet last = before == null ? now : Json.read(before, FactSheet.class);
    FactSheet facts = new Likeness(sheets.rules().movedShare()).holds(last, now) ? last : now;
    String json = Json.write(facts);

    return RowFactory.create(
        json, Hash.of(json, Prompt.VERSION, model), Json.write(RuleNarrator.of(facts)));
  }
}
