/**
 * What tables are made of: columns with types and comments of their own, from which the types of
 * Spark and of Delta Kernel are derived, and rows made by column name.
 */
@OnFloor(Floor.MODEL)
package org.colmado.insights.schema;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
