/**
 * The tables of the lake, one file each: its columns, its key and its checks. A table knows nothing
 * of who fills it or by which engine.
 */
@OnFloor(Floor.MODEL)
package org.colmado.insights.table;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
