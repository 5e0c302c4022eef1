package org.colmado.insights.lake.sql;

import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.BindReferences;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Nondeterministic;
import org.apache.spark.sql.catalyst.expressions.Unevaluable;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.catalyst.expressions.package$;
import scala.collection.immutable.Seq;

/** Expressions over the columns of a row, ready to be evaluated one row at a time. */
final class BoundExpressions {
  private BoundExpressions() {}

  /** The expression over rows of these columns. */
  static Expression of(Expression expression, Seq<Attribute> columns) {
    Expression bound =
        BindReferences.bindReference(
            expression, package$.MODULE$.AttributeSeq(columns), false /* allowFailures */);
    if (bound.exists(BoundExpressions::needsMoreThanARow)) {
      throw new UnsupportedPlanException(expression.sql());
    }
    return bound;
  }

  /** Computes rows of these expressions; the row it returns is used again for the next. */
  static UnsafeProjection projection(
      Seq<? extends Expression> expressions, Seq<Attribute> columns) {
    return UnsafeProjection.create(
        ScalaSeqs.map(expressions, expression -> of(expression, columns)));
  }

  private static Object needsMoreThanARow(Expression expression) {
    return expression instanceof Unevaluable || expression instanceof Nondeterministic;
  }
}
