package org.colmado.insights.lake.sql;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.InterpretedOrdering;
import org.apache.spark.sql.catalyst.expressions.InterpretedPredicate;
import org.apache.spark.sql.catalyst.expressions.SortOrder;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.catalyst.plans.logical.Aggregate;
import org.apache.spark.sql.catalyst.plans.logical.Distinct;
import org.apache.spark.sql.catalyst.plans.logical.Filter;
import org.apache.spark.sql.catalyst.plans.logical.GlobalLimit;
import org.apache.spark.sql.catalyst.plans.logical.LocalLimit;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.OneRowRelation;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.catalyst.plans.logical.Sort;

/** Evaluates an analyzed plan over rows in memory, a node at a time. */
final class PlanRows {
  private PlanRows() {}

  /**
   * The rows of the plan.
   *
   * @throws UnsupportedPlanException if a node is not one of those that need one pass over one
   *     table
   */
  static List<InternalRow> of(LogicalPlan plan) {
    if (plan instanceof LocalRelation relation) {
      return ScalaSeqs.toJava(relation.data());
    }
    if (plan instanceof OneRowRelation) {
      return List.of(InternalRow.empty());
    }
    if (plan instanceof Project project) {
      return projected(project);
    }
    if (plan instanceof Filter filter) {
      return filtered(filter);
    }
    if (plan instanceof Sort sort && sort.global()) {
      return sorted(sort);
    }
    if (plan instanceof GlobalLimit limit) {
      return first(limit.limitExpr(), limit.child());
    }
    if (plan instanceof LocalLimit limit) {
      return first(limit.limitExpr(), limit.child());
    }
    if (plan instanceof Distinct distinct) {
      return distinct(distinct.child());
    }
    if (plan instanceof Aggregate aggregate) {
      return new GroupedRows(aggregate).of(of(aggregate.child()));
    }
    throw new UnsupportedPlanException(plan.nodeName());
  }

  private static List<InternalRow> projected(Project project) {
    UnsafeProjection projection =
        BoundExpressions.projection(expressions(project), project.child().output());
    List<InternalRow> rows = new ArrayList<>();
    of(project.child()).forEach(row -> rows.add(projection.apply(row).copy()));
    return rows;
  }

  private static scala.collection.immutable.Seq<Expression> expressions(Project project) {
    return ScalaSeqs.map(project.projectList(), named -> (Expression) named);
  }

  private static List<InternalRow> filtered(Filter filter) {
    InterpretedPredicate holds =
        InterpretedPredicate.apply(
            BoundExpressions.of(filter.condition(), filter.child().output()));

    return of(filter.child()).stream().filter(row -> holds.eval(row)).toList();
  }

  private static List<InternalRow> sorted(Sort sort) {
    List<InternalRow> rows = new ArrayList<>(of(sort.child()));
    for (SortOrder order : ScalaSeqs.<SortOrder>toJava(sort.order())) {
      BoundExpressions.of(order.child(), sort.child().output());
    }
    rows.sort(new InterpretedOrdering(sort.order(), sort.child().output()));
    return rows;
  }

  private static List<InternalRow> first(Expression count, LogicalPlan child) {
    List<InternalRow> rows = of(child);
    int most = (Integer) count.eval(InternalRow.empty());

    return rows.subList(0, Math.min(most, rows.size()));
  }

  private static List<InternalRow> distinct(LogicalPlan child) {
    UnsafeProjection whole = BoundExpressions.projection(child.output(), child.output());
    Set<InternalRow> rows = new LinkedHashSet<>();
    of(child).forEach(row -> rows.add(whole.apply(row).copy()));
    return List.copyOf(rows);
  }
}
