/**
 * The tables of the lake, one file each, and {@link org.colmado.insights.table.Lake}, the only
 * place that touches Delta. A table knows its columns, key and checks; it knows nothing of who
 * fills it.
 */
package org.colmado.insights.table;
