/**
 * The tables of the lake, one file each: its columns, its key and its checks. A table knows nothing
 * of who fills it or by which engine.
 */
package org.colmado.insights.table;
