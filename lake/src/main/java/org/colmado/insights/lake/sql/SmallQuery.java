package org.colmado.insights.lake.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.catalyst.AliasIdentifier;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.QueryPlanningTracker;
import org.apache.spark.sql.catalyst.analysis.Analyzer;
import org.apache.spark.sql.catalyst.analysis.EliminateSubqueryAliases$;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry$;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.catalog.InMemoryCatalog;
import org.apache.spark.sql.catalyst.catalog.SessionCatalog;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.optimizer.ComputeCurrentTime$;
import org.apache.spark.sql.catalyst.optimizer.ReplaceExpressions$;
import org.apache.spark.sql.catalyst.optimizer.RewriteWithExpression$;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias;
import org.apache.spark.sql.catalyst.rules.Rule;
import org.apache.spark.sql.catalyst.trees.TreePattern;
import org.apache.spark.sql.catalyst.types.DataTypeUtils;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.StructType;
import org.colmado.insights.delta.DataFiles;
import org.colmado.insights.delta.ResultTables;
import org.colmado.insights.lake.SparkTypes;
import org.colmado.insights.lake.SparkValues;
import org.colmado.insights.schema.TableSpec;
import org.colmado.insights.spark.SparkSessions;
import org.colmado.insights.table.Tables;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Function1;

/** Answers a SELECT on small tables without a Spark session. */
public final class SmallQuery {
  /** Larger tables are read by several tasks at a time in less time than here by one. */
  private static final long MAX_BYTES = 8L << 20;

  private static final Logger LOG = LoggerFactory.getLogger(SmallQuery.class);

  private final ResultTables tables;
  private final SQLConf settings = SparkSessions.expressionSettings();

  public SmallQuery(ResultTables tables) {
    this.tables = tables;
  }

  /**
   * The answer that Spark would give.
   *
   * @param sql any text
   * @return empty if it needs a session: other than a SELECT of one pass over one small table, or
   *     one that Spark refuses, so that the message is Spark's too
   */
  public Optional<SmallAnswer> answer(String sql) {
    return SQLConf.withExistingConf(settings, () -> tryAnswer(sql));
  }

  private Optional<SmallAnswer> tryAnswer(String sql) {
    try {
      return plan(sql).map(plan -> new SmallAnswer(settings, plan.schema(), PlanRows.of(plan)));
    } catch (UnsupportedPlanException e) {
      return Optional.empty();
    }
  }

  /** Empty if Spark refuses it, or needs a session to understand it. */
  private Optional<LogicalPlan> plan(String sql) {
    try {
      return Optional.of(analyzed(withTables(CatalystSqlParser$.MODULE$.parsePlan(sql))));
    } catch (Exception e) {
      LOG.debug("Only a session can say more of {}", sql, e);
      return Optional.empty();
    }
  }

  private LogicalPlan withTables(LogicalPlan parsed) {
    Map<String, LogicalPlan> known = new HashMap<>();

    return parsed.transformDown(
        new Replacement<LogicalPlan>(
            node ->
                node instanceof UnresolvedRelation relation
                    ? Optional.of(known.computeIfAbsent(relation.tableName(), this::relation))
                    : Optional.empty()));
  }

  private LogicalPlan relation(String name) {
    TableSpec table =
        Tables.named(name.toLowerCase(Locale.ROOT))
            .orElseThrow(() -> new UnsupportedPlanException(name));
    if (tables.files(table).map(DataFiles::bytes).orElse(0L) > MAX_BYTES) {
      throw new UnsupportedPlanException(name + " is large");
    }

    StructType schema = SparkTypes.schema(table);
    Function1<Object, Object> toCatalyst = CatalystTypeConverters.createToCatalystConverter(schema);
    List<InternalRow> rows = new ArrayList<>();
    for (Object[] values : tables.rows(table)) {
      rows.add((InternalRow) toCatalyst.apply(SparkValues.toSpark(values, table.schema())));
    }
    return new SubqueryAlias(
        new AliasIdentifier(table.name(), ScalaSeqs.toScala(List.of())),
        new LocalRelation(
            ScalaSeqs.<Attribute>toScala(ScalaSeqs.toJava(DataTypeUtils.toAttributes(schema))),
            ScalaSeqs.toScala(rows),
            false,
            scala.Option.empty()));
  }

  private static LogicalPlan analyzed(LogicalPlan plan) {
    if (plan.containsPattern(TreePattern.PLAN_EXPRESSION())) {
      throw new UnsupportedPlanException("a subquery");
    }

    SessionCatalog catalog =
        new SessionCatalog(
            new InMemoryCatalog(new SparkConf(false), new Configuration(false)),
            FunctionRegistry$.MODULE$.builtin());
    LogicalPlan analyzed =
        new Analyzer(catalog).executeAndCheck(plan, new QueryPlanningTracker(scala.Option.empty()));

    return Stream.<Rule<LogicalPlan>>of(
            EliminateSubqueryAliases$.MODULE$,
            ReplaceExpressions$.MODULE$,
            RewriteWithExpression$.MODULE$,
            ComputeCurrentTime$.MODULE$)
        .reduce(analyzed, (changed, rule) -> rule.apply(changed), (one, other) -> other);
  }
}
