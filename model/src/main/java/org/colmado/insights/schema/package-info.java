/**
 * What tables are made of: columns with types and comments of their own, from which the types of
 * Spark and of Delta Kernel are derived, and rows made by column name.
 */
package org.colmado.insights.schema;
