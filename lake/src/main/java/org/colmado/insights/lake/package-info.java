/**
 * The lake: {@link org.colmado.insights.lake.Lake} is the only place that writes Delta tables. Also
 * the lock against a second writer, the cache of small tables, and the reader of the owner's
 * optional files.
 */
@OnFloor(Floor.LAKE)
package org.colmado.insights.lake;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
