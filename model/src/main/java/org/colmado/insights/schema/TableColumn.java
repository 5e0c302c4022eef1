package org.colmado.insights.schema;

/**
 * A column of a table, or of a struct inside one.
 *
 * @param name snake_case, unit last
 * @param isRequired never null
 * @param comment gives unit and sign and, for an optional column, what null means; empty only
 *     inside a struct whose names say all
 */
public record TableColumn(String name, ColumnType type, boolean isRequired, String comment) {}
