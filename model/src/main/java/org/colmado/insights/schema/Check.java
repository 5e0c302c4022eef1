package org.colmado.insights.schema;

/**
 * A condition that every row of a table meets (a Delta CHECK constraint).
 *
 * @param name snake_case, states the condition: {@code share_between_0_and_1}
 * @param condition SQL over the table's columns; must be true; null fails too, so a condition on an
 *     optional column must handle null
 */
public record Check(String name, String condition) {
  public Check {
    if (!name.matches("[a-z][a-z0-9_]*")) {
      throw new IllegalArgumentException("Check name must be snake_case: " + name);
    }
  }
}
