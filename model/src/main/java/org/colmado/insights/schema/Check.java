package org.colmado.insights.schema;

/**
 * A condition every row of a table keeps; Delta refuses the commit that would break it.
 *
 * @param name snake_case, says what holds: {@code share_between_0_and_1}
 * @param condition SQL over the table's columns; must be true, a null is refused too, so that a
 *     condition on an optional column says what null may do
 */
public record Check(String name, String condition) {
  public Check {
    if (!name.matches("[a-z][a-z0-9_]*")) {
      throw new IllegalArgumentException("Check name must be snake_case: " + name);
    }
  }
}
