/**
 * Table specifications: columns with types and comments, from which Spark and Delta Kernel types
 * are derived, and rows built by column name.
 */
@OnFloor(Floor.MODEL)
package org.colmado.insights.schema;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
