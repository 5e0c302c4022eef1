package org.colmado.insights.lake.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.JoinedRow;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.catalyst.expressions.aggregate.AggregateExpression;
import org.apache.spark.sql.catalyst.expressions.aggregate.DeclarativeAggregate;
import org.apache.spark.sql.catalyst.plans.logical.Aggregate;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import scala.collection.immutable.Seq;

/**
 * Evaluates GROUP BY with the aggregates that Spark defines by expressions, such as count, sum,
 * avg, min and max.
 */
final class GroupedRows {
  private final Aggregate plan;
  private final Seq<Attribute> input;
  private final List<AggregateExpression> calls = new ArrayList<>();
  private final List<Attribute> groups = new ArrayList<>();
  private final List<Attribute> buffer = new ArrayList<>();

  GroupedRows(Aggregate plan) {
    this.plan = plan;
    this.input = plan.child().output();
    for (NamedExpression expression : ScalaSeqs.toJava(plan.aggregateExpressions())) {
      ScalaSeqs.toJava(((Expression) expression).collect(new Replacement<>(GroupedRows::call)))
          .forEach(call -> calls.add((AggregateExpression) call));
    }
    for (Expression group : ScalaSeqs.toJava(plan.groupingExpressions())) {
      groups.add(named(group).toAttribute());
    }
    calls.forEach(call -> buffer.addAll(ScalaSeqs.toJava(function(call).aggBufferAttributes())));
  }

  private static Optional<Expression> call(Expression expression) {
    return expression instanceof AggregateExpression ? Optional.of(expression) : Optional.empty();
  }

  private static DeclarativeAggregate function(AggregateExpression call) {
    if (call.isDistinct()
        || call.filter().isDefined()
        || !(call.aggregateFunction() instanceof DeclarativeAggregate)) {
      throw new UnsupportedPlanException(call.sql());
    }
    return (DeclarativeAggregate) call.aggregateFunction();
  }

  /** Doubles have two zeros and many NaNs, which Spark counts as one. */
  private static NamedExpression named(Expression group) {
    if (group.dataType() instanceof DoubleType || group.dataType() instanceof FloatType) {
      throw new UnsupportedPlanException("GROUP BY " + group.sql());
    }
    return group instanceof NamedExpression name
        ? name
        : new Alias(
            group,
            "group",
            NamedExpression.newExprId(),
            ScalaSeqs.toScala(List.of()),
            scala.Option.empty(),
            ScalaSeqs.toScala(List.of()));
  }

  /** One row for each group; without GROUP BY one row over all. */
  List<InternalRow> of(List<InternalRow> rows) {
    UnsafeProjection group = BoundExpressions.projection(plan.groupingExpressions(), input);
    UnsafeProjection begin = BoundExpressions.projection(initial(), ScalaSeqs.toScala(List.of()));
    UnsafeProjection update =
        BoundExpressions.projection(updates(), joined(buffer, ScalaSeqs.toJava(input)));
    Map<InternalRow, InternalRow> buffers = new LinkedHashMap<>();
    if (groups.isEmpty()) {
      buffers.put(group.apply(InternalRow.empty()).copy(), begin.apply(InternalRow.empty()).copy());
    }
    for (InternalRow row : rows) {
      InternalRow key = group.apply(row).copy();
      InternalRow before = buffers.get(key);
      InternalRow since = before == null ? begin.apply(InternalRow.empty()).copy() : before;
      buffers.put(key, update.apply(new JoinedRow(since, row)).copy());
    }

    UnsafeProjection result = BoundExpressions.projection(results(), joined(groups, buffer));
    List<InternalRow> results = new ArrayList<>();
    buffers.forEach((key, values) -> results.add(result.apply(new JoinedRow(key, values)).copy()));
    return results;
  }

  private Seq<Expression> initial() {
    return ScalaSeqs.toScala(
        calls.stream()
            .flatMap(call -> ScalaSeqs.<Expression>toJava(function(call).initialValues()).stream())
            .toList());
  }

  private Seq<Expression> updates() {
    return ScalaSeqs.toScala(
        calls.stream()
            .flatMap(
                call -> ScalaSeqs.<Expression>toJava(function(call).updateExpressions()).stream())
            .toList());
  }

  /** The wanted expressions over the group's columns and the aggregates' buffers. */
  private Seq<Expression> results() {
    return ScalaSeqs.map(
        plan.aggregateExpressions(),
        expression -> ((Expression) expression).transformDown(new Replacement<>(this::result)));
  }

  private Optional<Expression> result(Expression expression) {
    if (expression instanceof AggregateExpression call) {
      return Optional.of(function(call).evaluateExpression());
    }
    List<Expression> grouping = ScalaSeqs.toJava(plan.groupingExpressions());
    for (int i = 0; i < grouping.size(); i++) {
      if (grouping.get(i).semanticEquals(expression)) {
        return Optional.of((Expression) groups.get(i));
      }
    }
    return Optional.empty();
  }

  private static Seq<Attribute> joined(List<Attribute> left, List<Attribute> right) {
    List<Attribute> all = new ArrayList<>(left);
    all.addAll(right);
    return ScalaSeqs.toScala(all);
  }
}
