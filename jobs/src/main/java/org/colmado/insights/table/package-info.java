/**
 * The tables of the lake, one file each, and {@link org.colmado.insights.table.Lake}, the only
 * place that touches Delta; and the files that a shop may put beside its sales, which {@link
 * org.colmado.insights.table.OptionalFiles} reads. Each knows its columns and checks, and nothing
 * of who fills it.
 */
package org.colmado.insights.table;
